"""What holds for all tests."""

import gc


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay to the end; the collector need not look through them again and again."""
    gc.collect()
    gc.freeze()
