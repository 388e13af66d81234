"""The bundled role-play, as livecue hears it."""

from livecue.config import MarkerSettings, Settings
from livecue.events import Cue
from livecue.paths import shipped
from livecue.practice.moments import told
from livecue.practice.rehearsal import Rehearsal, load_rehearsal
from livecue.transcripts.reading import read_transcript


def test_the_shape_comes_where_the_role_play_has_its_turning_points(rehearsal: Rehearsal) -> None:
    [session] = read_transcript(shipped("examples") / "session.json")
    turns = {turn.i: turn for turn in session.turns}
    due = [turns[i].end or 0.0 for i in session.cue_after_turns.values()]
    for end_s in due:
        assert any(end_s - 30.0 <= cue.at <= end_s + 6.0 for cue in told(rehearsal.events))


def test_each_is_told_why_in_one_sentence(rehearsal: Rehearsal) -> None:
    cues = told(rehearsal.events)
    assert cues
    assert all(cue.why.endswith(".") and ", last at " in cue.why for cue in cues)
    assert all(cue.suggestion for cue in cues)


def test_everything_is_told_in_order_of_time(rehearsal: Rehearsal) -> None:
    times = [event.emitted_at for event in rehearsal.events]
    assert None not in times
    assert times == sorted(times, key=lambda at: at or 0.0)


def test_the_clinicians_own_settings_decide_what_is_told() -> None:
    counted = Settings(markers=MarkerSettings(sure="quiet"))
    silent = counted.model_copy(update={"cues": counted.cues.model_copy(update={"count": 10})})
    assert not [e for e in load_rehearsal(silent).events if isinstance(e, Cue)]
