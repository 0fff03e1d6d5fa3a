"""What the tests of formats share."""

import pytest
from on_disk import Read

from claimlint.configuration.limits import Limits
from claimlint.documents import formats
from claimlint.documents.document import Document
from claimlint.line import Claimlint


@pytest.fixture(scope="session")
def read(lint: Claimlint) -> Read:
    """Reads the articles of a file that is not there."""

    def articles(content: bytes | str, path: str, limits: Limits | None = None) -> list[Document]:
        found = list(formats.read(content, path, limits or Limits(), lint.data["boilerplate"]["pages"]))
        assert all(isinstance(each, Document) for each in found)
        return found  # type: ignore[return-value]

    return articles
