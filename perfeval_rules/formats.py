"""Files in formats of plugins: forms read from them, evaluations written to them; what goes wrong there is told."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from perfeval_rules.admission import Offered
from perfeval_rules.body.decoding import MOST_BYTES
from perfeval_rules.body.form_data import submission_from_data
from perfeval_rules.catalogue import finding
from perfeval_rules.errors import PluginError, SubmissionError
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.extension import Format
from perfeval_rules.findings import Finding, Place, worst
from perfeval_rules.owed import OwedError, fault_of
from perfeval_rules.plain import plain
from perfeval_rules.registry import Registry
from perfeval_rules.submission import Submission
from perfeval_rules.text import NOTHING, Language


def reader_of(registry: Registry, name: str) -> Offered[Format] | None:
    """The format of a plugin that reads files of a name; None where none does."""
    _, dot, ending = name.rpartition(".")
    offered = registry.formats.get(dot + ending.lower())
    return offered if offered and offered.given.read else None


def read_by(
    offered: Offered[Format], registry: Registry, raw: bytes, name: str
) -> tuple[Submission | None, tuple[Finding, ...]]:
    """A form as a plugin reads it, then looked at as any other; None where it cannot be read."""
    read = offered.given.read
    assert read is not None, "only a reader is asked"
    if len(raw) > MOST_BYTES:
        return None, (finding("form.too-large", Place(name), most=MOST_BYTES // 1024),)
    if not raw.strip():
        return None, (finding("form.empty", Place(name)),)
    try:
        try:
            data = registry.guard(partial(read, raw))
        except SubmissionError as refused:
            return None, _refusal(refused, name)
        if not isinstance(data, Mapping):
            raise OwedError("映射（dict）", "a mapping is", data)
        return submission_from_data(data, name)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # a plugin may raise anything, SystemExit included
        return None, (
            finding("form.format-failed", Place(name), name=name, plugin=str(offered.plugin), fault=fault_of(fault)),
        )


def _refusal(refused: SubmissionError, name: str) -> tuple[Finding, ...]:
    """What a reader says of a file that it cannot read, at the file where it names no place; TypeError where that is nothing."""
    found = refused.findings
    if any(type(one) is not Finding for one in found) or worst(found) != "error":
        raise TypeError("a SubmissionError of a reader carries findings, one of them an error")
    return tuple(one if one.at != Place() else replace(one, at=Place(name)) for one in found)


def written(registry: Registry, evaluation: Evaluation, suffix: str, language: Language) -> bytes:
    """An evaluation as a plugin writes it; raises PluginError where none writes that suffix, or it fails."""
    offered = registry.formats.get(suffix)
    write = offered.given.write if offered else None
    if offered is None or write is None:
        known = tuple(one for one, other in registry.formats.items() if other.given.write)
        raise PluginError([finding("plugin.no-writer", Place(), suffix=suffix, known="、".join(known) or NOTHING)])
    try:
        given = registry.guard(partial(write, plain(evaluation, evaluation.findings), language))
        if not isinstance(given, bytes):
            raise OwedError(" bytes", "bytes are", given)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # a plugin may raise anything, SystemExit included
        told = finding(
            "plugin.writer-failed", Place(offered.plugin.name), suffix=suffix, plugin=str(offered.plugin),
            fault=fault_of(fault),
        )  # fmt: skip
    else:
        return given
    raise PluginError([told])
