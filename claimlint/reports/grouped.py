"""Report -> the findings below the file of their first claim."""

from collections.abc import Iterator
from itertools import groupby

from claimlint.reports import closing
from claimlint.reports.escape import line_of, visible
from claimlint.reports.places import place
from claimlint.reports.view import View


def rendered(view: View) -> str:
    """Gives the files, each with its findings and where else they are told, and the sums."""
    return "\n".join([*_files(view), *closing.lines(view.report, view.style)]) + "\n"


def _files(view: View) -> Iterator[str]:
    style = view.style
    for path, group in groupby(view.report.findings, key=lambda finding: finding.claims[0].document.path):
        found = list(group)
        yield f"{style.bold(visible(path))}: {closing.count(len(found), 'finding')}"
        places = [place(finding.claims[0]).position for finding in found]
        width = max(map(len, places))
        for finding, position in zip(found, places, strict=True):
            severity = style.severity(finding.severity)(f"{finding.severity:<7}")
            yield f"  {position:>{width}}  {severity}  {line_of(finding.message)} {style.dim(f'[{finding.rule}]')}"
            for claim in finding.claims[1 : view.limits.shown_claims]:
                yield f"  {'':>{width}}  {style.dim('         also')} {visible(str(place(claim)))}"
            if len(finding.claims) > view.limits.shown_claims:
                yield f"  {'':>{width}}           and {len(finding.claims) - view.limits.shown_claims} more"
        yield ""
