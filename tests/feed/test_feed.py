"""The feed: who may follow it, what they are told, and that the session never waits for them."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from livecue.config import FeedSettings, OverlaySettings
from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.feed import server
from livecue.feed.server import Feed
from livecue.feed.telling import Telling
from livecue.feed.token import feed_token
from tests.events import action, cue, health, marker, turn

PAGE = Path(__file__).resolve().parents[2] / "docs" / "feed.md"
PATIENCE_S = 20.0


def follow(
    feed: Feed, folder: Path, token: str | None = None, headers: dict[str, str] | None = None
) -> AbstractContextManager[ClientConnection]:
    shown = {"Authorization": f"Bearer {token or feed_token(folder)}", **(headers or {})}
    return connect(f"ws://127.0.0.1:{feed.port}", additional_headers=shown, proxy=None)


def follow_without_reading(feed: Feed, folder: Path) -> AbstractContextManager[ClientConnection]:
    """Somebody whose program hangs, on a connection that holds little."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    held.connect(("127.0.0.1", feed.port))
    shown = {"Authorization": f"Bearer {feed_token(folder)}"}
    url = f"ws://127.0.0.1:{feed.port}"
    return connect(
        url, sock=held, additional_headers=shown, proxy=None, max_queue=1, close_timeout=0
    )


def opened(folder: Path, cues_hidden: bool = False) -> Feed:
    settings = FeedSettings.model_construct(on=True, port=0)
    return Feed(settings, folder, Telling(OverlaySettings(), cues_hidden))


@pytest.fixture
def feed(tmp_path: Path) -> Iterator[Feed]:
    feed = opened(tmp_path)
    yield feed
    feed.close()


def told(follower: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(follower.recv(timeout=PATIENCE_S))
    return message


def happens(feed: Feed, *events: AnyEvent) -> None:
    """They leave the session, each at its own time."""
    for event in events:
        at = getattr(event, "at", None) or getattr(event, "known_at", 0.0)
        feed.push(event.model_copy(update={"emitted_at": at}))


def test_the_example_in_the_page_prints_each_change_of_the_shape(
    feed: Feed, tmp_path: Path
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len([line for line in example.splitlines() if line.strip()]) <= 20
    environment = {"LIVECUE_HOME": str(tmp_path), "LIVECUE_FEED_PORT": str(feed.port)}
    with subprocess.Popen(
        [sys.executable, "-c", example],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "listening\n"
        happens(feed, cue(10.0, "yes_but"), action(11.0, "hold"), action(12.0, "release"))
        feed.close()
        printed = process.stdout.read().split("\n")
    assert printed[:4] == ["tap", "consider_pausing", "held", "listening"]


def test_whoever_is_new_is_told_the_shape_as_it_is(feed: Feed, tmp_path: Path) -> None:
    happens(feed, cue(10.0, "yes_but"))
    with follow(feed, tmp_path) as follower:
        first = told(follower)
        assert first.pop("at") >= 10.0
        assert first == {
            "type": "shape",
            "shape": "consider_pausing",
            "badge": None,
            "step": None,
            "exploring": False,
            "cue_at": 10.0,
        }


def test_what_stands_and_what_fails_is_told_by_name(feed: Feed, tmp_path: Path) -> None:
    with follow(feed, tmp_path) as follower:
        told(follower)
        happens(feed, action(5.0, "off_record"), action(6.0, "on_record"))
        assert [told(follower)["shape"] for _ in range(2)] == ["off_record", "listening"]
        happens(feed, health(7.0, "text_behind"))
        assert told(follower)["badge"] == "words_late"
        happens(feed, health(8.0, "device_lost"))
        assert told(follower)["shape"] == "trouble"


def test_a_cue_goes_by_itself_with_time(tmp_path: Path) -> None:
    telling = Telling(OverlaySettings(shown_s=5.0))
    telling.push(cue(10.0, "yes_but"))
    assert '"consider_pausing"' in (telling.message(10.0) or "")
    assert telling.message(14.9) is None
    assert '"listening"' in (telling.message(15.1) or "")


def test_nothing_that_was_said_is_told() -> None:
    telling = Telling(OverlaySettings())
    said = turn(1, "client", "I know, it's just that Margaret", 5.0)
    for event in (said, marker("yes_but", 9.0, words=("Margaret",)), cue(10.0, "yes_but")):
        telling.push(event)
    message = telling.message(11.0) or ""
    assert "consider_pausing" in message
    assert "Margaret" not in message
    assert "Slow down" not in message, "nor the guide's line, which a clinician may have written"


def test_cues_that_wait_for_the_review_wait_here_too() -> None:
    telling = Telling(OverlaySettings(), cues_hidden=True)
    telling.push(cue(10.0, "yes_but"))
    message = json.loads(telling.message(11.0) or "")
    assert (message["shape"], message["cue_at"]) == ("listening", None)


@pytest.mark.parametrize("token", ["guessed", "é", " "])
def test_a_wrong_token_is_turned_away(feed: Feed, tmp_path: Path, token: str) -> None:
    with pytest.raises(InvalidStatus) as refused, follow(feed, tmp_path, token):
        pass
    assert refused.value.response.status_code == 401


def test_no_token_is_turned_away(feed: Feed) -> None:
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(f"ws://127.0.0.1:{feed.port}", proxy=None),
    ):
        pass
    assert refused.value.response.status_code == 401


def test_a_page_in_a_browser_is_turned_away_even_with_the_token(feed: Feed, tmp_path: Path) -> None:
    page = {"Origin": "http://127.0.0.1"}
    with pytest.raises(InvalidStatus) as refused, follow(feed, tmp_path, headers=page):
        pass
    assert refused.value.response.status_code == 403


def test_it_is_reached_from_this_computer_alone(feed: Feed) -> None:
    assert feed._socket.getsockname()[0] == "127.0.0.1"


def test_the_token_is_made_once_and_for_its_owners_eyes(tmp_path: Path) -> None:
    token = feed_token(tmp_path / "home")
    assert feed_token(tmp_path / "home") == token
    assert len(token) >= 40
    assert stat.S_IMODE((tmp_path / "home" / "feed.token").stat().st_mode) == 0o600


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        settings = FeedSettings(on=True, port=port)
        with pytest.raises(InputError, match=f"Another program has the feed's port, {port}; "):
            Feed(settings, tmp_path, Telling(OverlaySettings()))


def test_whoever_does_not_read_is_let_go_and_holds_up_nobody(feed: Feed, tmp_path: Path) -> None:
    with follow_without_reading(feed, tmp_path), follow(feed, tmp_path) as other:
        told(other)
        give_up_s = time.monotonic() + PATIENCE_S
        number = 0
        while feed.followers > 1:
            assert time.monotonic() < give_up_s, f"they still follow after {number} messages"
            number += 2
            happens(feed, action(number, "hold"), action(number, "release"))
            assert [told(other)["shape"] for _ in range(2)] == ["held", "listening"]


def test_more_than_a_few_may_not_follow(feed: Feed, tmp_path: Path) -> None:
    with ExitStack() as stack:
        for _ in range(server.MOST_FOLLOWERS):
            told(stack.enter_context(follow(feed, tmp_path)))
        with follow(feed, tmp_path) as one_more, pytest.raises(ConnectionClosed, match="too many"):
            one_more.recv(timeout=PATIENCE_S)


def test_what_a_follower_says_changes_nothing(feed: Feed, tmp_path: Path) -> None:
    with follow(feed, tmp_path) as follower:
        told(follower)
        follower.send('{"hand": "hold"}')
        happens(feed, action(5.0, "snooze", 60.0))
        assert told(follower)["shape"] == "snoozed"


def test_when_the_session_ends_so_does_the_connection(tmp_path: Path) -> None:
    feed = opened(tmp_path)
    with follow(feed, tmp_path) as follower:
        told(follower)
        feed.close()
        with pytest.raises(ConnectionClosed):
            follower.recv(timeout=PATIENCE_S)
    happens(feed, action(5.0, "hold"))
    assert not [thread for thread in threading.enumerate() if thread.name == "feed"]
