"""One session concluded anew, as often as a person corrects it."""

from collections.abc import Callable, Sequence

from livecue.cues.guide import Guide, load_guide
from livecue.events import AnyEvent
from livecue.markers.lexicon import Lexicon, load_lexicon
from livecue.markers.reader import Line, Reading, TurnReader
from livecue.markers.weighing import Weighing
from livecue.session.anew import anew, speakers_were_corrected, words_were_kept


class Remembering:
    """A reader of turns that reads nothing twice: a correction changes few of them."""

    def __init__(self, reader: TurnReader) -> None:
        self._reader = reader
        self._read: dict[tuple[Line, ...], Reading] = {}

    def read(self, lines: Sequence[Line]) -> Reading:
        """As the reader it stands before."""
        key = tuple(lines)
        if key not in self._read:
            self._read[key] = self._reader.read(lines)
        return self._read[key]


class Conclusions:
    """Concludes one session anew, as often as asked.

    Args:
        language: two-letter code of what was spoken.
        load: the network that reads turns, or none where rules decide alone; asked only where turns
            must be read again.
    """

    def __init__(self, language: str, load: Callable[[], Weighing | None]) -> None:
        self._language = language
        self._load = load
        self._weighing: Weighing | None = None
        self._lists: tuple[Lexicon, Guide] | None = None

    def draw(
        self, log: Sequence[AnyEvent], progress: Callable[[float], None] | None = None
    ) -> list[AnyEvent]:
        """The log with all that follows from it (`livecue.session.anew`)."""
        if self._lists is None:
            self._lists = load_lexicon(self._language), load_guide(self._language)
        if self._weighing is None and speakers_were_corrected(log) and words_were_kept(log):
            loaded = self._load()
            if loaded is not None:
                self._weighing = Weighing(Remembering(loaded.reader), loaded.even)
        return anew(log, *self._lists, self._weighing, progress)
