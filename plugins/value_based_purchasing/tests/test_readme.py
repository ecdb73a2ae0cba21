"""The page about the plugin names all that a ruleset may write, in both languages."""

from perfeval_value_based_purchasing import ValueBasedPurchasing


def test_every_option_reported_value_and_check_is_on_the_page_in_both_languages(page):
    halves = page.split("\n---\n")
    assert len(halves) == 2
    said = {ValueBasedPurchasing.name, *ValueBasedPurchasing.model_fields}
    said |= {*ValueBasedPurchasing.reported.model_fields, "higher", "lower"}
    said |= {f"{ValueBasedPurchasing.name}.{check.name}" for check in ValueBasedPurchasing.checks}
    for half in halves:
        assert {word for word in said if f"`{word}`" not in half} == set()
