"""What `./dev` hands over to: one module per command."""
