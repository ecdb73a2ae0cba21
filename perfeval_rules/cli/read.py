"""`perfeval read`: a form as canonical JSON; what was not understood goes to standard error."""

from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.notices import notices
from perfeval_rules.cli.output import Output
from perfeval_rules.engine import Engine
from perfeval_rules.errors import SubmissionError
from perfeval_rules.findings import worst
from perfeval_rules.submission import canonical


def run(output: Output, form: str) -> int:
    """Read a form and print what was understood; the answer is JSON in either format."""
    try:
        submission, findings = documents.submission(Engine(), form, None)
    except SubmissionError as refused:
        output.refuse(refused.findings)
        return codes.NOT_DONE
    output.data(canonical(submission))
    output.page(notices(findings, output.language), aside=True)
    return codes.FOUND if worst(findings) == "error" else codes.DONE
