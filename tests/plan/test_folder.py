"""Forms side by side: ranks, texts on several forms, facts and checks over the folder; alone, none of it has a value."""

import json
from fractions import Fraction

from perfeval_rules.files.forms import read_submission
from perfeval_rules.plan.folder import Across
from perfeval_rules.readings.exact import Exact
from tests.plan.small import AS_DONE, program, row


def forms(*given):
    read = [read_submission(json.dumps(one, ensure_ascii=False).encode(), f"{n}.json") for n, one in enumerate(given)]
    return [submission for submission, _ in read]


def form(score, department="甲局", **more):
    return {"department": department, "rows": [row(score)], **more}


RANKED = AS_DONE + '[fact.place]\nvalue = "rank(total)"\nshow = true\n[fact.worst]\nvalue = "rank(-total)"\n'


def test_ranks_are_places_and_ties_share_the_better_one():
    folder = program(RANKED).evaluate_folder(forms(form(5), form(9), form(9), form(1)), "夹")
    assert [one.facts["place"] for one in folder.forms] == [3, 1, 1, 4]
    assert [one.facts["worst"] for one in folder.forms] == [2, 3, 3, 1]


def test_a_form_without_the_number_has_no_place_and_takes_none():
    folder = program(RANKED).evaluate_folder(forms(form(5), form("")), "夹")
    assert [one.facts["place"] for one in folder.forms] == [1, None]


def test_alone_a_form_has_no_place():
    made = program(RANKED)
    (alone,) = forms(form(5))
    assert made.evaluate(alone).facts["place"] is None
    assert made.evaluate_folder([alone], "夹").forms[0].facts["place"] == 1


COPIED = AS_DONE + "[check.copied]\nwhen = \"length(reason) > 2 and repeats(reason, 'folder') > repeats(reason)\"\n"


def test_a_text_that_stands_on_another_form_is_found_and_one_on_this_form_alone_is_not():
    shared, own = (
        {"rows": [row(1, reason="受疫情影响")]},
        {"rows": [row(1, reason="天气不好"), row(2, reason="天气不好")]},
    )
    folder = program(COPIED).evaluate_folder(forms(shared, own, shared), "夹")
    assert [sum(one.code == "check.copied" for one in each.findings) for each in folder.forms] == [1, 0, 1]


def test_a_blank_text_stands_nowhere():
    text = AS_DONE + "[check.c]\nwhen = \"repeats(reason, 'folder') > 0\"\n"
    folder = program(text).evaluate_folder(forms({"rows": [row(1)]}, {"rows": [row(1)]}), "夹")
    assert not any(one.code == "check.c" for each in folder.forms for one in each.findings)


ACROSS = (
    AS_DONE
    + '[fact.most]\nof = "folder"\nvalue = "largest(total)"\n[fact.half]\nof = "folder"\nvalue = "most / forms"\n'
    + '[fact.none]\nof = "folder"\nvalue = "1 / (forms - forms)"\n'
)


def test_facts_over_the_folder_ask_its_forms_and_one_another():
    folder = program(ACROSS).evaluate_folder(forms(form(5), form(9)), "夹")
    assert folder.facts == {"most": 9, "half": Fraction(9, 2), "none": None}


EACH = (
    AS_DONE
    + '[check.full]\nof = "folder"\neach = "department"\nwhen = "count(total >= 9) >= 2"\nmessage.zh = "{department}等 {forms} 张"\n'
    + '[check.any]\nof = "folder"\nwhen = "any(total > 8)"\n'
)


def test_a_check_for_each_text_of_the_form_is_asked_once_for_each():
    folder = program(EACH).evaluate_folder(forms(form(9), form(9), form(9, "乙局"), form(1, "乙局"), form(9, "")), "夹")
    assert [(one.code, one.say("zh")) for one in folder.findings if one.code == "check.full"] == [
        ("check.full", "甲局等 5 张")
    ]
    assert [str(one.at) for one in folder.findings if one.code == "check.any"] == ["夹"]


def test_a_check_for_each_text_knows_what_the_whole_folder_says():
    text = (
        AS_DONE + '[fact.most]\nof = "folder"\nvalue = "largest(total)"\n'
        '[check.best]\nof = "folder"\neach = "department"\nwhen = "sum(total) > most"\nmessage.zh = "{department}"\n'
    )
    found = program(text).evaluate_folder(forms(form(5), form(6), form(9, "乙局")), "夹").findings
    assert [one.say("zh") for one in found if one.code == "check.best"] == ["甲局"]


def test_a_check_for_each_fact_of_the_line_asks_the_lines_that_share_it():
    text = (
        AS_DONE
        + '[fact.defect]\nof = "line"\nkind = "text"\n[check.uneven]\nof = "folder"\neach = "defect"\n'
        + 'when = "largest(score) - smallest(score) > 3"\n'
    )
    defect = {"values": {"defect": "无佐证"}}
    given = forms(
        {"rows": [row(9, **defect)]},
        {"rows": [row(2, **defect), row(1)]},
        {"rows": [row(8, values={"defect": "别的"})]},
    )
    found = program(text).evaluate_folder(given, "夹").findings
    assert [(one.code, one.path) for one in found] == [("check.uneven", "无佐证")]


def test_a_check_that_has_no_value_says_nothing():
    text = AS_DONE + '[check.c]\nof = "folder"\nwhen = "1 / (forms - forms) > 0"\n'
    assert program(text).evaluate_folder(forms(form(1)), "夹").findings == ()


def test_folder_checks_are_undecided_on_a_form_alone_and_not_in_a_folder():
    made = program(EACH)
    (alone,) = forms(form(9))
    assert {one.code for one in made.evaluate(alone).undecided} == {"folder"}
    assert made.evaluate_folder([alone], "夹").forms[0].undecided == ()


def test_a_condition_over_forms_may_use_words_groups_and_lines_of_each():
    text = (
        AS_DONE
        + '[words]\nold = ["旧"]\n[group.g]\n[check.c]\nof = "folder"\nwhen = "any(mentions(project, \'old\')) and count(name == \'旧区\') == 1"\n'
    )
    given = forms({"project": "旧区", "rows": [row(1, "g")]}, {"project": "新区", "rows": [row(1)]})
    assert [one.code for one in program(text).evaluate_folder(given, "夹").findings] == ["check.c"]


def test_an_empty_folder_has_no_forms_and_nothing_to_tell():
    folder = program(EACH).evaluate_folder([], "夹")
    assert (folder.forms, folder.findings) == ((), ())


def test_a_condition_over_the_folder_knows_the_word_lists_and_groups_of_the_ruleset():
    text = (
        AS_DONE
        + '[words]\nold = ["旧"]\n[group.g]\n[group.h]\nin = "g"\n[check.c]\nof = "folder"\nwhen = "mentions(\'旧\', \'old\')"\n'
    )
    made = program(text)
    assert [one.code for one in made.evaluate_folder(forms(form(1)), "夹").findings] == ["check.c"]
    assert Across(made.plan, (), Exact(made.plan.rounding)).inside("g") == ("g", "h")
