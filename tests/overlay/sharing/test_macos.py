"""What is asked of macOS, up to its own library."""

from livecue.overlay.sharing.macos import can_hide, hide

VIEW, WINDOW = 0x600000AA0000, 0x600000BB0000


class Message:
    """A function of the library, to which types can be told."""

    argtypes: list[object]
    restype: object


class Selector(Message):
    def __call__(self, name: bytes) -> bytes:
        return name


class Send(Message):
    def __init__(self, window: int | None) -> None:
        self._window = window
        self.sent: list[tuple[object, ...]] = []

    def __call__(self, receiver: int, message: bytes, *values: int) -> int | None:
        assert len(self.argtypes) == 2 + len(values)
        self.sent.append((receiver, message, *values))
        return self._window if message == b"window" else None


class ObjectiveC:
    def __init__(self, window: int | None) -> None:
        self.sel_registerName = Selector()
        self.objc_msgSend = Send(window)


def test_the_window_of_the_view_is_asked_to_share_nothing() -> None:
    library = ObjectiveC(WINDOW)
    assert hide(VIEW, library) == "not_guaranteed"
    assert library.objc_msgSend.sent == [(VIEW, b"window"), (WINDOW, b"setSharingType:", 0)]


def test_a_view_without_a_window_is_not_hidden() -> None:
    library = ObjectiveC(None)
    assert hide(VIEW, library) == "no"
    assert library.objc_msgSend.sent == [(VIEW, b"window")]


def test_macos_never_says_yes() -> None:
    assert can_hide() == "not_guaranteed"
