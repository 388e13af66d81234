"""Tuning to one client: what is usual, what is suggested, and adopting it."""

import json
from pathlib import Path

import pytest

from livecue.config import ClientProfile, Settings
from livecue.errors import InputError
from livecue.events import AnyEvent, Cue
from livecue.markers.network import load_weighing
from livecue.model_files import locate
from livecue.review.tuning.client import Tuner, adopt, newest_first, tunables, undo
from livecue.review.tuning.kept import KeptSession
from livecue.review.tuning.suggest import baseline, suggestion
from livecue.review.tuning.walk import keep
from livecue.review.tuning.what_if import what_if
from livecue.transcription.scripted import gold_lines
from tests.review.clients import dated, marked, rated
from tests.review.sessions import GUIDE, LEXICON, bundled_lines, heard, slower

SPEECH = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "speech"
LATENCIES = {"silence.response_threshold_s": 2.5}


@pytest.fixture(scope="module")
def log() -> list[AnyEvent]:
    return heard(bundled_lines())


def tuner(*logs: list[AnyEvent]) -> Tuner:
    kept = newest_first([keep(log, LEXICON) for log in logs])
    return Tuner("river", Settings(), kept, GUIDE)


def test_only_sessions_marked_as_engaged_say_what_is_usual(log: list[AnyEvent]) -> None:
    sessions = [dated(log, 0), marked(dated(log, 1)), marked(dated(log, 2), engaged=False)]
    usual = baseline([keep(one, LEXICON) for one in sessions], "response", "room")
    assert [one.id for one in usual.sessions] == ["session-1"]
    assert (usual.unmarked, usual.not_engaged) == (1, 1)
    assert len(usual.durations_s) > 10


def test_the_room_and_calls_are_kept_apart(log: list[AnyEvent]) -> None:
    call = dated(log, 1, source="microphone: mine; call: speakers")
    asked = tuner(marked(dated(log, 0)), marked(call), marked(dated(log, 2)))
    assert asked.place() == "room"
    assert [one.id for one in asked.baselines("call")[0].sessions] == ["session-1"]
    assert [one.id for one in asked.baselines("room")[0].sessions] == ["session-0", "session-2"]


def test_what_nothing_is_known_of_is_suggested_from_others() -> None:
    silence = Settings().silence
    suggested = suggestion(baseline([], "response", "room"), silence)
    assert suggested.own == 0
    assert 4 < suggested.seconds < 6
    assert "PriMock57" in suggested.reason
    assert suggestion(baseline([], "within_turn", "room"), silence).seconds == 3.0


def test_the_more_pauses_there_are_the_more_they_weigh(log: list[AnyEvent]) -> None:
    sessions = [keep(marked(dated(log, n)), LEXICON) for n in range(4)]
    one, four = (
        suggestion(baseline(some, "response", "room"), Settings().silence)
        for some in (sessions[:1], sessions)
    )
    assert one.own_weight < four.own_weight < 1
    assert f"own pauses: {four.own}," in four.reason


def test_cues_that_were_rated_are_told_as_kept_or_gone(log: list[AnyEvent]) -> None:
    cues = sum(isinstance(event, Cue) for event in log)
    asked = tuner(rated(dated(log, 0), helpful=True), rated(dated(log, 1), helpful=False))
    newest, oldest = asked.ask({"cues.count": 10}).sessions
    assert (oldest.right, oldest.missed) == (0, cues)
    assert (newest.wrong, newest.spared) == (0, cues)
    assert len(newest.goes) == cues
    assert asked.ask({}).sessions[1].right == cues


def test_rates_are_for_fifty_minutes(log: list[AnyEvent]) -> None:
    answer = tuner(dated(log, 0)).ask({})
    (told,) = answer.sessions
    assert answer.per_session(len(told.now)) == pytest.approx(
        50 * len(told.now) / told.minutes, abs=0.06
    )


def test_what_only_kept_audio_could_tell_is_refused(log: list[AnyEvent]) -> None:
    with pytest.raises(InputError, match="kept audio"):
        tuner(dated(log, 0)).ask({"hearing.onset_s": 0.1})


def test_only_the_level_of_sureness_that_is_set_can_be_tried() -> None:
    names = {one.name for one in tunables(Settings())}
    assert "balanced.yes_but" in names
    assert "quiet.yes_but" not in names
    assert all(one.replayable for one in tunables(Settings()))


def test_what_is_adopted_has_its_date_and_what_it_was_before() -> None:
    profile = adopt(ClientProfile(), Settings(), LATENCIES, "2026-04-12T09:00:00+00:00")
    (adoption,) = profile.adopted
    assert (adoption.value, adoption.before) == (2.5, 0.0)
    settled = Settings().for_client(profile)
    assert settled.silence.response_threshold_s == 2.5
    again = adopt(profile, settled, {"cues.count": 3}, "2026-04-19T09:00:00+00:00")
    assert Settings().for_client(again).cues.count == 3
    assert undo(again) == profile
    assert undo(undo(again)) == ClientProfile()
    assert undo(ClientProfile()) == ClientProfile()


def test_what_was_adopted_is_kept_with_the_client_as_json() -> None:
    profile = adopt(ClientProfile(), Settings(), LATENCIES, "2026-04-12T09:00:00+00:00")
    assert ClientProfile.model_validate(json.loads(profile.model_dump_json())) == profile


@pytest.mark.parametrize(
    ("cooperative", "other", "factor"),
    [("s07", "s05", 0.45), ("s07", "s05", 1.0), ("s08", "s02", 1.0)],
)
def test_the_suggestion_fits_a_fast_a_usual_and_a_slow_client(
    cooperative: str, other: str, factor: float
) -> None:
    if not SPEECH.is_dir():
        pytest.skip("../shared/data/speech is not here")
    network = load_weighing(locate("turn-reader"))
    usual, long = (
        keep(marked(heard(slower(gold_lines(path), factor), weighing=network)), LEXICON)
        for path in (SPEECH / f"{cooperative}.json", SPEECH / f"{other}.json")
    )
    fitted = Settings().with_values(
        {
            f"silence.{kind}_threshold_s": suggestion(
                baseline([usual], kind, "room"), Settings().silence
            ).seconds
            for kind in ("response", "within_turn")
        }
    )
    assert _silence_cues(usual, fitted) == []
    assert _silence_cues(long, fitted)


def _silence_cues(kept: KeptSession, settings: Settings) -> list[Cue]:
    return [
        cue
        for cue in what_if(kept, settings, GUIDE)
        if "silence" in {name for name, _ in cue.reason}
    ]
