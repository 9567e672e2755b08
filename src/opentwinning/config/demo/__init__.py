"""The demo world: invented people and projects, real freely licensed school registers."""
