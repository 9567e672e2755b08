"""The typesetter and the drawer of QR codes."""
