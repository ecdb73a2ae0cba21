"""Every fault."""

from tests.hosting.faults import (
    of_attain,
    of_conduct,
    of_formats,
    of_functions,
    of_lints,
    of_loading,
    of_rulesets,
    of_types,
)

FAULTS = tuple(
    fault
    for family in (of_loading, of_types, of_attain, of_functions, of_lints, of_formats, of_rulesets, of_conduct)
    for fault in family.FAULTS
)
