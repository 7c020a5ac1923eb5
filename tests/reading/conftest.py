"""PDF is read in this process, not in one of its own, so that hundreds of files take seconds."""

import pytest

from editor.reading.readers import child


@pytest.fixture(autouse=True)
def read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of the other process itself are marked by asking for `apart`."""
    if "apart" not in request.fixturenames:
        monkeypatch.setattr(child, "read_apart", lambda reader, content, name: reader(content, name))


@pytest.fixture
def apart() -> None:
    """The test reads PDF as the program does."""
