"""Events and exports that are written after a session."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import pytest

from livecue.config import ClientProfile
from livecue.errors import InputError
from livecue.events import Action, AnyEvent, Correction
from livecue.store.database import Store
from livecue.store.log import SessionLog
from tests.store.twins import KEY, SAID, a_session, ended, started


def keep(store: Store, session_id: str, *consent: str) -> None:
    """A short session under the client river, to its end."""
    if "river" not in [client.pseudonym for client in store.clients()]:
        store.add_client("river", ClientProfile())
    log = SessionLog(store, session_id, consent)  # type: ignore[arg-type]
    first, *rest = a_session(session_id, "river")
    for event in [first.model_copy(update={"consent": consent}), *rest, ended(8, 12.0)]:
        log.push(event)


def note(seq: int) -> Action:
    return Action(seq=seq, at=7.0, action="note", value="Look at this together.")


def test_an_event_is_added_after_the_end_under_the_next_number(store: Store) -> None:
    keep(store, "a", "timeline")
    added = store.add("a", note)
    assert added.seq == 9
    assert store.events("a")[-1] == added
    assert store.add("a", note).seq == 10


def test_nothing_is_added_to_a_session_that_is_not_kept(store: Store) -> None:
    with pytest.raises(InputError, match="no session 'a'"):
        store.add("a", note)


def test_what_is_added_later_holds_no_words_either_without_consent_to_them(store: Store) -> None:
    def correct(seq: int) -> AnyEvent:
        return Correction(seq=seq, at=7.0, of_seq=5, changes={"text": SAID}, by="clinician")

    keep(store, "a", "timeline")
    keep(store, "b", "timeline", "words")
    kept = store.add("a", correct)
    assert isinstance(kept, Correction)
    assert kept.changes == {"text": None}
    assert store.events("a")[-1] == kept
    assert store.add("b", correct).model_dump()["changes"] == {"text": SAID}


def test_a_recording_that_is_kept_under_nobody_takes_words_later_too(store: Store) -> None:
    store.begin(started("a"))
    added = store.add("a", lambda seq: a_session("a")[5].model_copy(update={"seq": seq}))
    assert SAID in added.model_dump_json()


def test_an_event_that_cannot_be_made_leaves_nothing_and_no_lock(home: Path, store: Store) -> None:
    keep(store, "a", "timeline")
    with pytest.raises(ZeroDivisionError):
        store.add("a", lambda seq: note(seq // 0))
    with Store.open(home, KEY) as other:
        assert other.add("a", note).seq == 9


def test_several_programs_add_at_once_and_nothing_is_lost(home: Path, store: Store) -> None:
    keep(store, "a", "timeline")

    def add_some(_: int) -> list[int]:
        with Store.open(home, KEY) as mine:
            return [mine.add("a", note).seq for _ in range(10)]

    with ThreadPoolExecutor(4) as programs:
        numbers = [seq for some in programs.map(add_some, range(4)) for seq in some]
    assert sorted(numbers) == list(range(9, 49))
    assert [event.seq for event in store.events("a")] == list(range(49))


def test_exports_are_on_record_in_order(store: Store) -> None:
    keep(store, "a", "timeline")
    keep(store, "b", "timeline")
    assert store.exports("a") == []
    store.record_export("a", "csv", "/out/a.csv", with_words=False)
    store.record_export("a", "html", "/out/a.html", with_words=True)
    first, second = store.exports("a")
    assert (first.format, first.to, first.with_words) == ("csv", "/out/a.csv", False)
    assert (second.format, second.to, second.with_words) == ("html", "/out/a.html", True)
    assert first.at.endswith("+00:00")
    assert store.exports("b") == []


def test_there_is_no_record_of_exporting_what_is_not_kept(store: Store) -> None:
    for of_nothing in (
        lambda: store.exports("a"),
        lambda: store.record_export("a", "csv", "", True),
    ):
        with pytest.raises(InputError, match="no session 'a'"):
            of_nothing()


def test_the_record_of_exports_is_never_changed_and_goes_with_the_session(store: Store) -> None:
    keep(store, "a", "timeline")
    store.record_export("a", "csv", "/out/a.csv", with_words=False)
    for change in ("update exports set target = ''", "delete from exports"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            store._connection.execute(change)
    store.forget_session("a")
    assert store._connection.execute("select count(*) from exports").get == 0
