"""Consent is asked scope by scope, and nothing is heard or kept without it."""

from collections.abc import Collection

import pytest

from livecue.config import CONSENT_SCOPES, ConsentScope
from livecue.errors import InputError
from livecue.session.consent import decide, parse_scopes


class Answers:
    """Agrees to these, and remembers what was asked."""

    def __init__(self, *agreed: ConsentScope) -> None:
        self._agreed = agreed
        self.asked: list[tuple[tuple[ConsentScope, ...], str | None]] = []

    def ask(self, scopes: tuple[ConsentScope, ...], client: str | None) -> Collection[ConsentScope]:
        self.asked.append((scopes, client))
        return set(self._agreed)


def test_a_microphone_asks_for_every_scope() -> None:
    asker = Answers("words", "listen", "timeline")
    agreed = decide(live=True, client="river", kept=True, given=None, asker=asker)
    assert agreed == ("listen", "timeline", "words")
    assert asker.asked == [(CONSENT_SCOPES, "river")]


def test_a_microphone_that_keeps_nothing_asks_only_to_listen() -> None:
    asker = Answers("listen")
    assert decide(live=True, client=None, kept=False, given=None, asker=asker) == ("listen",)
    assert asker.asked == [(("listen",), None)]


@pytest.mark.parametrize("agreed", [(), ("timeline",), ("timeline", "words")])
def test_a_microphone_does_not_listen_to_one_who_refuses(agreed: tuple[ConsentScope, ...]) -> None:
    with pytest.raises(InputError, match="Without consent to 'listen'") as refusal:
        decide(live=True, client="river", kept=True, given=None, asker=Answers(*agreed))
    assert refusal.value.exit_code == 2


def test_what_was_said_beforehand_is_not_asked_again() -> None:
    asker = Answers()
    given: tuple[ConsentScope, ...] = ("timeline", "listen")
    agreed = decide(live=True, client="river", kept=True, given=given, asker=asker)
    assert agreed == ("listen", "timeline")
    assert asker.asked == []


def test_a_microphone_with_nobody_to_ask_says_how_to_give_consent() -> None:
    with pytest.raises(InputError, match="--consent listen,timeline"):
        decide(live=True, client="river", kept=True, given=None, asker=None)


@pytest.mark.parametrize(("client", "kept"), [(None, True), ("river", False), (None, False)])
def test_a_recording_that_is_kept_under_no_client_needs_no_consent(
    client: str | None, kept: bool
) -> None:
    assert decide(live=False, client=client, kept=kept, given=None, asker=None) == ()


def test_a_recording_is_kept_under_a_client_only_with_consent() -> None:
    asker = Answers("timeline")
    agreed = decide(live=False, client="river", kept=True, given=None, asker=asker)
    assert agreed == ("timeline",)
    [(scopes, _)] = asker.asked
    assert "listen" not in scopes
    with pytest.raises(InputError, match="--consent timeline,words"):
        decide(live=False, client="river", kept=True, given=None, asker=None)


def test_a_recording_may_be_heard_though_nothing_of_it_may_be_kept() -> None:
    assert decide(live=False, client="river", kept=True, given=None, asker=Answers()) == ()


@pytest.mark.parametrize("part", ["words", "audio", "supervision", "research"])
def test_nothing_is_kept_beside_a_timeline_that_is_not(part: ConsentScope) -> None:
    with pytest.raises(InputError, match=f"'{part}' means nothing without 'timeline'"):
        decide(live=True, client=None, kept=True, given=("listen", part), asker=None)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("listen", ("listen",)),
        ("words, timeline ,listen", ("listen", "timeline", "words")),
        ("listen,listen,", ("listen",)),
        (",".join(CONSENT_SCOPES), CONSENT_SCOPES),
    ],
)
def test_scopes_are_read_in_any_order(text: str, scopes: tuple[ConsentScope, ...]) -> None:
    assert parse_scopes(text) == scopes


@pytest.mark.parametrize(
    ("text", "says"),
    [("listen,video", "'video' is nothing to consent to"), ("", "No scope"), (" , ", "No scope")],
)
def test_what_is_no_scope_is_named_with_those_that_are(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as refusal:
        parse_scopes(text)
    assert all(scope in str(refusal.value) for scope in CONSENT_SCOPES)
