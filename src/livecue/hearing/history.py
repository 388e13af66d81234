"""What hearing has written, so that it can be corrected when a speaker turns out to be another.

A name that changes can change whose a pause was, and with it every threshold after. So the floor is
told the whole session again, under the new names, and what comes out otherwise is corrected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from livecue.config import Settings
from livecue.events import Correction, Numbering, Pause, Speech
from livecue.hearing.floor import Floor, follow
from livecue.hearing.said import Said, Voiced
from livecue.hearing.speakers import Label
from livecue.hearing.stretches import Onset
from livecue.hearing.turns import Key


class History:
    """The session's speech and pauses as they were written, and as they now stand."""

    def __init__(self, settings: Settings, numbering: Numbering) -> None:
        self._settings = settings
        self._numbering = numbering
        self._runs: list[list[Said]] = [[]]
        self._cuts: list[float] = []
        self._speech: dict[Key, int] = {}
        self._pauses: dict[tuple[float, bool], Pause] = {}

    @property
    def stretches(self) -> list[Said]:
        """All speech so far, as it stands."""
        return [said for run in self._runs for said in run]

    def since(self, start: float) -> list[Said]:
        """The speech of this run that ends after a session second, latest first."""
        return list(takewhile(lambda said: said.end > start, reversed(self._runs[-1])))

    def said(self, said: Said) -> Speech:
        """The event for a stretch of speech."""
        self._runs[-1].append(said)
        event = Speech(
            seq=self._numbering(),
            start=said.start,
            end=said.end,
            speaker=said.speaker,
            speaker_score=said.score,
            channel=said.channel,
        )
        self._speech[said.channel, said.start] = event.seq
        return event

    def paused(self, pauses: Iterable[Pause]) -> list[Pause]:
        """Remember pauses that the floor wrote."""
        kept = list(pauses)
        self._pauses.update((_key(pause), pause) for pause in kept)
        return kept

    def cut(self, at: float) -> None:
        """What comes next does not follow on what came before."""
        self._cuts.append(at)
        self._runs.append([])

    def rename(
        self,
        names: Mapping[Key, Label],
        at: float,
        going_on: Sequence[Onset | Voiced],
        silent_until: float | None,
    ) -> tuple[list[Correction], Floor]:
        """Stretches were somebody else's.

        going_on: stretches that have begun, under their new names. silent_until: if nobody speaks,
        up to where that is certain.

        Returns:
            The corrections, and a floor that has heard it all under the new names.
        """
        corrections = [
            self._correction(at, self._speech[key], speaker=speaker, speaker_score=score)
            for key, (speaker, score) in names.items()
            if key in self._speech
        ]
        self._runs = [[_renamed(said, names) for said in run] for run in self._runs]
        floor = Floor(self._settings, Numbering())
        again = self._tell(floor)
        for stretch in going_on:
            again += floor.began(Onset(stretch.channel, stretch.start))
            if isinstance(stretch, Voiced):
                again += floor.named(stretch)
        if silent_until is not None and self._is_open():
            again += floor.silent(silent_until)
        floor.numbering = self._numbering
        return corrections + self._compare({_key(pause): pause for pause in again}, at), floor

    def _tell(self, floor: Floor) -> list[Pause]:
        pauses: list[Pause] = []
        for run, cut in zip(self._runs, [*self._cuts, None], strict=True):
            pauses += follow(floor, run, self._settings)
            if cut is not None:
                pauses += floor.silent(cut)
                floor.cut()
        return pauses

    def _is_open(self) -> bool:
        """Whether the silence that lasts was written as passing its threshold."""
        last_end = max((said.end for said in self._runs[-1]), default=None)
        return (last_end, True) in self._pauses

    def _compare(self, again: Mapping[tuple[float, bool], Pause], at: float) -> list[Correction]:
        """What must be said of the pauses written, for them to be as they come out now."""
        corrections = []
        for key, written in list(self._pauses.items()):
            if key not in again:
                del self._pauses[key]
                corrections.append(
                    Correction(seq=self._numbering(), at=at, of_seq=written.seq, retracted=True)
                )
                continue
            now = again[key].model_copy(update={"seq": written.seq})
            fields = ("duration_s", "kind", "owner", "threshold_s")
            changes = {f: getattr(now, f) for f in fields if getattr(now, f) != getattr(written, f)}
            if changes:
                self._pauses[key] = now
                corrections.append(self._correction(at, written.seq, **changes))
        return corrections

    def _correction(self, at: float, of_seq: int, **changes: object) -> Correction:
        return Correction(seq=self._numbering(), at=at, of_seq=of_seq, changes=changes)


def _key(pause: Pause) -> tuple[float, bool]:
    """A silence is written at most twice: while it lasts, and when it has ended."""
    return pause.start, pause.end is None


def _renamed(said: Said, names: Mapping[Key, Label]) -> Said:
    label = names.get((said.channel, said.start))
    return said if label is None else replace(said, speaker=label[0], score=label[1])
