"""The standard plugin: which types it gives, and what the engine holds of them."""

import perfeval_standard


def test_every_standard_type_is_there(registry):
    assert list(registry.types) == [
        "threshold", "count", "rate", "satisfaction", "cost", "execution", "yes_no", "deadline", "grade", "number",
    ]  # fmt: skip


def test_the_standard_types_bear_the_version_of_the_engine(registry):
    assert {offer.plugin.version for offer in registry.types.values()} == {perfeval_standard.__version__}


def test_only_execution_is_filled_from_the_fund_block(registry):
    assert [name for name, offer in registry.types.items() if offer.type.from_funds] == ["execution"]
