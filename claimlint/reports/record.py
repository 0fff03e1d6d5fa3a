"""Report -> one JSON record. See schema.json beside this file."""

from claimlint.reports import records
from claimlint.reports.view import View


def rendered(view: View) -> str:
    """Gives the record."""
    return records.dump(records.report(view.report, view.units()), indent=1) + "\n"
