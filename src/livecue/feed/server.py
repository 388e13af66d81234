"""The feed itself: a WebSocket on 127.0.0.1, on a thread of its own.

It tells and is told nothing: who follows the feed cannot steer the session (`overlay.reach` can).
"""

import asyncio
import contextlib
import hmac
import http
import socket
import threading
import time
from pathlib import Path

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from livecue.config import FeedSettings
from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.feed.telling import Telling
from livecue.feed.token import feed_token

HOST = "127.0.0.1"
MOST_FOLLOWERS = 8
WAITING_MESSAGES = 32
"""A shape changes some times a minute: whoever has so many before them does not read any more."""

_LOOK_S = 0.25
"""As often the window looks at what ends with time alone."""

_BUFFER_BYTES = 8192
_HEARD_BYTES = 256
"""Nothing is asked of whoever follows, so nothing long is listened to."""

_PING_S = 10.0
_CLOSED_WITHIN_S = 1.0
"""Whoever does not answer at the end is not waited for."""


class Feed:
    """A sink that tells its followers what the shape is.

    Args:
        settings: the port.
        folder: livecue's own, with the token.
        telling: what is told.

    Raises:
        InputError: another program has the port.
        StoreRefused: there is no token and none can be made.
    """

    def __init__(self, settings: FeedSettings, folder: Path, telling: Telling) -> None:
        self._authorised = f"Bearer {feed_token(folder)}".encode()
        self._socket = _listening(settings.port)
        self.port: int = self._socket.getsockname()[1]
        self._telling = telling
        self._second, self._seen_s = 0.0, time.monotonic()
        self._followers: dict[ServerConnection, asyncio.Queue[str]] = {}
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)
        self._thread.start()

    @property
    def followers(self) -> int:
        """How many follow now."""
        return len(self._followers)

    def push(self, event: AnyEvent) -> None:
        """Take one event; never waits."""
        with contextlib.suppress(RuntimeError):  # the feed broke: the session goes on
            self._loop.call_soon_threadsafe(self._take, event)

    def close(self) -> None:
        """The session is over: whoever follows is told that by the end of the connection."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        async with serve(
            self._follow,
            sock=self._socket,
            process_request=self._check,
            origins=[None],  # a page in a browser always says where it comes from
            compression=None,
            max_size=_HEARD_BYTES,
            max_queue=1,
            write_limit=_BUFFER_BYTES,
            ping_interval=_PING_S,
            ping_timeout=_PING_S,
            close_timeout=_CLOSED_WITHIN_S,
            server_header=None,
        ):
            while not self._over.is_set():
                self._tell()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), _LOOK_S)

    def _check(self, connection: ServerConnection, request: Request) -> Response | None:
        """Who does not know the token learns nothing."""
        shown = request.headers.get_all("Authorization")
        if len(shown) == 1 and hmac.compare_digest(shown[0].encode(), self._authorised):
            return None
        return connection.respond(
            http.HTTPStatus.UNAUTHORIZED, "Show the token of livecue's own folder.\n"
        )

    async def _follow(self, follower: ServerConnection) -> None:
        """One of them, from the beginning to the end."""
        if len(self._followers) >= MOST_FOLLOWERS:
            await follower.close(1013, "too many follow already")
            return
        waiting: asyncio.Queue[str] = asyncio.Queue(WAITING_MESSAGES)
        waiting.put_nowait(self._telling.message(self._now(), whole=True) or "")
        self._followers[follower] = waiting
        sending = asyncio.create_task(_send(follower, waiting))
        try:
            await follower.wait_closed()
        finally:
            sending.cancel()
            self._followers.pop(follower, None)

    def _take(self, event: AnyEvent) -> None:
        self._telling.push(event)
        if event.emitted_at is not None:
            self._second, self._seen_s = event.emitted_at, time.monotonic()
        self._tell()

    def _tell(self) -> None:
        message = self._telling.message(self._now())
        if message is None:
            return
        for follower, waiting in list(self._followers.items()):
            if waiting.full():  # a watch that is gone must not fill the memory
                follower.transport.abort()
                del self._followers[follower]
            else:
                waiting.put_nowait(message)

    def _now(self) -> float:
        return self._second + time.monotonic() - self._seen_s


async def _send(follower: ServerConnection, waiting: asyncio.Queue[str]) -> None:
    """Tell one of them, as fast as they read."""
    with contextlib.suppress(ConnectionClosed):
        while True:
            await follower.send(await waiting.get())


def _listening(port: int) -> socket.socket:
    try:
        listening = socket.create_server((HOST, port))
    except OSError as error:
        raise InputError(
            f"Another program has the feed's port, {port}; choose another under [feed] in "
            "config.toml. The session goes on without the feed."
        ) from error
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER_BYTES)
    return listening
