"""Reports to be shown on pages: hostile ones and large ones."""

from attrs import evolve

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports import html
from claimlint.reports.view import View

HOSTILE = (
    '<script>document.title="owned"</script> <img src=x onerror=\'document.title="owned"\'> {{ 7 * 7 }} </style></script>'
    ' <a href="javascript:alert(1)">x</a> \u202e &amp; " \' ` The Kestrel missile has a range of %s km.'
)


def hostile(lint: Claimlint) -> View:
    """Articles, names and titles that would be scripts."""
    names = ('<img src=x onerror=alert(1)>".txt', "</title><script>alert(2)</script>.txt")
    texts = [f"OSLO, May 3 (Wire) - The Kestrel missile has a range of {n} km. {HOSTILE % n}" for n in (480, 620)]
    documents = [
        Document(name, text, title=HOSTILE % 5, publisher=f"{name}{n}")
        for n, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    return view(lint, documents)


def large(lint: Claimlint, number: int) -> View:
    """So many findings of four rules, three severities, seven subjects."""
    texts = [f"OSLO, May 3 (Wire{n}) - The Kestrel missile has a range of {n} km." for n in (480, 620)]
    found = view(lint, [Document(f"{i}.txt", text) for i, text in enumerate(texts)])
    first = found.report.findings[0]
    findings = tuple(
        evolve(
            first,
            rule=f"rule-{n % 4}",
            severity=("error", "warning", "note")[n % 3],
            message=f"finding number {n}",
            subject=f"subject {n % 7}",
        )
        for n in range(number)
    )
    return evolve(found, report=evolve(found.report, findings=findings))


def view(lint: Claimlint, documents: list[Document]) -> View:
    """The view of a report on documents."""
    return View(
        lint.check(documents), lambda: lint.reader.units, lambda: {rule.name: rule for rule in lint.rules}, lint.settings.limits,
        titles=lambda: lint.extractor.names.titles,
    )  # fmt: skip


def page(found: View) -> str:
    """The page of a view."""
    return html.rendered(found)
