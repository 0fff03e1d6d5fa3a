"""Report -> how often each rule spoke, and in how many articles."""

from collections import Counter, defaultdict

from claimlint.configuration.settings import SEVERITIES
from claimlint.reports import closing
from claimlint.reports.view import View, worse


def rendered(view: View) -> str:
    """Gives a line a rule and severity, the worst and the most frequent first, and the sums."""
    findings = view.report.findings
    counts = Counter((finding.severity, finding.rule) for finding in findings)
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in findings:
        articles[finding.severity, finding.rule].update(claim.document.path for claim in finding.claims)
    order = sorted(counts, key=lambda key: (worse(key[0]), -counts[key], key[1]))
    width = max((len(rule) for _, rule in counts), default=0)
    said = max(map(len, SEVERITIES))
    lines = []
    for key in order:
        severity = view.style.severity(key[0])(f"{key[0]:<{said}}")
        lines.append(f"{counts[key]:>6}  {severity}  {key[1]:<{width}}  in {closing.count(len(articles[key]), 'article')}")
    return "\n".join([*lines, *closing.lines(view.report, view.style)]) + "\n"
