"""The language server, asked over standard input and output by a client of the protocol, as an editor asks it."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from claimlint.configuration.settings import Settings
from claimlint.editor.desk import Desk

Run = Callable[..., Any]
KESTREL = "OSLO, May 3 ({wire}) - 🚀 The Kestrel missile has a range of {range} km.\n\nIt was shown to the press on Monday.\n"
PATIENCE = 60  # seconds


class Client(LanguageClient):
    """An editor that keeps what is published, by the name of the file."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.news = asyncio.Event()
        self.messages: list[str] = []

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(ls: Any, params: types.PublishDiagnosticsParams) -> None:
            self.shown[params.uri.rpartition("/")[2]] = params
            self.news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def _(ls: Any, params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self.news.set()

    async def until(self, seen: Callable[[], Any]) -> None:
        """Waits for what is to be published."""
        async with asyncio.timeout(PATIENCE):
            while not seen():
                self.news.clear()
                await self.news.wait()

    def of(self, path: Path, version: int) -> list[types.Diagnostic] | None:
        """The diagnostics of a version of a file; None as long as there are none of it."""
        params = self.shown.get(path.name)
        return list(params.diagnostics) if params and params.version == version else None

    def open(self, path: Path, text: str | None = None) -> None:
        """Opens a file."""
        text = path.read_text("utf-8") if text is None else text
        self.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)))

    def type(self, path: Path, version: int, text: str) -> None:
        """Sets the text of an open file, without saving it."""
        self.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, path.as_uri()), [types.TextDocumentContentChangeWholeDocument(text)]
        ))  # fmt: skip


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two articles that differ, a third of another story."""
    found = []
    for name, reach in (("a.txt", 480), ("b.md", 620)):
        path = tmp_path / "articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(KESTREL.format(wire=name[0].upper() * 4, range=reach), encoding="utf-8")
        found.append(path)
    (tmp_path / "articles" / "c.txt").write_text("LIMA, July 20 (Wire) - The bank employs 40 people.\n", encoding="utf-8")
    (tmp_path / "claimlint.toml").write_text('paths = ["articles"]\n', encoding="utf-8")
    return found


def served(folder: Path, root: Path, work: Callable[[Client], Awaitable[None]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a server on a folder, and the work with a client of it; then ends both as the protocol wants it."""
    monkeypatch.setenv("PYTHONPATH", str(root))

    async def whole() -> None:
        client = Client()
        await client.start_io(sys.executable, "-m", "claimlint", "lsp", "--stdio")
        try:
            await client.initialize_async(types.InitializeParams(
                types.ClientCapabilities(), root_uri=folder.as_uri(),
                workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
            ))  # fmt: skip
            client.initialized(types.InitializedParams())
            await work(client)
            await client.shutdown_async(None)
            client.exit(None)
        except BaseException:
            if client._server:
                client._server.kill()  # it waits for an end that was not told
            raise
        finally:
            await client.stop()

    with ThreadPoolExecutor(1) as own:  # another test of the process may have left a loop running in this thread
        own.submit(lambda: asyncio.run(whole())).result()


def test_an_article_is_checked_while_it_is_written(
    articles: list[Path], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Diagnostics point to the other article, hovers tell why, the action silences; what is not saved stands for its file."""
    a, b = articles

    async def work(client: Client) -> None:
        client.open(a)
        await client.until(lambda: client.of(a, 1))
        (found,) = client.of(a, 1) or []
        line = a.read_text("utf-8").splitlines()[0]
        units = line.encode("utf-16-le")
        assert units[2 * found.range.start.character : 2 * found.range.end.character].decode("utf-16-le") == "480 km"
        assert (found.code, found.severity, found.source) == ("ranges-differ", types.DiagnosticSeverity.Error, "claimlint")
        (other,) = found.related_information or []
        assert other.location.uri == b.as_uri()
        assert "620 km" in other.message

        here = types.TextDocumentIdentifier(a.as_uri())
        hover = await client.text_document_hover_async(types.HoverParams(here, found.range.start))
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert "620 km" in hover.contents.value
        assert "nothing in common" in hover.contents.value
        assert await client.text_document_hover_async(types.HoverParams(here, types.Position(2, 3))) is None

        actions = await client.text_document_code_action_async(
            types.CodeActionParams(here, found.range, types.CodeActionContext([found]))
        )
        (action,) = actions or []
        assert isinstance(action, types.CodeAction)
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[a.as_uri()]
        assert edit.range.start == edit.range.end == types.Position(0, 0)
        client.type(a, 2, edit.new_text + a.read_text("utf-8"))
        await client.until(lambda: client.of(a, 2) is not None)
        assert client.of(a, 2) == []

        client.type(a, 3, a.read_text("utf-8").replace("480", "620"))
        await client.until(lambda: client.of(a, 3) is not None)
        assert client.of(a, 3) == []
        client.open(b, b.read_text("utf-8").replace("620", "700"))
        await client.until(lambda: client.of(b, 1))
        assert client.of(a, 3)
        client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(b.as_uri())))
        await client.until(lambda: client.of(a, 3) == [])
        assert not client.shown["b.md"].diagnostics
        assert client.messages == []

    served(tmp_path, root, work, monkeypatch)


def test_a_broken_configuration_is_told(
    articles: list[Path], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the message of the command line; when it is mended, articles are checked."""
    path = tmp_path / "claimlint.toml"
    path.write_text('paths = ["articles"]\nselekt = []\n', encoding="utf-8")

    async def work(client: Client) -> None:
        client.open(articles[0])
        await client.until(lambda: client.messages)
        assert "selekt" in client.messages[0]
        path.write_text('paths = ["articles"]\n', encoding="utf-8")
        change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        await client.until(lambda: client.of(articles[0], 1))

    served(tmp_path, root, work, monkeypatch)


@pytest.mark.parametrize("edit", ["480", "620", "# claimlint: ignore ranges-differ -- two variants\n\n480"])
def test_memory_changes_nothing(articles: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, edit: str) -> None:
    """After any edit the report is that of a checker that remembers nothing."""
    monkeypatch.chdir(tmp_path)
    texts = [KESTREL.format(wire="AAAA", range=reach) for reach in (480, 500, 620)]
    head, _, reach = edit.rpartition("\n\n")
    texts.append(f"{head}\n\n{KESTREL.format(wire='AAAA', range=reach)}")
    settings = Settings(paths=("articles",), base=Path(), notes=True)
    desk = Desk(settings, debug=True)
    for text in texts:
        buffers = {str(articles[0]): text}
        report = desk.report(["."], buffers)
        fresh = Desk(settings, debug=True).report(["."], buffers)
        assert [each.order for each in report.findings] == [each.order for each in fresh.findings]
        assert [each.explanation for each in report.findings] == [each.explanation for each in fresh.findings]
        assert (report.fates, report.counts, report.per_document, report.ignores, report.limits) == (
            fresh.fates, fresh.counts, fresh.per_document, fresh.ignores, fresh.limits
        )  # fmt: skip


def test_only_the_story_of_an_edit_is_judged_again(articles: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other articles are neither parsed nor read a second time, nor is the other article of the story."""
    monkeypatch.chdir(tmp_path)
    desk = Desk(Settings(paths=("articles",), base=Path()), debug=True)
    desk.report(["."], {})
    read: list[str] = []
    parse = desk.extractor.parser.parse
    monkeypatch.setattr(desk.extractor.parser, "parse", lambda document: read.append(document.path) or parse(document))
    report = desk.report(["."], {str(articles[0]): KESTREL.format(wire="AAAA", range=510)})
    assert read == ["articles/a.txt"]
    assert "510 km" in report.findings[0].message


def test_a_file_that_others_change_is_read_again(articles: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered of a file holds as long as its size and its times do; one that is gone is gone."""
    monkeypatch.chdir(tmp_path)
    desk = Desk(Settings(paths=("articles",), base=Path()), debug=True)
    assert "480 km" in desk.report(["."], {}).findings[0].message
    articles[0].write_text(KESTREL.format(wire="AAAA", range=490), encoding="utf-8")
    assert "490 km" in desk.report(["."], {}).findings[0].message
    articles[0].unlink()
    assert not desk.report(["."], {}).findings


def test_an_edit_among_five_hundred_articles_is_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit costs its own story: a fifth of a second, on whatever machine has read the five hundred before."""
    monkeypatch.chdir(tmp_path)
    for n in range(500):
        story = f"OSLO, May {n % 28 + 1} (W{n}) - The people of Ward{n // 2} met Anna Falk{n // 2} on Monday."
        (tmp_path / f"{n:03}.txt").write_text(
            f"{story} The Kestrel{n // 2} missile has a range of {480 + n % 2 * 90} km.\n", "utf-8"
        )
    desk = Desk(Settings(base=tmp_path), debug=True)
    assert len(desk.report(["."], {}).documents) == 500
    text = (tmp_path / "250.txt").read_text("utf-8")
    took = []
    for n in range(5):
        before = time.process_time()
        desk.report(["."], {str(tmp_path / "250.txt"): f"{text} It rose by {n} m."})
        took.append(time.process_time() - before)
    assert min(took) < 0.2


def test_what_is_missing_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pygls the command says what to install, and does nothing."""
    monkeypatch.setattr("claimlint.cli.lsp.find_spec", lambda _: None)
    done = run("lsp")
    assert done.status == 2
    assert done.out == ""
    assert "`lsp`" in done.err
    assert len(done.err.splitlines()) == 1
