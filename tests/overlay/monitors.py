"""Monitors made of software: parts that an X server says its screen is made of.

In the X protocol's own words (X11, and its extension RandR 1.5): libxcb's call for this fails, and
xrandr is in no package that the tests ask for.
"""

import os
import socket
import struct
from types import TracebackType
from typing import Self

from PySide6.QtCore import QRect

_INTERN_ATOM = 16
_QUERY_EXTENSION = 98
_GET_MONITORS, _SET_MONITOR, _DELETE_MONITOR = 42, 43, 44
_ANSWER_BYTES = 32
"""The part that every answer has; its length in words of four bytes beyond that stands at 4."""
_MONITOR_BYTES = 24
"""A monitor without its outputs."""


class Monitors:
    """Plugs monitors into the X server of this process, and out again at the end."""

    def __init__(self) -> None:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.connect(f"/tmp/.X11-unix/X{os.environ['DISPLAY'].lstrip(':')}")
        self._root = self._greet()
        self._randr = self._ask(_QUERY_EXTENSION, 0, _text("RANDR"))[9]
        monitors = self._ask(self._randr, _GET_MONITORS, struct.pack("<IBxxx", self._root, 1))
        self._output = struct.unpack_from("<I", monitors, _ANSWER_BYTES + _MONITOR_BYTES)[0]
        self._plugged: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for name in reversed(self._plugged.copy()):
            self.unplug(name)
        self._atom("LEFT")  # an answer, so that all before it is done
        self._server.close()

    def plug(self, name: str, place: QRect, first: bool = False) -> None:
        """A monitor that shows part of the screen; the one plugged in first takes the place of all.

        Args:
            first: it becomes the system's first one, as the one plugged in first is.
        """
        outputs = [] if self._plugged else [self._output]
        monitor = struct.pack(
            "<IBBHhhHHII",
            *(self._atom(name), first or not self._plugged, False, len(outputs)),
            *(place.x(), place.y(), place.width(), place.height()),
            *(place.width() // 4, place.height() // 4),
        )
        body = struct.pack("<I", self._root) + monitor + struct.pack(f"<{len(outputs)}I", *outputs)
        self._tell(self._randr, _SET_MONITOR, body)
        self._plugged.append(name)

    def unplug(self, name: str) -> None:
        """It is gone."""
        self._tell(self._randr, _DELETE_MONITOR, struct.pack("<II", self._root, self._atom(name)))
        self._plugged.remove(name)

    def _greet(self) -> int:
        """Begin; the screen's root window."""
        self._server.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        (words,) = struct.unpack("<6xH", self._read(8))
        setup = self._read(4 * words)
        (vendor,) = struct.unpack_from("<H", setup, 16)
        formats = setup[21]
        (root,) = struct.unpack_from("<I", setup, 32 + vendor + -vendor % 4 + 8 * formats)
        return int(root)

    def _atom(self, name: str) -> int:
        return int(struct.unpack_from("<I", self._ask(_INTERN_ATOM, 0, _text(name)), 8)[0])

    def _ask(self, request: int, detail: int, body: bytes) -> bytes:
        self._tell(request, detail, body)
        answer = self._read(_ANSWER_BYTES)
        assert answer[0] == 1, f"the X server refused a request: {answer!r}"
        return answer + self._read(4 * struct.unpack_from("<I", answer, 4)[0])

    def _tell(self, request: int, detail: int, body: bytes) -> None:
        body += bytes(-len(body) % 4)
        self._server.sendall(struct.pack("<BBH", request, detail, 1 + len(body) // 4) + body)

    def _read(self, count: int) -> bytes:
        read = b""
        while len(read) < count:
            more = self._server.recv(count - len(read))
            assert more, "the X server is gone"
            read += more
        return read


def _text(name: str) -> bytes:
    letters = name.encode()
    return struct.pack("<Hxx", len(letters)) + letters
