"""Lines under their groups."""

from dataclasses import replace

from perfeval_rules.cli.sections import sections


def told(evaluation):
    return [
        (section.group.id if section.group else "", section.depth, [line.number for line in section.lines])
        for section in sections(evaluation)
    ]


def test_a_group_stands_before_what_it_holds_and_an_empty_one_is_left_out(evaluation):
    assert told(evaluation) == [
        ("", 0, [1]), ("output", 0, []), ("quantity", 1, [2, 3]), ("benefit", 0, [4, 5, 6, 7]),
    ]  # fmt: skip


def test_every_line_stands_exactly_once_whatever_the_groups(evaluation):
    lost = replace(evaluation, groups=evaluation.groups[1:])
    for form in (evaluation, lost, replace(evaluation, groups=())):
        numbers = [number for _, _, lines in told(form) for number in lines]
        assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7]


def test_a_form_without_lines_has_no_sections(bare):
    assert told(bare) == []
