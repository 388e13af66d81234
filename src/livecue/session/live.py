"""A session as it runs: a source, the machine, a transcriber, and whoever watches.

Everything that is written is decided on the thread that runs the session. A source in lock-step is
read as fast as the stages go, and the words of each turn are waited for; otherwise words are read
by a worker beside it, from when a turn may be over, and come when they come.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from livecue.capture.source import OFF_RECORD, SAMPLE_RATE_HZ, Block, Missing, Source, Trouble
from livecue.config import ConsentScope, Settings
from livecue.errors import LivecueError
from livecue.events import (
    ActionName,
    AnyEvent,
    End,
    HealthName,
    Numbering,
    SessionStarted,
    SpeakersBy,
)
from livecue.hearing.spoken import SpokenTurn
from livecue.session.clock import SessionClock
from livecue.session.hands import Hands
from livecue.session.machine import Machine, Step
from livecue.session.sink import Sink
from livecue.session.tally import Tally
from livecue.transcription.readings import Readings, read_now
from livecue.transcription.transcriber import Transcriber, Transcript
from livecue.transcription.worker import State, Worker

_SAID_OF: dict[State, HealthName] = {
    "in_time": "text_back",
    "behind": "text_behind",
    "no_text": "no_text",
}


@dataclass(frozen=True)
class Head:
    """What a session begins with, and keeps in its `session` event.

    speakers_by: how the two are told apart, if that is known. clinician: the name of whose enrolled
    voice is the clinician's.
    """

    id: str
    client: str | None
    settings: Settings
    consent: tuple[ConsentScope, ...]
    models: dict[str, str]
    speakers_by: SpeakersBy | None = None
    clinician: str | None = None


class LiveSession:
    """One session, from its first block to its `end` event.

    Args:
        head: who, with what settings, and what was agreed to.
        source: where sound comes from.
        machine: the pure whole; it shares `numbering`.
        transcriber: speech to text.
        sinks: who watches, in the order in which they are told. One that fails is left out, and
            the others are told so by a `health` event.
    """

    def __init__(
        self,
        head: Head,
        source: Source,
        machine: Machine,
        transcriber: Transcriber,
        numbering: Numbering,
        sinks: Sequence[Sink],
    ) -> None:
        self._head = head
        self._source = source
        self._machine = machine
        self._transcriber = transcriber
        self._numbering = numbering
        self._sinks = list(sinks)
        self._worker = None if source.lockstep else Worker(transcriber, head.settings.transcription)
        self._readings = Readings(head.settings.transcription)
        self._clock = SessionClock(running=not source.lockstep)
        self._tally = Tally()
        self._hands = Hands(source, machine)
        self._erased = False
        self._audio_s = self._heard_s = 0.0
        self._worked_since = 0.0
        self._reading: State = "in_time"

    @property
    def off_record(self) -> bool:
        """Whether nothing is heard or kept now; from any thread."""
        return self._hands.off_record

    @property
    def erased(self) -> bool:
        """Whether nothing of this session is to be left."""
        return self._erased

    def watch(self, sink: Sink) -> None:
        """One more who watches; before the session runs."""
        self._sinks.append(sink)

    def act(self, action: ActionName, value: str | float | None = None) -> None:
        """A hand on the controls; may be called from any thread, takes effect at once.

        Off the record nothing is done but listening again.
        """
        if action == "snooze" and value is None:
            value = self._head.settings.cues.snooze_s
        self._hands.act(action, value)

    def rate(self, cue_at: float, helpful: bool) -> None:
        """The clinician's word on the cue of session second `cue_at`; from any thread."""
        self._hands.rate(cue_at, helpful)

    def now(self) -> float:
        """The session second; from any thread."""
        return self._clock.now()

    def stop(self) -> None:
        """End the session; may be called from any thread."""
        self._source.close()

    def erase(self) -> None:
        """End the session, and have whoever runs it leave nothing of it; from any thread."""
        self._erased = True
        self.stop()

    def run(self) -> End:
        """Listen until the source ends or `stop` is called.

        Returns:
            The session's last event, after every sink has had it.
        """
        began = time.monotonic()
        try:
            self._emit([self._first_event()])
            for heard in self._source:
                self._worked_since = time.perf_counter()
                if isinstance(heard, Trouble):
                    self._take_trouble(heard)
                else:
                    self._hear(heard)
                self._take_hands(self._clock.now)
                self._take_words()
            self._worked_since = time.perf_counter()
            self._take_leave(self._heard_s)
            self._take_hands(self._clock.now)
            self._hear_the_rest()
            self._wait_for_words()
            self._emit(self._machine.finish(self._clock.now()))
            return self._finish(time.monotonic() - began)
        finally:
            self._source.close()
            if self._worker is not None:
                self._worker.close(wait=False)
            for sink in self._sinks:
                sink.close()

    def _hear(self, heard: Block | Missing) -> None:
        if _is_left(heard):
            self._take_leave(heard.start_s)
        self._heard_s = heard.end_s
        self._clock.heard(heard.end_s)
        if isinstance(heard, Block):
            self._audio_s += len(heard.samples) / SAMPLE_RATE_HZ
        self._follow(self._machine.hear(heard))
        if isinstance(heard, Missing):  # whoever listens again does so where the sound begins
            self._take_hands(lambda: heard.end_s)
        if self._worker is not None:
            self._worker.expect(self._machine.drafts())

    def _hear_the_rest(self) -> None:
        """No more sound comes. What is off the record to the end is told as that."""
        now = self._clock.now()
        if self.off_record and now > self._heard_s:
            self._hear(Missing(self._heard_s, now, OFF_RECORD))
        self._follow(self._machine.hush())

    def _take_trouble(self, trouble: Trouble) -> None:
        """Off the record a device has none; what lasts is told anew when it opens again."""
        if not self.off_record:
            self._emit(self._machine.trouble(trouble))

    def _first_event(self) -> SessionStarted:
        return SessionStarted(
            seq=self._numbering(),
            id=self._head.id,
            client=self._head.client,
            started_at=datetime.now(UTC).isoformat(timespec="seconds"),
            source=self._source.name,
            sample_rate_hz=SAMPLE_RATE_HZ,
            settings=self._head.settings.model_dump(mode="json"),
            consent=self._head.consent,
            models=self._head.models,
            speakers_by=self._head.speakers_by,
            clinician=self._head.clinician,
            version=version("livecue"),
        )

    def _finish(self, wall_s: float) -> End:
        end = End(
            seq=self._numbering(),
            at=self._clock.now(),
            counts=self._tally.counts,
            audio_s=round(self._audio_s, 3),
            wall_s=round(wall_s, 3),
            latency=self._tally.latency(),
        )
        self._emit([end])
        return end

    def _follow(self, step: Step) -> None:
        """Write the events, then see that the turns get their words.

        In this order, since what the words lead to is numbered after all of the step.
        """
        self._emit([item for item in step if not isinstance(item, SpokenTurn)])
        for turn in (item for item in step if isinstance(item, SpokenTurn)):
            self._tally.closed(turn.reopens)
            if self._worker is not None:
                self._worker.submit(turn)
            else:
                self._emit(self._machine.read(self._words_now(turn)))

    def _words_now(self, turn: SpokenTurn) -> Transcript:
        try:
            return read_now(self._transcriber, turn, self._readings)
        except Exception as error:  # the silence marker goes on without words, whatever failed
            return Transcript(turn=turn, text=None, why_lost=type(error).__name__)

    def _take_hands(self, now: Callable[[], float]) -> None:
        for step in self._hands.take(now):
            self._follow(step)

    def _take_leave(self, at: float) -> None:
        for step in self._hands.take_leave(at):
            self._follow(step)

    def _take_words(self) -> None:
        if self._worker is None:
            return
        for transcript in self._worker.results():
            self._emit(self._machine.read(transcript))
        self._say_how_reading_goes(self._worker.state())

    def _say_how_reading_goes(self, state: State) -> None:
        if state != self._reading and not self.off_record:
            self._reading = state
            self._emit(self._machine.note(_SAID_OF[state], self._clock.now()))

    def _wait_for_words(self) -> None:
        """The last turns' words are worth a short wait; a transcriber that hangs is not."""
        if self._worker is None or self._erased:
            return
        give_up = time.monotonic() + self._head.settings.transcription.queue_s
        while self._worker.busy and self._reading != "no_text" and time.monotonic() < give_up:
            self._take_words()
            time.sleep(0.02)
        self._worker.close(wait=False)
        self._take_words()

    def _emit(self, events: Sequence[AnyEvent]) -> None:
        """Stamp events as they leave, and tell everyone who watches.

        A sink that fails is told of after them, so that the others get all in order of `seq`.
        """
        failures: list[str] = []
        for event in events:
            stamps: dict[str, Any] = {"emitted_at": round(self._clock.now(), 3)}
            if self._source.lockstep:
                stamps["compute_s"] = round(time.perf_counter() - self._worked_since, 4)
            stamped = event.model_copy(update=stamps)
            self._tally.push(stamped)
            said = [self._tell(sink, stamped) for sink in list(self._sinks)]
            failures += [failure for failure in said if failure is not None]
        for failure in failures:
            self._emit(self._machine.note("store_failed", self._clock.now(), failure))

    def _tell(self, sink: Sink, event: AnyEvent) -> str | None:
        """Hand one event to a sink; one that fails is left out, and what it said comes back."""
        try:
            sink.push(event)
        except LivecueError as error:
            self._sinks.remove(sink)
            sink.close()
            return str(error)
        return None


def _is_left(heard: Block | Missing) -> bool:
    """Whether a source that was told to pause has said all that came before."""
    return heard.why == OFF_RECORD if isinstance(heard, Missing) else not len(heard.samples)
