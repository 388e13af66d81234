"""Who has the floor, and whose every silence is.

Kinds of pause after Heldner & Edlund (2010), seen from the client: after the clinician's turn a
response latency; inside the client's own turn a within-turn pause; one that the clinician ends is
the clinician's, be it only with a back-channel. Overlaps make no pause. Talk of the clinician's
shorter than `back_channel_s` does not take the floor from the client, so what the client is silent
before going on after "Mm-hmm" is still inside the client's turn. By its sound alone it might have
been a short question, though: so the higher of the two thresholds applies, and nothing is learnt.

A silence beside an unknown voice, or longer than `lapse_s`, is nobody's: a lapse. A silence that
ends in time not heard, or with the session, is not written, since nobody ended it.
"""

from collections.abc import Iterable

from livecue.config import Settings
from livecue.events import Numbering, Pause, PauseKind, Speaker, Speech, Unheard
from livecue.hearing.said import Said, Voiced
from livecue.hearing.stretches import Onset
from livecue.hearing.thresholds import CLIENT_PAUSES, ClientPause, PauseThresholds


def pauses_of(
    kept: Iterable[Speech | Unheard],
    settings: Settings,
    numbering: Numbering,
    until: float | None = None,
) -> list[Pause]:
    """The pauses in speech that was kept, as they would be written with these settings.

    kept: as it stands (corrections applied), in order of start. until: end of the session, so that
    a silence that lasts to it can still pass its threshold.
    """
    floor = Floor(settings, numbering)
    pauses: list[Pause] = []
    run: list[Said] = []
    for event in kept:
        if isinstance(event, Speech):
            run.append(
                Said(
                    event.channel, event.start, event.end, event.speaker, event.speaker_score or 0.0
                )
            )
        else:
            pauses += [*follow(floor, run, settings), *floor.silent(event.start)]
            floor.cut()
            run = []
    pauses += follow(floor, run, settings)
    return pauses if until is None else [*pauses, *floor.silent(until)]


def follow(floor: "Floor", run: Iterable[Said], settings: Settings) -> list[Pause]:
    """Tell the floor of speech in the order in which it becomes known."""
    hearing = settings.hearing
    steps = [(said.start + hearing.onset_s, 1, said.channel, said) for said in run]
    steps += [(said.end + hearing.shortest_pause_s, 0, said.channel, said) for said in run]
    pauses: list[Pause] = []
    for _, begins, channel, said in sorted(steps, key=lambda step: step[:3]):
        if begins:
            pauses += floor.began(Onset(channel, said.start))
            pauses += floor.named(Voiced(channel, said.start, said.speaker, said.score))
        else:
            floor.ended(said)
    return pauses


class Floor:
    """Labelled speech in, in order of becoming known; pauses out.

    Every stretch is told three times: `began` (that it is heard), `named` (whose it is), `ended`.
    numbering: who numbers the pauses it writes.
    """

    def __init__(self, settings: Settings, numbering: Numbering) -> None:
        self.numbering = numbering
        self._hearing = settings.hearing
        self._thresholds = PauseThresholds(settings)
        self._going_on: set[Onset] = set()
        self._names: dict[Onset, Speaker] = {}
        self._last_end: float | None = None
        self._holder: Speaker | None = None
        self._back_channel_s = 0.0
        self._breaker: Onset | None = None
        self._open = False

    def silent(self, until: float) -> list[Pause]:
        """Nobody has spoken up to here. Writes the open pause when it passes its threshold."""
        kind = self._presumed()
        if self._going_on or self._last_end is None or self._open or kind is None:
            return []
        threshold_s = self._threshold_s(kind)
        if until - self._last_end < threshold_s:
            return []
        self._open = True
        return [self._pause(self._last_end, None, threshold_s, kind, None, threshold_s)]

    def began(self, onset: Onset) -> list[Pause]:
        """Somebody begins to speak."""
        passed = self.silent(onset.start)
        if not self._going_on:
            self._breaker = onset
        self._going_on.add(onset)
        return passed

    def named(self, voiced: Voiced) -> list[Pause]:
        """Who it is that began. Writes the pause that this ended."""
        onset = Onset(voiced.channel, voiced.start)
        self._names[onset] = voiced.speaker
        if self._breaker != onset:
            return []
        self._breaker = None
        return self._ended_by(voiced.speaker, voiced.start)

    def ended(self, said: Said) -> None:
        """A stretch is over."""
        ended = Onset(said.channel, said.start)
        self._going_on.discard(ended)
        self._names.pop(ended, None)
        self._hold(said)
        self._last_end = said.end if self._last_end is None else max(self._last_end, said.end)
        for onset in self._going_on:
            answers = said.speaker == "clinician" and self._names.get(onset) == "client"
            if answers and onset.start > said.start:
                # Taken over without a silence: the fastest of answers.
                self._thresholds.observe("response", onset.start - said.end)

    def cut(self) -> None:
        """What comes next does not follow on what came before."""
        self._going_on = set()
        self._names = {}
        self._last_end = None
        self._holder = None
        self._back_channel_s = 0.0
        self._breaker = None
        self._open = False

    def _ended_by(self, speaker: Speaker, at: float) -> list[Pause]:
        """The pause that a speaker ended; what it says of the client is learnt."""
        self._open = False
        if self._last_end is None:
            return []
        duration_s = at - self._last_end
        presumed = self._presumed()
        kind: PauseKind = "clinician"
        owner: Speaker | None = speaker
        threshold_s = None
        if presumed is None or speaker == "unknown" or duration_s >= self._hearing.lapse_s:
            kind, owner = "lapse", None
        elif speaker == "client":
            kind, threshold_s = presumed, self._threshold_s(presumed)
            if not self._back_channel_s:
                self._thresholds.observe(presumed, duration_s)
        if round(duration_s, 6) < self._hearing.shortest_pause_s:
            return []
        return [self._pause(self._last_end, at, duration_s, kind, owner, threshold_s)]

    def _presumed(self) -> ClientPause | None:
        """What a silence is if the client is the one to end it."""
        kinds: dict[Speaker | None, ClientPause] = {
            "clinician": "response",
            "client": "within_turn",
        }
        return kinds.get(self._holder)

    def _threshold_s(self, kind: ClientPause) -> float:
        if self._back_channel_s:
            return max(self._thresholds.threshold_s(k) for k in CLIENT_PAUSES)
        return self._thresholds.threshold_s(kind)

    def _hold(self, said: Said) -> None:
        """Who has the floor after a stretch."""
        if said.speaker == "clinician" and self._holder == "client":
            self._back_channel_s += said.end - said.start
            if self._back_channel_s < self._hearing.back_channel_s:
                return
        self._holder = said.speaker
        self._back_channel_s = 0.0

    def _pause(
        self,
        start: float,
        end: float | None,
        duration_s: float,
        kind: PauseKind,
        owner: Speaker | None,
        threshold_s: float | None,
    ) -> Pause:
        return Pause(
            seq=self.numbering(),
            start=start,
            end=end,
            duration_s=round(duration_s, 6),
            kind=kind,
            owner=owner,
            threshold_s=threshold_s,
        )
