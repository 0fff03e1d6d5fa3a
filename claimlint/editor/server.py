"""The language server: messages of an editor -> checks, and what they find back to the editor.

Source: the Language Server Protocol 3.17. What an editor has not saved stands for its file.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from claimlint.editor import shown, spots
from claimlint.editor.desk import Desk
from claimlint.errors import ClaimlintError
from claimlint.report import Report
from claimlint.version import VERSION

_SETTLED = 0.05  # seconds without another edit, after which one is over


class Server(LanguageServer):
    """Checks the articles of a folder whenever an open one changes. `desk` makes the checker for the working folder."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        super().__init__("claimlint", VERSION)
        self._make = desk
        self._desk: Desk | None = None
        self._places: list[str] = []
        self._report: Report | None = None
        self._asked = 0
        self._worker = ThreadPoolExecutor(1)  # one check at a time, beside the messages

    def enter(self) -> None:
        """Goes to the folder that is open, where the configuration holds, or to none."""
        folders = [uris.to_fs_path(uri) for uri in self.workspace.folders] or [self.workspace.root_path]
        self._places = [os.path.abspath(folder) for folder in folders if folder and os.path.isdir(folder)]
        if self._places:
            os.chdir(self._places[0])
            self._places = [os.path.relpath(place) for place in self._places]

    @property
    def buffers(self) -> dict[str, str]:
        """The open texts by absolute path."""
        found = ((uris.to_fs_path(uri), document) for uri, document in self.workspace.text_documents.items())
        return {os.path.abspath(path): document.source for path, document in found if path and os.path.isabs(path)}

    async def refresh(self) -> None:
        """Checks once the edits have settled, and shows what is found unless there is a newer edit by then."""
        self._asked += 1
        asked = self._asked
        await asyncio.sleep(_SETTLED)
        if asked != self._asked:
            return
        opened = {uri: document.version for uri, document in self.workspace.text_documents.items()}
        try:
            report = await asyncio.get_running_loop().run_in_executor(self._worker, self._checked, self.buffers)
        except ClaimlintError as error:
            said = types.ShowMessageParams(types.MessageType.Error, f"claimlint: {error}")
            self.window_show_message(said)
            return
        if asked == self._asked:
            self._report = report
            for uri, version in opened.items():
                self._publish(uri, version)

    def _checked(self, buffers: dict[str, str]) -> Report:
        if self._desk is None:
            self._desk = self._make()
        return self._desk.report(self._places, buffers)

    def again(self) -> None:
        """Reads configuration and knowledge anew with the next check."""
        self._desk = None

    def _publish(self, uri: str, version: int | None) -> None:
        path = uris.to_fs_path(uri)
        if path and self._desk and self._report:
            limits = self._desk.settings.limits
            found = list(shown.diagnostics(self._report, os.path.abspath(path), limits, self.workspace.position_codec))
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def clear(self, uri: str) -> None:
        """Shows nothing more of a file that was closed."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def hover(self, uri: str, at: types.Position) -> types.Hover | None:
        """Gives the findings at a place, with their steps; None where there is none."""
        path = uris.to_fs_path(uri)
        if not (path and self._desk and self._report):
            return None
        codec, limits = self.workspace.position_codec, self._desk.settings.limits
        found = list(shown.under(self._report, os.path.abspath(path), types.Range(at, at), codec))
        if not found:
            return None
        text = "\n\n---\n\n".join(shown.page(finding, limits) for finding, _ in found)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), spots.of(found[0][1], codec))

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Gives the ignores that silence the findings at a place."""
        uri = params.text_document.uri
        path = uris.to_fs_path(uri)
        if not (path and self._report and self._desk and self._desk.settings.inline_ignores):
            return []
        codec, found, done = self.workspace.position_codec, [], set()
        for finding, claim in shown.under(self._report, os.path.abspath(path), params.range, codec):
            edit = shown.ignore(finding, claim, codec)
            if edit is None or (finding.rule, edit.range.start.line) in done:
                continue
            done.add((finding.rule, edit.range.start.line))
            told = [d for d in params.context.diagnostics if d.code == finding.rule and d.source == shown.SOURCE]
            title = f"claimlint: ignore {finding.rule} in this paragraph"
            change = types.WorkspaceEdit({uri: [edit]})
            found.append(types.CodeAction(title, types.CodeActionKind.QuickFix, told, edit=change))
        return found


def serve(desk: Callable[[], Desk]) -> None:
    """Serves an editor on standard input and output until it ends."""
    server = Server(desk)
    _listening(server)
    server.start_io()


def _listening(server: Server) -> None:
    """Tells a server what to do at each message."""

    @server.feature(types.INITIALIZED)
    async def _ready(ls: Server, _: types.InitializedParams) -> None:
        ls.enter()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def _opened(ls: Server, _: types.DidOpenTextDocumentParams) -> None:
        await ls.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def _changed(ls: Server, _: types.DidChangeTextDocumentParams) -> None:
        await ls.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def _saved(ls: Server, _: types.DidSaveTextDocumentParams) -> None:
        await ls.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def _watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri.lower().endswith((".toml", ".yaml", ".json")) for change in params.changes):
            ls.again()
        await ls.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.clear(params.text_document.uri)
        await ls.refresh()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        return ls.hover(params.text_document.uri, params.position)

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        return ls.actions(params)
