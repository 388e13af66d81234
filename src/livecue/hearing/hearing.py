"""Sound in; speech, pauses and turns out: the stages of hearing, composed.

Time is the count of samples: the same sound gives the same events, in blocks of any size.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from livecue.capture.source import SAMPLE_RATE_HZ, Block, Missing
from livecue.config import Settings
from livecue.events import AnyEvent, Health, Numbering, Speech, Unheard
from livecue.hearing.floor import Floor
from livecue.hearing.history import History
from livecue.hearing.run import Moment, Run
from livecue.hearing.said import Said, Voiced
from livecue.hearing.silero import SileroEngine
from livecue.hearing.speakers import ChannelSpeakers, Label, Speakers, swapped
from livecue.hearing.spoken import LEAD_S, TAIL_S, Renamed, SpokenTurn
from livecue.hearing.stretches import Onset, Stretch
from livecue.hearing.turns import ClosedTurn, Key, Turns
from livecue.hearing.vad import GatedVad, Vad
from livecue.hearing.voiceprint import VoiceEncoder, Voiceprint
from livecue.hearing.voices import VoiceSpeakers

LOOK_BACK_S = 2.0
"""Sound kept in any case: an onset is dated back, and a voice is named after up to a second."""

Heard = list[AnyEvent | SpokenTurn | Renamed]


class Hearing:
    """Pure but for the work of its engines: blocks in, events out, time by the sample.

    Args:
        channels: 2 for the clinician and the client on a channel each; 1 for both in one, and then
            `encoder` is needed.
        clinician_voice: the enrolled clinician's voiceprint, for one channel.
        vad: another judge of frames, for tests.
        silero: has the last word on what is a voice; without it webrtcvad has.
    """

    def __init__(
        self,
        settings: Settings,
        numbering: Numbering,
        channels: int,
        encoder: VoiceEncoder | None = None,
        clinician_voice: Voiceprint | None = None,
        vad: Vad | None = None,
        silero: SileroEngine | None = None,
    ) -> None:
        self._settings = settings
        self._numbering = numbering
        self._channels = channels
        self._speakers = _speakers(settings, channels, encoder, clinician_voice)
        self._guesses = channels == 1 and clinician_voice is None
        self._vad = vad or GatedVad(settings.hearing, channels, silero)
        self._run: Run | None = None
        self._now = 0.0
        self._silent_until: float | None = None
        self._unnamed: dict[int, Onset] = {}
        self._voiced: dict[int, Voiced] = {}
        self._named: list[Key] = []
        self._last_end: float | None = None
        self._floor = Floor(settings, numbering)
        self._turns = Turns(settings.hearing)
        self._history = History(settings, numbering)
        self._drafts: list[SpokenTurn] = []

    def push(self, heard: Block | Missing) -> Heard:
        """More of the session, in order."""
        if isinstance(heard, Missing):
            cut = self._cut(heard.start_s)
            unheard = Unheard(
                seq=self._numbering(), start=heard.start_s, end=heard.end_s, why=heard.why
            )
            return [*cut, unheard]
        if not len(heard.samples):
            return []
        if self._run is None:
            self._run = Run(self._settings.hearing, self._vad, self._channels, heard.start_s)
        events: Heard = []
        for moment in self._run.push(heard.samples):
            events += self._live(moment, self._run)
        self._run.tape.forget(self._wanted_from())
        return events

    def swap(self, at: float) -> Heard:
        """The two speakers were taken for each other: in all that was written, and from here on."""
        self._speakers.swap()
        stretches: list[Said | Voiced] = [*self._history.stretches, *self._voiced.values()]
        return self._rename(
            {(s.channel, s.start): (swapped(s.speaker), s.score) for s in stretches}, at
        )

    def flush(self) -> Heard:
        """No more sound comes."""
        return self._cut(self._now)

    def drafts(self) -> list[SpokenTurn]:
        """The turns that will be over unless their speaker goes on, as they are if they end here.

        Asked at any time, or never, it changes nothing. As long as a turn stays silent it is the
        same draft, and the turn that it becomes has the same sound.
        """
        if self._run is None:
            return []
        kept = {(draft.channel, draft.start, draft.end): draft for draft in self._drafts}
        silent = self._turns.drafts(self._now, self._settings.transcription.ahead_s)
        self._drafts = [
            kept.get((turn.said[0].channel, turn.start, turn.end))
            or self._with_sound(turn, self._run)
            for turn in silent
        ]
        return self._drafts

    def _live(self, moment: Moment, run: Run) -> Heard:
        """What one more frame leads to."""
        self._now, self._silent_until = moment.now, moment.silent_until
        events: Heard = []
        for found in moment.found:
            if isinstance(found, Onset):
                events += self._begin(found)
            else:
                events += self._end(found, run)
        for onset in list(self._unnamed.values()):
            if moment.now - onset.start >= self._speakers.voice_s:
                events += self._name(onset, onset.start + self._speakers.voice_s, run)
        if moment.silent_until is not None:
            events += self._history.paused(self._floor.silent(moment.silent_until))
        return events + self._spoken(self._turns.at(moment.now), run)

    def _begin(self, onset: Onset) -> Heard:
        self._unnamed[onset.channel] = onset
        self._turns.began()
        return [*self._history.paused(self._floor.began(onset))]

    def _name(self, onset: Onset, until: float, run: Run) -> Heard:
        """Whose a stretch is, from what was heard of it until then."""
        _, samples = run.tape.cut(onset.channel, onset.start, until)
        gap_s = None if self._last_end is None else onset.start - self._last_end
        speaker, score = self._speakers.name(onset.channel, samples, gap_s)
        second_thoughts = self._speakers.second_thoughts()
        events: Heard = []
        if self._guesses:
            self._guesses = False
            detail = "no clinician is enrolled: the first to speak is taken to be the clinician"
            seq = self._numbering()
            events.append(Health(seq=seq, at=self._now, what="speakers_guessed", detail=detail))
        if second_thoughts:
            names = {self._named[i]: label for i, label in second_thoughts.items()}
            events += self._rename(names, self._now)
        del self._unnamed[onset.channel]
        self._named.append((onset.channel, onset.start))
        voiced = Voiced(onset.channel, onset.start, speaker, score)
        self._voiced[onset.channel] = voiced
        self._turns.named(voiced)
        return [*events, *self._history.paused(self._floor.named(voiced))]

    def _end(self, stretch: Stretch, run: Run) -> Heard:
        """A stretch is over: it is written."""
        events: Heard = []
        onset = self._unnamed.get(stretch.channel)
        if onset is not None:
            events += self._name(onset, stretch.end, run)
        _, samples = run.tape.cut(stretch.channel, stretch.start, stretch.end)
        after_s = self._speakers.takes_over(samples)
        if after_s is not None:
            change = round(stretch.start + after_s, 6)
            events.append(self._ended(stretch.channel, change))
            taken_over = Onset(stretch.channel, change)
            self._last_end = None
            events += self._begin(taken_over)
            until = min(change + self._speakers.voice_s, stretch.end)
            events += self._name(taken_over, until, run)
        return [*events, self._ended(stretch.channel, stretch.end)]

    def _ended(self, channel: int, end: float) -> Speech:
        """Who spoke on a channel spoke until then."""
        voiced = self._voiced.pop(channel)
        said = Said(channel, voiced.start, end, voiced.speaker, voiced.score)
        self._last_end = max(end, self._last_end or 0.0)
        self._floor.ended(said)
        self._turns.ended(said)
        return self._history.said(said)

    def _rename(self, names: Mapping[Key, Label], at: float) -> Heard:
        """Stretches were somebody else's: correct what was written of them."""
        for channel, voiced in self._voiced.items():
            speaker, score = names.get((channel, voiced.start), (voiced.speaker, voiced.score))
            self._voiced[channel] = replace(voiced, speaker=speaker, score=score)
        corrections, self._floor = self._history.rename(
            names, at, self._going_on(), self._silent_until
        )
        speakers = {key: speaker for key, (speaker, _) in names.items()}
        events: Heard = [*corrections]
        for turn in self._turns.rename(speakers, self._now):
            if isinstance(turn, Renamed):
                events.append(turn)
            elif self._run is not None:
                events += self._spoken([turn], self._run)
        return events

    def _cut(self, at: float) -> Heard:
        """Close everything: what comes next does not follow on this."""
        events: Heard = []
        if self._run is not None:
            for moment in self._run.rest():
                events += self._live(moment, self._run)
            for stretch in self._run.close():
                events += self._end(stretch, self._run)
            events += self._history.paused(self._floor.silent(at))
            events += self._spoken(self._turns.cut(at), self._run)
        self._floor.cut()
        self._history.cut(at)
        self._run = None
        self._last_end = self._silent_until = None
        return events

    def _spoken(self, closed: Iterable[ClosedTurn], run: Run) -> Heard:
        return [self._with_sound(turn, run) for turn in closed]

    def _with_sound(self, turn: ClosedTurn, run: Run) -> SpokenTurn:
        """The turn with its sound, in which nobody else is heard."""
        channel = turn.said[0].channel
        start, samples = run.tape.cut(channel, turn.start - LEAD_S, turn.end + TAIL_S)
        for other_start, other_end in self._others(turn, channel):
            first, last = (round((at - start) * SAMPLE_RATE_HZ) for at in (other_start, other_end))
            samples[max(first, 0) : max(last, 0)] = 0
        return SpokenTurn(
            i=turn.i,
            start=turn.start,
            end=turn.end,
            closed_at=turn.closed_at,
            speaker=turn.speaker,
            channel=channel,
            stretches=tuple((said.start, said.end) for said in turn.said),
            audio_start=start,
            samples=samples,
            reopens=turn.reopens,
        )

    def _others(self, turn: ClosedTurn, channel: int) -> list[tuple[float, float]]:
        """Where, on this channel and about the turn's time, others speak."""
        own = {said.start for said in turn.said}
        after = turn.end + TAIL_S
        ended = [
            (said.start, said.end)
            for said in self._history.since(turn.start - LEAD_S)
            if said.channel == channel and said.start not in own
        ]
        return ended + [(s.start, after) for s in self._going_on() if s.channel == channel]

    def _going_on(self) -> list[Onset | Voiced]:
        """The stretches that have begun, in order."""
        both: list[Onset | Voiced] = [*self._unnamed.values(), *self._voiced.values()]
        return sorted(both, key=lambda stretch: stretch.start)

    def _wanted_from(self) -> float:
        """From where on sound may still be wanted."""
        starts = [onset.start for onset in self._unnamed.values()]
        turns_from = self._turns.needs_from
        if turns_from is not None:
            starts.append(turns_from - LEAD_S)
        return min([*starts, self._now - LOOK_BACK_S])


def _speakers(
    settings: Settings,
    channels: int,
    encoder: VoiceEncoder | None,
    clinician_voice: Voiceprint | None,
) -> Speakers:
    if channels == 2:
        return ChannelSpeakers()
    if channels != 1 or encoder is None:
        raise ValueError("hearing takes two channels, or one and a voice encoder")
    return VoiceSpeakers(settings.speakers, encoder, clinician_voice)
