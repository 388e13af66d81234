"""`livecue hand`: another process of the same user steers the session that runs."""

import json
import stat
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from livecue.config import OverlaySettings
from livecue.errors import MissingError
from livecue.overlay.hands import Hands
from livecue.overlay.reach import ask, reachable
from livecue.overlay.state import OverlayState
from tests.cli.livecue import livecue
from tests.overlay.twins import ControlsTwin, ShapeTwin


class Session:
    """A session's twin that is reached in a folder."""

    def __init__(self) -> None:
        self.controls = ControlsTwin()
        self.shape = ShapeTwin()
        self.hands = Hands(OverlayState(OverlaySettings()), self.shape)
        self.hands.steer(self.controls)


def address_in(folder: Path) -> str:
    """Where the only session is reached."""
    [where] = folder.glob("session.reach.*")
    return str(json.loads(where.read_text())["address"])


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session()
    with reachable(session.hands, tmp_path):
        yield session


def test_a_command_does_what_a_key_does(session: Session, tmp_path: Path) -> None:
    done = livecue(tmp_path, "hand", "hold")
    assert (done.returncode, done.stdout) == (0, "On hold.\n"), done.stderr
    assert session.controls.done == [("act", "hold", None)]


def test_with_no_session_it_says_so(tmp_path: Path) -> None:
    done = livecue(tmp_path, "hand", "hold")
    assert done.returncode == 3
    assert done.stderr.startswith("livecue: No session of yours is running here; ")


def test_an_unknown_hand_is_named_with_those_there_are(tmp_path: Path) -> None:
    done = livecue(tmp_path, "hand", "wave")
    assert done.returncode == 2
    assert "wave" in done.stderr
    assert "off_record" in done.stderr


def test_what_cannot_be_seen_is_said_beside_the_shape_too(session: Session, tmp_path: Path) -> None:
    assert ask(tmp_path, "helpful") == "There has been no cue yet."
    assert session.shape.said == ["There has been no cue yet."]


def test_erasing_asks_once_more(session: Session, tmp_path: Path) -> None:
    assert "Once more" in ask(tmp_path, "erase")
    ask(tmp_path, "erase")
    assert session.controls.erased


def test_only_the_user_can_read_where_it_is_reached(session: Session, tmp_path: Path) -> None:
    [where] = tmp_path.glob("session.reach.*")
    assert stat.S_IMODE(where.stat().st_mode) == 0o600
    socket = Path(address_in(tmp_path))
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "asked",
    [b'{"key": "guessed", "hand": "hold"}', b'{"hand": "hold"}', b"[]", b"\xff", b"x" * 10_000],
)
def test_whoever_shows_no_key_gets_nothing_and_ends_nothing(
    session: Session, tmp_path: Path, asked: bytes
) -> None:
    address = address_in(tmp_path)
    with Client(address) as stranger:
        stranger.send_bytes(asked)
        with pytest.raises((EOFError, ConnectionResetError)):
            stranger.recv_bytes()
    assert session.controls.done == []
    assert ask(tmp_path, "mark") == "This moment is marked."


def test_somebody_who_says_nothing_holds_up_nobody_for_long(
    session: Session, tmp_path: Path
) -> None:
    address = address_in(tmp_path)
    with Client(address):
        assert ask(tmp_path, "mark") == "This moment is marked."


def test_when_the_session_ends_nothing_is_left(tmp_path: Path) -> None:
    with reachable(Session().hands, tmp_path):
        socket = Path(address_in(tmp_path))
        assert socket.exists()
    assert list(tmp_path.iterdir()) == []
    assert not socket.parent.exists()
    assert not [thread for thread in threading.enumerate() if thread.name == "reach"]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Session, Session]]:
    """Two sessions, the earlier first."""
    earlier, later = Session(), Session()
    with reachable(earlier.hands, tmp_path), reachable(later.hands, tmp_path):
        yield earlier, later


def test_of_two_sessions_the_later_is_reached(two: tuple[Session, Session], tmp_path: Path) -> None:
    earlier, later = two
    ask(tmp_path, "hold")
    ask(tmp_path, "erase")
    ask(tmp_path, "erase")
    assert ("act", "hold", None) in later.controls.done
    assert later.controls.erased
    assert earlier.controls.done == []


@pytest.mark.parametrize("first_to_end", ["earlier", "later"])
def test_a_session_that_ends_leaves_the_other_within_reach(
    tmp_path: Path, first_to_end: str
) -> None:
    sessions = {"earlier": Session(), "later": Session()}
    reached = {name: reachable(one.hands, tmp_path) for name, one in sessions.items()}
    for one in reached.values():
        one.__enter__()
    reached.pop(first_to_end).__exit__(None, None, None)
    [left] = reached
    assert ask(tmp_path, "hold") == "On hold."
    assert sessions[left].controls.done == [("act", "hold", None)]
    reached[left].__exit__(None, None, None)


def test_stopping_to_listen_stops_all_and_the_later_alone_listens_again(
    two: tuple[Session, Session], tmp_path: Path
) -> None:
    off = [one.controls for one in two]
    assert ask(tmp_path, "off_record") == "Not listening."
    assert [one.off_record for one in off] == [True, True]
    assert ask(tmp_path, "off_record") == "Listening again."
    assert [one.off_record for one in off] == [True, False]
    ask(tmp_path, "off_record")
    assert [one.off_record for one in off] == [True, True]


def test_a_session_that_was_killed_is_passed_over_and_its_file_goes(
    session: Session, tmp_path: Path
) -> None:
    killed = tmp_path / f"session.reach.{time.time_ns()}"
    killed.write_text(json.dumps({"address": str(tmp_path / "gone"), "key": "k"}))
    assert ask(tmp_path, "mark") == "This moment is marked."
    assert not killed.exists()


def test_after_a_session_that_was_killed_no_session_is_reached(tmp_path: Path) -> None:
    gone = {"address": str(tmp_path / "gone"), "key": "k"}
    (tmp_path / "session.reach.1").write_text(json.dumps(gone))
    with pytest.raises(MissingError, match="No session of yours is running"):
        ask(tmp_path, "hold")


def test_in_a_folder_that_cannot_be_written_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with reachable(Session().hands, tmp_path / "file"):
        pass
