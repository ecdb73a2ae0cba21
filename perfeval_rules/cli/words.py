"""Every word the command line says of itself; what is wrong with a document stands in the catalogue."""

from collections.abc import Mapping

from perfeval_rules.text import Language, Showable, Text

COMMANDS: Mapping[str, Text] = {
    "score": Text("按规则集给填报表评分", "score forms by a ruleset"),
    "explain": Text("逐步说明某一行的得分", "show how one line came to its score"),
    "check": Text("检查规则集，一次指出全部问题", "check rulesets and tell every fault at once"),
    "read": Text("只读填报表，输出识别结果", "read a form and print what was understood"),
    "rulesets": Text("列出可用的规则集", "list the rulesets at hand"),
    "plugins": Text("列出已安装的指标类型插件", "list the plugins installed"),
}
HEADINGS: Mapping[str, Text] = {
    "Usage: ": Text("用法：", "Usage: "),
    "Options": Text("选项", "Options"),
    "Commands": Text("命令", "Commands"),
}
WORDS: Mapping[str, Text] = {
    # the parser
    "about": Text("给项目支出绩效自评表评分、核对偏差原因。", "Scores performance self-evaluations and judges their reasons."),
    "exits": Text(
        "退出码：0 完成且没有错误；1 完成但发现错误；2 没有完成。",
        "Exit codes: 0 done, no errors; 1 done, errors found; 2 not done.",
    ),
    "commands": Text("命令 [参数]...", "COMMAND [ARGS]..."),
    "options": Text("[选项]", "[OPTIONS]"),
    "form": Text("填报表", "FORM"),
    "line": Text("行", "LINE"),
    "ruleset": Text("规则集", "RULESET"),
    "help": Text("显示本说明", "show this help"),
    "version": Text("显示版本", "show the version"),
    "lang": Text("语言，也可设环境变量 PERFEVAL_LANG", "language; PERFEVAL_LANG sets it too"),
    "format": Text("给人看的表格（默认），或给程序用的 JSON", "a page for people (the default) or JSON for programs"),
    "ruleset-help": Text("规则集的编号、系列或文件", "id or family of a ruleset, or a file"),
    "score-help": Text("填报表可以是 .json .toml .txt 文件；- 表示从管道读入。", "FORM is a .json, .toml or .txt file; - is a pipe."),
    "explain-help": Text("“行”是表中的序号、指标名称或编号。", "LINE is the number in the table, a name or an id."),
    "check-help": Text("规则集是编号或 ruleset.toml 文件。", "RULESET is an id or a ruleset.toml file."),
    # faults of usage
    "fault": Text("用法有误：{message}", "usage: {message}"),
    "see": Text("说明见 {command} --help", "see {command} --help"),
    "no-command": Text("没有“{name}”这个命令，可用的有 {known}。", "there is no command “{name}”; there are {known}."),
    "no-option": Text("没有 {name} 这个选项。", "there is no option {name}."),
    "no-option-like": Text("没有 {name} 这个选项，是否指 {like}？", "there is no option {name}; did you mean {like}?"),
    "missing": Text("还缺“{name}”。", "{name} is missing."),
    "choice": Text("{name} 只能是 {known}。", "{name} is one of {known}."),
    "no-extra": Text(
        "命令行要用 {package}，还没有安装：pip install 'perfeval-rules[cli]'",
        "the command line needs {package}, which is not installed: pip install 'perfeval-rules[cli]'",
    ),
    "crash": Text("这是 perfeval 自身的错误，请连同以上内容告诉维护者。", "this is a fault of perfeval itself: please report it with the lines above"),
    # the score sheet
    "project": Text("项目", "Project"),
    "number": Text("序号", "No."),
    "indicator": Text("指标", "Indicator"),
    "type": Text("类型", "Type"),
    "target": Text("目标值", "Target"),
    "actual": Text("实际值", "Actual"),
    "weight": Text("分值", "Weight"),
    "stated": Text("自评", "Stated"),
    "reviewed": Text("复核", "Reviewed"),
    "points": Text("得分", "Score"),
    "outcome": Text("状态", "Outcome"),
    "range": Text("{outcome} {low}–{high}", "{outcome} {low}–{high}"),
    "not-applicable": Text("不适用", "not applicable"),
    "group-withheld": Text("暂不出分", "withheld"),
    "total": Text("总分", "Total"),
    "grade": Text("等级", "Grade"),
    "withheld": Text("暂不出总分：第 {lines} 行尚未有得分。", "The total is withheld until these lines have a score: {lines}."),
    "accepted": Text("其中 {points} 分按自评计入。", "{points} of the points are taken as stated."),
    "adjusts": Text("调分", "Adjustments"),
    "adjust-line": Text("第 {number} 行", "line {number}"),
    "adjust-form": Text("总分", "total"),
    "adjust-grade": Text("等级", "grade"),
    "adjusted": Text("{where} {before} → {after}", "{where} {before} → {after}"),
    "sources": Text("依据", "Sources"),
    "unverified": Text("（未核对原文）", " (not held against the printed text)"),
    "provenance": Text(
        "规则集 {ruleset} {edition} · 摘要 {digest} · 引擎 {engine}{plugins}",
        "ruleset {ruleset} {edition} · digest {digest} · engine {engine}{plugins}",
    ),
    "undecided": Text("因数据不全没有下结论：{rules}", "Not decided for want of data: {rules}"),
    "undecided-line": Text("{rule}（第 {number} 行）", "{rule} (line {number})"),
    # findings
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "note"),
    "found": Text("共 {count} 条：{parts}", "{count} found: {parts}"),
    "count": Text("{severity} {count}", "{severity} {count}"),
    "by-rule": Text("规则 {rule}", "rule {rule}"),
    "sound": Text("{name}：没有发现问题。", "{name}: nothing found."),
    # lists
    "id": Text("编号", "Id"),
    "family": Text("系列", "Family"),
    "edition": Text("版本", "Edition"),
    "years": Text("年度", "Years"),
    "title": Text("名称", "Title"),
    "bases": Text("依托", "Bases"),
    "verified": Text("核对原文", "Verified"),
    "yes": Text("已核对", "yes"),
    "no": Text("未核对", "no"),
    "since": Text("{year} 起", "{year} on"),
    "until": Text("至 {year}", "to {year}"),
    "always": Text("不限", "any"),
    "plugin": Text("插件", "Plugin"),
    "distribution": Text("安装包", "Distribution"),
    "api": Text("接口", "API"),
    "state": Text("情况", "State"),
    "module": Text("模块", "Module"),
    "available": Text("可用", "available"),
    "wrong-api": Text("接口不符", "wrong API"),
    "name-taken": Text("重名", "name taken"),
    "no-plugins": Text("没有安装任何插件。", "No plugin is installed."),
    "no-rulesets": Text("没有可用的规则集。", "There is no ruleset at hand."),
}  # fmt: skip


def word(language: Language, key: str, **values: Showable) -> str:
    """A word or sentence of the command line in a language, filled."""
    return WORDS[key].fill(language, values)
