"""Hearing on a scripted session: bounds loose enough to stand, tight enough to mean something."""

import itertools
import json
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from livecue.capture.source import SAMPLE_RATE_HZ, Samples
from livecue.config import Settings
from livecue.events import Numbering, Pause, Speech, current
from livecue.hearing.hearing import Heard, Hearing
from livecue.hearing.spoken import Renamed, SpokenTurn
from livecue.hearing.voiceprint import VoiceprintEngine
from livecue.paths import shipped
from tests.hearing.doubles import hear

SESSION = "s02"
LONGEST_S = 150.0

Span = tuple[float, float]


@pytest.fixture(scope="module")
def gold(shared_data: Path) -> list[dict[str, Any]]:
    text = (shared_data / "speech" / f"{SESSION}.json").read_text("utf-8")
    turns: list[dict[str, Any]] = json.loads(text)["turns"]
    return [turn for turn in turns if turn["end"] < LONGEST_S]


@pytest.fixture(scope="module")
def sound(shared_data: Path) -> Samples:
    resampler = av.AudioResampler(format="s16", layout="stereo", rate=SAMPLE_RATE_HZ)
    with av.open(str(shared_data / "speech" / f"{SESSION}.opus")) as container:
        frames = [
            part.to_ndarray().reshape(-1, 2).astype(np.int16)
            for frame in container.decode(audio=0)
            for part in resampler.resample(frame)
        ]
    return np.concatenate(frames)[: round(LONGEST_S * SAMPLE_RATE_HZ)]


@pytest.fixture(scope="module")
def split(sound: Samples) -> Heard:
    hearing = Hearing(Settings(), Numbering(), 2)
    return hear(hearing, sound) + hearing.flush()


def test_pauses_are_found_where_the_labels_have_them(
    split: Heard, gold: list[dict[str, Any]]
) -> None:
    heard = [(e.start, e.end) for e in split if isinstance(e, Pause) and e.end is not None]
    errors = []
    for labelled in gold_pauses(gold):
        nearest = max(heard, key=lambda pause: overlap(pause, labelled))
        assert overlap(nearest, labelled) > 0.5 * length(labelled), labelled
        errors.append(abs(length(nearest) - length(labelled)))

    assert len(errors) > 20
    assert np.median(errors) <= 0.03
    assert np.percentile(errors, 95) <= 0.1


def test_no_pause_is_heard_over_speech(split: Heard, gold: list[dict[str, Any]]) -> None:
    heard = [(e.start, e.end) for e in split if isinstance(e, Pause) and e.end is not None]
    sounding = [(e.start, e.end) for e in split if isinstance(e, Speech)]

    assert all(overlap(pause, speech) <= 0 for pause in heard for speech in sounding)
    assert all(any(overlap(s, (t["start"], t["end"])) > 0 for s in sounding) for t in gold)


def test_every_turn_is_handed_over_as_one(split: Heard, gold: list[dict[str, Any]]) -> None:
    turns = {turn.i: turn for turn in split if isinstance(turn, SpokenTurn)}

    for labelled in gold:
        span = (labelled["start"], labelled["end"])
        same = [
            turn
            for turn in turns.values()
            if turn.speaker == labelled["speaker"] and overlap((turn.start, turn.end), span) > 0.05
        ]
        assert len(same) == 1, labelled["i"]


@pytest.mark.parametrize("enrolled", [True, False])
def test_one_microphone_knows_who_speaks(
    sound: Samples, gold: list[dict[str, Any]], enrolled: bool
) -> None:
    engine = VoiceprintEngine(shipped("models") / "campplus_zh_en_192.onnx")
    first = next(turn for turn in gold if turn["speaker"] == "clinician")
    voice = sound[seconds(first["start"]) : seconds(first["end"]), 0]
    hearing = Hearing(Settings(), Numbering(), 1, engine, engine.embed(voice) if enrolled else None)
    mono = np.clip(sound.sum(axis=1, dtype=np.int32), -32_768, 32_767).astype(np.int16)
    log = hear(hearing, mono[:, np.newaxis]) + hearing.flush()
    speech = [
        event
        for event in current([e for e in log if not isinstance(e, SpokenTurn | Renamed)])
        if isinstance(event, Speech)
    ]

    right = total = 0.0
    for event, turn in itertools.product(speech, gold):
        shared_s = max(0.0, overlap((event.start, event.end), (turn["start"], turn["end"])))
        total += shared_s
        right += shared_s * (event.speaker == turn["speaker"])
    assert right / total >= 0.95


def gold_pauses(turns: list[dict[str, Any]]) -> list[Span]:
    """Silences of at least half a second between and inside the labelled turns."""
    sounding: list[Span] = []
    for turn in turns:
        edges = [turn["start"], *itertools.chain(*turn["pauses"]), turn["end"]]
        sounding += list(zip(edges[::2], edges[1::2], strict=True))
    ends = itertools.accumulate((end for _, end in sorted(sounding)), max)
    gaps = [(end, after[0]) for end, after in zip(ends, sorted(sounding)[1:], strict=False)]
    return [gap for gap in gaps if length(gap) >= 0.5]


def overlap(a: Span, b: Span) -> float:
    return min(a[1], b[1]) - max(a[0], b[0])


def length(span: Span) -> float:
    return span[1] - span[0]


def seconds(at: float) -> int:
    return round(at * SAMPLE_RATE_HZ)
