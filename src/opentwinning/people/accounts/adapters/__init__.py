"""The erasure ledger: a file beside the database."""
