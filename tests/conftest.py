"""What every test has at hand. Fixtures live in tests/plugins/, one subject each."""

pytest_plugins = [
    "tests.plugins.network",
    "tests.plugins.databases",
    "tests.plugins.clock",
    "tests.plugins.mail",
    "tests.plugins.live",
    "tests.plugins.browser",
    "tests.plugins.provider",
    "tests.plugins.faults",
    "tests.plugins.memory",
    "tests.plugins.scenes",
    "tests.plugins.workers",
]
