"""The page about the types names all there is to name, in both languages."""

from pathlib import Path

PAGE = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
HALVES = PAGE.split("\n---\n")


def test_every_type_option_choice_check_and_word_list_is_on_the_page(registry):
    assert len(HALVES) == 2
    for offer in registry.types.values():
        name = offer.type.name
        said = {name, *offer.option_kinds, *offer.words, *(f"{name}.{check}" for check in offer.checks)}
        said |= {choice for choices in offer.choices.values() for choice in choices}
        for half in HALVES:
            missing = {word for word in said if f"`{word}`" not in half and f"`{word} =" not in half}
            assert not missing
