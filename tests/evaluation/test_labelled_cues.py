"""With markers just as the labels say, the cues are just as the labels say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from livecue.config import Settings
from livecue.cues.guide import load_guide
from livecue.cues.policy import CuePolicy
from livecue.evaluation.audio import score_audio
from livecue.evaluation.gold import LABELS, carries, gold_span
from livecue.events import AMBIVALENCE_MARKERS, AnyEvent, Evidence, Marker, Numbering, Turn
from livecue.markers.lexicon import load_lexicon
from livecue.transcripts.reading import read_transcript
from livecue.transcripts.session import TranscriptSession

EXPECTED = {"s01": 1, "s02": 2, "s03": 2, "s04": 2, "s05": 2, "s06": 0, "s07": 0, "s08": 0}
LONG_PAUSE_S = 3.0


def as_labelled(session: TranscriptSession, numbering: Numbering) -> Iterator[AnyEvent]:
    """The turns, each followed by the markers that it is labelled with."""
    for turn in session.turns:
        assert turn.start is not None
        assert turn.end is not None
        heard = Turn(
            seq=numbering(),
            i=turn.i,
            start=turn.start,
            end=turn.end,
            speaker=turn.speaker,
            text=turn.text,
            closed_at=turn.end + 1.0,
        )
        for name in AMBIVALENCE_MARKERS:
            if not carries(session, turn, name):
                continue
            start, end = gold_span(session, turn, name)
            pause = name == "silence" and "long_pause" in turn.labels
            yield Marker(
                seq=numbering(),
                start=start,
                end=end,
                marker=name,
                score=1.0,
                evidence=Evidence(basis="label", pause_s=LONG_PAUSE_S if pause else None),
                turn=turn.i,
                before_turn=None,
                known_at=start + LONG_PAUSE_S if pause else heard.closed_at,
            )
        yield heard


@pytest.mark.parametrize(("name", "cues"), EXPECTED.items())
def test_labelled_markers_give_the_labelled_cues_and_no_false_one(
    name: str, cues: int, shared_data: Path
) -> None:
    (session,) = read_transcript(shared_data / "speech" / f"{name}.json")
    numbering = Numbering()
    policy = CuePolicy(Settings(), numbering, load_lexicon("en"), load_guide("en"))
    log: list[AnyEvent] = []
    for event in as_labelled(session, numbering):
        log += [event, *policy.push(event)]
    scored = score_audio(session, log)
    assert (scored.cues.hits, scored.cues.missed, scored.cues.false) == (cues, 0, 0)
    marked = [marker for marker in AMBIVALENCE_MARKERS if LABELS[marker]]
    assert all(scored.markers[marker].f1 in (None, 1.0) for marker in marked)
