"""External identities: people sign in with an account they have elsewhere."""
