"""Words of the codes `plugin.…` (插件): what keeps a plugin, or a type it declares, from being used."""

from perfeval_rules.catalogue.entry import Entry, error, warning

_REQUIRED: dict[str, Entry] = {
    "not-installed": error(
        "规则集需要插件“{name}”，本机没有安装{near}。",
        "The ruleset requires the plugin “{name}”, which is not installed{near}.",
        "请安装提供它的软件包（一般叫 perfeval-{name}），或更正 [requires] 中的名称。",
        "Install the distribution that has it, usually perfeval-{name}, or correct its name in [requires].",
    ),
    "name-taken": error(
        "插件“{name}”有不止一个软件包提供：{plugins}，无法确定用哪一个，都未载入。",
        "More than one distribution provides the plugin “{name}”: {plugins}. It cannot be known which is meant; none is loaded.",
        "请只保留一个，卸载其余。",
        "Keep one of them and uninstall the others.",
    ),
    "damaged": error(
        "插件 {plugin} 已安装，但安装信息（METADATA）损坏，未载入。",
        "The plugin {plugin} is installed, but what its installer wrote down of it (METADATA) is damaged. It is not loaded.",
        "请卸载后重新安装提供它的软件包。",
        "Uninstall the distribution that has it and install it anew.",
    ),
    "wrong-api": error(
        "插件 {plugin} 按插件接口 v{api} 编写，本引擎使用 v{spoken}，未载入。",
        "The plugin {plugin} was built for plugin API v{api}; this engine speaks v{spoken}. It is not loaded.",
        "请安装该插件支持 v{spoken} 的版本，或更换引擎版本。",
        "Install a version of the plugin for v{spoken}, or another version of the engine.",
    ),
    "wrong-version": error(
        "规则集要求插件“{name}”的版本 {specifier}，安装的是 {plugin}。",
        "The ruleset requires version {specifier} of the plugin “{name}”; installed is {plugin}.",
        "请安装符合要求的版本；确认新版本计分一致的，修改 [requires]。",
        "Install a version that fits; where another is known to score alike, change [requires].",
    ),
}
_LOADING: dict[str, Entry] = {
    "not-loaded": error(
        "插件 {plugin} 已安装，但载入时出错：{fault}",
        "The plugin {plugin} is installed, but failed to load: {fault}",
        "请重新安装或升级该插件；仍出错的，把这条提示发给插件作者。",
        "Install it anew or upgrade it; if that does not help, send this message to its author.",
    ),
    "bad-hooks": error(
        "插件 {plugin} 的钩子声明有误：{fault}",
        "The hooks of the plugin {plugin} are declared wrongly: {fault}",
        "请插件作者核对钩子的名称和参数。",
        "Its author should check the names and arguments of its hooks.",
    ),
    "unknown-hook": error(
        "插件 {plugin} 的 {hook}() 标了 @hookimpl，但没有这个钩子{near}；写在 {spot}。",
        "{hook}() of the plugin {plugin} is marked with @hookimpl, but there is no such hook{near}. It stands in {spot}.",
        "请改正名称，钩子有：{known}；不作钩子的，去掉 @hookimpl。",
        "Correct the name; the hooks are {known}. Where it is to be none, take @hookimpl away.",
    ),
    "no-hook": error(
        "插件 {plugin} 没有实现任何钩子，例如 {hook}。",
        "The plugin {plugin} implements no hook, such as {hook}.",
        "请插件作者写出 {hook}() 并加上 @hookimpl。",
        "Its author should define {hook}() and mark it with @hookimpl.",
    ),
    "unmarked-hook": error(
        "插件 {plugin} 的 {hook}() 没有标 @hookimpl，不会起作用。",
        "{hook}() of the plugin {plugin} is not marked with @hookimpl, so nothing comes of it.",
        "请插件作者在它上面加一行 @hookimpl。",
        "Its author should put @hookimpl above it.",
    ),
    "wrapper": error(
        "插件 {plugin} 用包装器改写 {hook} 的结果，不予载入。",
        "The plugin {plugin} wraps {hook}, which could change what others declare; it is not loaded.",
        "请插件作者去掉 wrapper 或 hookwrapper，直接返回自己声明的内容。",
        "Its author should leave out wrapper and hookwrapper and return what it declares itself.",
    ),
    "hook-raised": error(
        "插件 {plugin} 的 {hook}() 出错：{fault}",
        "{hook}() of the plugin {plugin} failed: {fault}",
        "请升级该插件；仍出错的，把这条提示发给插件作者。",
        "Upgrade the plugin; if that does not help, send this message to its author.",
    ),
    "hook-result": error(
        "插件 {plugin} 的 {hook}() 返回的是 {given}，不是列表。",
        "{hook}() of the plugin {plugin} gives {given}, not a list.",
        "请插件作者返回列表，例如 [MyType]。",
        "Its author should return a list, such as [MyType].",
    ),
}
_REGISTERED: dict[str, Entry] = {
    "not-a-type": error(
        "插件 {plugin} 给出的“{given}”不是指标类型。",
        "What the plugin {plugin} gives, {given}, is no indicator type.",
        "请给出 IndicatorType 的子类本身，而不是它的实例。",
        "Give a subclass of IndicatorType itself, not an instance.",
    ),
    "type-broken": error(
        "类 {type} 读取时出错：{fault}",
        "The class {type} cannot be read: {fault}",
        "请插件作者核对各部分的内容和自己写的校验。",
        "Its author should check what its parts hold and the tests they bring.",
    ),
    "type-refused": error(
        "插件 {plugin} 的指标类型“{type}”有 {count} 处错误，未予采用。",
        "The indicator type “{type}” of the plugin {plugin} has {count} faults and is not used.",
        "请升级或更换该插件；插件作者请逐条改正上列各处。",
        "Upgrade the plugin or use another; its author should mend the faults listed with this.",
    ),
    "type-taken": error(
        "指标类型“{type}”有不止一个：{plugins}，都未采用。",
        "More than one indicator type is called “{type}”: {plugins}; none is used.",
        "请在 [requires] 中只保留其中一个插件。",
        "Keep only one of these plugins in [requires].",
    ),
    "money-clash": error(
        "“{name}”在类型“{amount}”里是金额，在类型“{number}”里不是；类型“{type}”（{plugin}）未采用。",
        "“{name}” is an amount of money to the type “{amount}” and none to the type “{number}”; the type “{type}” ({plugin}) is not used.",
        "请在 [requires] 中只保留其中一个插件，或请作者改名。",
        "Keep only one of their plugins in [requires], or ask an author for another name.",
    ),
    "heading-clash": error(
        "类型“{type}”（{plugin}）把表头“{heading}”给了“{name}”，而类型“{other}”把它给了“{taken}”。",
        "The type “{type}” ({plugin}) takes the heading “{heading}” for “{name}”; the type “{other}” takes it for “{taken}”.",
        "请在 [requires] 中只保留其中一个插件，或请作者改表头。",
        "Keep only one of their plugins in [requires], or ask an author for another heading.",
    ),
    "option-clash": error(
        "类型“{type}”（{plugin}）的选项“{option}”是{kind}，而类型“{other}”的同名选项是{owed}。",
        "The option “{option}” of the type “{type}” ({plugin}) is {kind}; that of the type “{other}” is {owed}.",
        "请在 [requires] 中只保留其中一个插件，或请作者给选项改名。",
        "Keep only one of their plugins in [requires], or ask an author to rename the option.",
    ),
}
_EXTENSIONS: dict[str, Entry] = {
    "not-a-part": error(
        "插件 {plugin} 给出的“{given}”不是{what}。",
        "What the plugin {plugin} gives, {given}, is no {what}.",
        "请给出 perfeval_rules.extension 中相应的对象。",
        "Give an object of the kind that perfeval_rules.extension has for it.",
    ),
    "part-broken": error(
        "插件 {plugin} 给出的{what}读取时出错：{fault}",
        "A {what} that the plugin {plugin} gives cannot be read: {fault}",
        "请插件作者核对它的各个部分。",
        "Its author should check what its parts hold.",
    ),
    "wrong-part": error(
        "插件 {plugin} 给出的{what}“{called}”，其 {part} 应为：{need}。",
        "{part} of the {what} “{called}”, which the plugin {plugin} gives, must be {need}.",
        "请补上或改正。",
        "Add or correct it.",
    ),
    "taken": error(
        "名为“{name}”的{what}有不止一个：{plugins}，都未采用。",
        "More than one {what} is called “{name}”: {plugins}; none is used.",
        "请在 [requires] 中只保留其中一个插件，或请作者改名。",
        "Keep only one of these plugins in [requires], or ask an author to rename it.",
    ),
    "lint-failed": warning(
        "插件 {plugin} 的规则集核查“{name}”出错，未能核查：{fault}",
        "The lint “{name}” of the plugin {plugin} failed, so nothing was looked through: {fault}",
        "计分不受影响；请升级该插件，或把这条提示发给插件作者。",
        "No score depends on it; upgrade the plugin, or send this message to its author.",
    ),
    "no-writer": error(
        "没有插件能写 {suffix} 文件；能写的有：{known}。",
        "No plugin writes {suffix} files; those that can be written are: {known}.",
        "请核对后缀，或在 [requires] 中加上能写它的插件。",
        "Check the suffix, or add a plugin that writes it to [requires].",
    ),
    "writer-failed": error(
        "插件 {plugin} 写不出 {suffix} 文件：{fault}",
        "The plugin {plugin} cannot write {suffix}: {fault}",
        "评分结果不受影响，可改用 --format json；请升级该插件，或把这条提示发给插件作者。",
        "The evaluation stands; --format json gives it. Upgrade the plugin, or send this message to its author.",
    ),
    "overridden": warning(
        "环境变量 PERFEVAL_PLUGINS 代替了规则集的 [requires]：{plugins}。",
        "PERFEVAL_PLUGINS stands in for [requires] of the ruleset: {plugins}.",
        "仅供排查问题；正式计分前请取消该变量。",
        "It is for looking into problems; unset it before scoring in earnest.",
    ),
}
_TYPES: dict[str, Entry] = {
    "two-rungs": error(
        "类型“{type}”既有公式 attainment，又有方法 attain，不知以哪个为准。",
        "The type “{type}” has both a formula `attainment` and a method `attain`; it cannot be known which counts.",
        "请只留一个；公式能写的，用公式。",
        "Keep one of them; where a formula can say it, the formula.",
    ),
    "type-part": error(
        "类 {type} 的 {part} 应为：{need}。",
        "{part} of the class {type} must be {need}.",
        "请补上或改正。",
        "Add or correct it.",
    ),
    "unknown-part": error(
        "类 {type} 里的“{name}”不是类型的部分{near}。",
        "“{name}” in the class {type} is no part of a type{near}.",
        "请改正名称；要作选项或填报值的写明类型，例如 {name}: Fraction = …；只供自己用的标 ClassVar，名称不要与部分的名称相近。",
        "Correct the name; where it is to be an option or a reported value say its kind, as in {name}: Fraction = …; what is for the class alone is a ClassVar with a name of its own.",
    ),
    "part-of-reported": error(
        "类 {type} 里的“{name}”放错了地方：它属于 Reported。",
        "“{name}” in the class {type} is in the wrong place: it belongs in the Reported.",
        "请把它移到 reported 所指的 Reported 子类里。",
        "Move it into the subclass of Reported that reported names.",
    ),
    "reserved-name": error(
        "类型“{type}”不能使用名称“{name}”：规则集的键或公式里已有这个名称，或写法不合规定。",
        "The type “{type}” cannot use the name “{name}”: a key or a formula of rulesets has it, or it is not spelt as names are.",
        "请另起名称，用小写字母、数字和下划线。",
        "Choose another, made of a–z, 0–9 and _.",
    ),
    "value-kind": error(
        "类型“{type}”的“{name}”不是公式能用的值。",
        "“{name}” of the type “{type}” is no value that formulas can use.",
        "选项用 Fraction、int、bool、str 或 Literal；填报值还可以用 date，并可加 | None。",
        "Options are Fraction, int, bool, str or Literal; reported values may also be a date, and any of them | None.",
    ),
    "reported-kind": error(
        "类型“{type}”填报的“{name}”应为{need}，与填报表一致。",
        "“{name}”, which the type “{type}” reports, must be {need}, as forms have it.",
        "请改正，或另起名称。",
        "Correct it, or choose another name.",
    ),
    "reported-bound": error(
        "类型“{type}”给填报值“{name}”规定了范围或校验；填报的值不会因此被拒绝。",
        "The type “{type}” sets bounds or a test to “{name}”, which rows report; no value is refused by them.",
        "请改写成 Check，该停的加 stops=True。",
        "Say it as a Check, with stops=True where the row then has no score.",
    ),
    "title-name": error(
        "类型“{type}”给“{name}”写了表头，但它不填报这个值{near}。",
        "The type “{type}” has headings for “{name}”, which it does not report{near}.",
        "请改正名称，或删去。",
        "Correct the name, or take it away.",
    ),
    "heading-taken": error(
        "类型“{type}”把“{name}”叫作“{heading}”，而表上的这一栏另有所指，内容到不了这个值。",
        "The type “{type}” calls “{name}” “{heading}”, a heading that forms use for something else: such a column does not "
        "reach the value.",
        "请换一个表上没有的名称，例如不用“备注”而用“问卷备注”；带“原因”二字的栏都是偏差原因。已有的栏名见 docs/headings.md。",
        "Give it a title that no form uses, “问卷备注” for instance rather than “备注”; any heading with 原因 is that of the "
        "deviation reasons. docs/headings.md lists the headings that are taken.",
    ),
    "money-name": error(
        "类型“{type}”把“{name}”列为金额，但它不是类型自己填报的数{near}。",
        "The type “{type}” counts “{name}” among its amounts of money, but it is no number of its own that it reports{near}.",
        "in_yuan 里只写 Reported 中自己的数（Fraction）；表上每行都有的格，如 target 和 actual，按所写的单位读，不列在这里。",
        "Name in in_yuan numbers (Fraction) of the Reported alone; cells that every row has, such as target and actual, are read by the unit written there.",
    ),
    "wrong-default": error(
        "类型“{type}”的选项“{name}”默认值是 {default}，不是它允许的值或不是第一个。",
        "The default of the option “{name}” of the type “{type}” is {default}: not a value it takes, or not the first.",
        "默认值应是选项自己接受的值；列举的，第一个就是默认值。",
        "Make it a value that the option takes; of an enumeration, the first.",
    ),
    "wrong-check": error(
        "类型“{type}”的核查“{check}”写法不合规定。",
        "The check “{check}” of the type “{type}” is not written as checks are.",
        "名称用小写字母、数字和连字符，各不相同；severity 为 error、warning 或 info。",
        "Its name is made of a–z, 0–9 and hyphens and borne once; its severity is error, warning or info.",
    ),
    "wrong-stop": error(
        "类型“{type}”公式里的“{part}”写法不对。",
        "“{part}” in a formula of the type “{type}” is not how stop is written.",
        "请写成 stop('代码')，代码用小写字母、数字和连字符。",
        "Write stop('code'), the code made of a–z, 0–9 and hyphens.",
    ),
    "no-message": error(
        "类型“{type}”没有为“{key}”写好中英文提示。",
        "The type “{type}” has no words in both languages for “{key}”.",
        "请在 messages 中为它写一个 Text，中英文都要有。",
        "Add a Text for it to messages, in both languages.",
    ),
    "message-name": error(
        "类型“{type}”的提示要用“{name}”，没有这个名称{near}。",
        "A message of the type “{type}” asks for “{name}”, which is not known{near}.",
        "可用的是填报值、选项、ratio、attainment、met 和行内各栏。",
        "What may be asked for are reported values, options, ratio, attainment, met and the cells of a row.",
    ),
    "example-name": error(
        "类型“{type}”的例子提到“{name}”，它没有这个名称{near}。",
        "An example of the type “{type}” speaks of “{name}”, which it does not have{near}.",
        "请改正名称，或删去。",
        "Correct the name, or take it away.",
    ),
}
ENTRIES: dict[str, Entry] = {**_REQUIRED, **_LOADING, **_REGISTERED, **_EXTENSIONS, **_TYPES}
