"""Words of the codes `command.…` (命令行): what was asked of `perfeval` and cannot be done."""

from perfeval_rules.catalogue.entry import Entry, error

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
        "请写序号（1 至 {count}）、指标名称或编号，例如“{example}”。",
        "Give its number (1 to {count}), its name or its id, for instance “{example}”.",
    ),
    "several-lines": error(
        "名为“{name}”的不止一行：{lines}。",
        "Several lines bear the name “{name}”: {lines}.",
        "请改用序号。",
        "Give the number instead.",
    ),
}
