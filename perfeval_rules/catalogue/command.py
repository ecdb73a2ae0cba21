"""Words of the codes `command.…` (命令行): what was asked of `perfeval` and cannot be done."""

from perfeval_rules.catalogue.entry import Entry, error, info

ENTRIES: dict[str, Entry] = {
    "no-file": error(
        "没有“{name}”这个文件。",
        "There is no file “{name}”.",
        "请核对文件名和所在文件夹；从管道读入请写 -。",
        "Check the name and the folder; write - to read from a pipe.",
    ),
    "is-folder": error(
        "“{name}”是文件夹，不是文件。",
        "“{name}” is a folder, not a file.",
        "请写出其中的文件，例如 {name}/*.txt。",
        "Name the files in it, for instance {name}/*.txt.",
    ),
    "left-out": info(
        "文件夹里有 {count} 个文件读不了，没有评分：{names}。",
        "Files of the folder that nothing reads and that were not scored: {count} ({names}).",
        "其中有填报表的，请另存为 .json、.toml 或制表符分隔的 .txt；要由插件读的，请用 --ruleset 指明需要该插件的规则集。不是填报表的，不必管。",
        "If any is a form, save it as .json, .toml or tab-separated .txt, or name with --ruleset one that requires the plugin for it; leave what is no form.",
    ),
    "unreadable": error(
        "“{name}”读不出来：{reason}。",
        "“{name}” cannot be read: {reason}.",
        "请确认文件没有被占用、您有读取权限。",
        "Make sure that the file is not in use and that you may read it.",
    ),
    "unwritable": error(
        "“{name}”写不进去：{reason}。",
        "“{name}” cannot be written: {reason}.",
        "请确认文件夹存在、文件没有被占用、您有写入权限。",
        "Make sure that the folder is there, the file is not in use and you may write it.",
    ),
    "one-form-to-write": error(
        "“{name}”只能写一张表的结果。",
        "“{name}” takes the evaluation of one form only.",
        "请一次只评一张表，或去掉 --write。",
        "Score one form at a time, or leave --write out.",
    ),
    "no-ruleset": error(
        "没有说明按哪个规则集评分。",
        "It was not said which ruleset to score by.",
        "请用 --ruleset 指明一个：{ids}，或自己的 ruleset.toml 文件。",
        "Name one with --ruleset: {ids}, or a ruleset.toml file of your own.",
    ),
    "unknown-line": error(
        "表中没有“{name}”这一行。",
        "The form has no line “{name}”.",
        "请写序号（1 至 {count}）、指标名称或编号，例如“{example}”；问总分就写“总分”。",
        "Give its number (1 to {count}), its name or its id, for instance “{example}”; or “total” to ask about the total.",
    ),
    "several-lines": error(
        "名为“{name}”的不止一行：{lines}。",
        "Several lines bear the name “{name}”: {lines}.",
        "请改用序号。",
        "Give the number instead.",
    ),
    "bad-name": error(
        "“{name}”不能用作{what}。",
        "“{name}” cannot be {what}.",
        "请用{spelt}，不超过 40 个字符，例如“{like}”{called}。",
        "Use {spelt}, and at most 40 characters, for instance “{like}”{called}.",
    ),
    "name-taken": error(
        "“{name}”这个名称已由{whose}使用。",
        "The name “{name}” is taken by {whose}.",
        "请另起一个名称，例如加上地区或年度。",
        "Choose another, for instance with a region or a year in it.",
    ),
    "folder-exists": error(
        "“{name}”已经存在，没有写入任何内容。",
        "“{name}” is already there; nothing was written over it.",
        "请另起名称，或用 --folder 指定别的文件夹。",
        "Choose another name, or another folder with --folder.",
    ),
    "no-plugin": error(
        "没有安装名为“{name}”的插件{near}。",
        "No plugin called “{name}” is installed{near}.",
        "请用 perfeval plugins 查看已安装的插件；正在编写的，先在其文件夹里运行 python -m pip install -e '.[testing]'。",
        "See perfeval plugins for those installed; one that is being written is installed by python -m pip install -e '.[testing]' in its folder.",
    ),
    "no-testing": error(
        "检查插件要用 {package}，还没有安装。",
        "Looking a plugin over needs {package}, which is not installed.",
        "请运行 python -m pip install 'perfeval-rules[testing]'。",
        "Run python -m pip install 'perfeval-rules[testing]'.",
    ),
    "check-ended": error(
        "检查插件“{name}”的进程中途结束，没有得出结论：{reason}",
        "The process that looked the plugin “{name}” over ended before it was done: {reason}",
        "插件结束了进程，或一直没有返回。请升级该插件，或把这条提示发给插件作者。",
        "The plugin ended the process, or did not come back. Upgrade it, or send this message to its author.",
    ),
}
