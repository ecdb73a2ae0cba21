"""The page about the plugin names all that a ruleset may write, in both languages."""

from perfeval_survey import Survey, perfeval_functions


def test_every_option_reported_value_check_and_function_is_on_the_page_in_both_languages(page):
    halves = page.split("\n---\n")
    assert len(halves) == 2
    said = {Survey.name, *Survey.model_fields, "90", "95", "99"}
    said |= Survey.reported.model_fields.keys() - {"operator"}
    said |= {f"{Survey.name}.{check.name}" for check in Survey.checks}
    said |= {function.usage for function in perfeval_functions()}
    for half in halves:
        assert {word for word in said if f"`{word}`" not in half} == set()
