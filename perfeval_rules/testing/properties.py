"""What must hold of a plugin, in words for those who use it; by the names of the tests where the test kit tries it."""

from collections.abc import Mapping

from perfeval_rules.text import Text

OF_A_PLUGIN: Mapping[str, Text] = {
    "loads": Text("能够载入，声明的内容都合规", "it loads, and all that it declares is sound"),
}
OF_A_TYPE: Mapping[str, Text] = {
    "test_it_is_declared_soundly": Text("声明通过引擎的审查", "its declaration passes the review of the engine"),
    "test_it_is_documented": Text("说明了评什么、填什么", "it says what it measures and what rows report"),
    "test_its_words_are_in_both_languages": Text("名称和提示中英文齐全", "title and messages are in both languages"),
    "test_every_message_is_said_by_something": Text("没有用不到的提示", "there is no message that nothing tells"),
    "test_examples_hold": Text("自带的例子都成立", "the examples that it brings hold"),
    "test_examples_show_every_check_and_every_stop": Text(
        "每条核查、每种无法评分都有例子", "each check and each reason for no score has an example"
    ),
    "test_an_example_is_exactly_on_target": Text("有例子恰好达到目标", "one example is exactly on target"),
    "test_options_survive_toml": Text("规则集里写的选项就是生效的选项", "options take effect as rulesets write them"),
    "test_an_unknown_option_is_refused": Text("写错的选项会报错", "a misspelt option is an error"),
    "test_options_have_a_schema": Text("编辑器能提示选项", "editors can offer its options"),
    "test_every_row_has_a_value_or_words_that_say_why_not": Text(
        "无论怎么填都有结果，或说明为什么没有", "any row has a result, or words that say why not"
    ),
    "test_a_row_that_a_check_stops_has_no_score": Text("核查认为不能评分的不给分", "what a check stops has no score"),
    "test_messages_can_be_told": Text("提示都说得出来", "its messages can be told"),
    "test_a_better_value_never_measures_worse": Text("完成得更好，评价不会更低", "a better value never measures worse"),
    "test_the_same_row_is_scored_the_same": Text("同样的填报，结果总是一样", "the same row is always scored the same"),
    "test_the_fast_reading_says_what_the_exact_one_says": Text(
        "快速算法与精确算法结果一致", "the fast reading says what the exact one says"
    ),
    "test_nothing_outside_is_touched": Text(
        "评分时不碰文件、网络、时钟和随机数", "scoring touches no file, network, clock or chance"
    ),
    "test_it_uses_public_names_alone": Text(
        "只用引擎的公开接口，升级不会失效", "it uses public names of the engine alone"
    ),
}
ONLY_AS_SAID: Mapping[str, Text] = {
    "as-said": Text("作者另有说明，照此检查", "its author says more of it, and it is looked at so"),
    "test_one_factor_on_all_changes_nothing": Text("只换计量单位，评价不变", "a change of unit alone changes nothing"),
}
"""What is asked only of a type whose author says more of it, in the module `suites` of the plugin."""
OF_A_TYPE_IN_PYTHON: Mapping[str, Text] = {
    "test_what_attain_is_given_stays_as_it_is": Text(
        "不改动填报的内容和选项", "it changes neither the row nor its options"
    ),
    "test_attain_gives_an_exact_number_or_none": Text("达成度是精确的数", "its attainment is an exact number"),
}
"""What can be asked only of a type that says its attainment in Python."""
OF_A_FUNCTION: Mapping[str, Text] = {
    "test_examples_hold_in_every_reading": Text(
        "自带的例子都成立，快速算法、精确算法和逐步推导都一样",
        "the examples that it brings hold, fast, exactly and step by step alike",
    ),
    "test_the_same_call_gives_the_same": Text("同样的参数，结果总是一样", "the same arguments always give the same"),
    "test_nothing_outside_is_touched": Text(
        "计算时不碰文件、网络、时钟和随机数", "working it out touches no file, network, clock or chance"
    ),
}
OF_A_LINT: Mapping[str, Text] = {
    "test_every_ruleset_can_be_looked_through": Text(
        "随引擎和插件安装的规则集都能核查，不出错",
        "it looks through every ruleset of the engine and the plugin without failing",
    ),
    "test_the_same_ruleset_is_told_the_same": Text(
        "同一个规则集，核查意见总是一样", "the same ruleset is always told the same"
    ),
    "test_remarks_are_told_in_both_languages": Text(
        "核查意见和建议中英文齐全，要填的都填得上",
        "what it tells and advises is in both languages, with every value filled in",
    ),
    "test_nothing_outside_is_touched": Text(
        "核查时不碰文件、网络、时钟和随机数", "looking through touches no file, network, clock or chance"
    ),
}
OF_A_READER: Mapping[str, Text] = {
    "test_a_file_of_no_use_is_told": Text(
        "空文件、不是文字的文件、一行极长的文件，读不了都会说明，不会出错",
        "an empty file, one that is no text and one of a single endless line are told in words, and nothing fails",
    ),
}
OF_A_WRITER: Mapping[str, Text] = {
    "test_an_evaluation_can_be_written": Text(
        "中英文的评价结果都写得出来", "evaluations can be written in both languages"
    ),
}
OF_BOTH: Mapping[str, Text] = {
    "test_what_is_written_is_read_back": Text(
        "自己写出的文件自己读得回来，内容不变", "it reads back the files that it writes, and nothing in them changes"
    ),
}
"""What can be asked only of a format that reads and writes."""
OF_A_RULESET: Mapping[str, Text] = {
    "sound": Text("规则集没有错误", "the ruleset has no errors"),
    "cases": Text("算例全部相符", "all of its cases hold"),
}
PROPERTIES: Mapping[str, Mapping[str, Text]] = {
    "plugin": OF_A_PLUGIN, "type": {**OF_A_TYPE, **OF_A_TYPE_IN_PYTHON, **ONLY_AS_SAID}, "function": OF_A_FUNCTION,
    "lint": OF_A_LINT, "format": {**OF_A_READER, **OF_A_WRITER, **OF_BOTH}, "ruleset": OF_A_RULESET,
}  # fmt: skip
"""By what they are properties of, in the order in which they are looked at."""
