"""How a run of tests uses memory: what was imported stays, so it is not looked through again."""

import gc

import pytest

SELDOM = (50_000, 20, 50)  # objects made before each of the three looks for garbage


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Set modules, tests and models aside; a tenth of the processor went into looking at them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
