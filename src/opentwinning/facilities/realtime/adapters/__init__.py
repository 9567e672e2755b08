"""The sockets, and the bus between processes."""
