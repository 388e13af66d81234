"""How right the words are that were read: against the labels, and against Whisper by itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

from livecue.evaluation.word_errors import aligned, normalised
from livecue.evaluation.words import TurnRead, Work
from livecue.events import Frozen, Speaker
from livecue.transcripts.session import TranscriptSession

TOTAL = "all"
KEY_WORDS = ("yes", "yeah", "sure", "okay", "i know", "but", "though", "just")
"""Words of assent and contrast: what a reservation is heard by."""
_SPEAKERS: tuple[Speaker, ...] = ("clinician", "client")
_KEYS = {tuple(normalised(words)): words for words in KEY_WORDS}


@dataclass(frozen=True)
class WordScore:
    """Counts over one session, or several.

    words: said, as labelled. live, full_window: words wrong beside them. read, apart: words of the
    full window's reading, and how many of them the live reading has otherwise. of_full_window: key
    words of the full window's reading; of_labels: of the labels; kept_…: those that are in the
    reading at the same place.
    """

    words: int = 0
    live: int = 0
    full_window: int = 0
    read: int = 0
    apart: int = 0
    of_full_window: Counter[str] = field(default_factory=Counter)
    kept_of_full_window: Counter[str] = field(default_factory=Counter)
    of_labels: Counter[str] = field(default_factory=Counter)
    kept_of_labels: Counter[str] = field(default_factory=Counter)
    full_window_kept_of_labels: Counter[str] = field(default_factory=Counter)
    turns: int = 0
    first_words: int = 0
    first_words_kept: int = 0
    first_of_labels: int = 0
    first_kept_of_labels: int = 0
    full_window_first_kept_of_labels: int = 0
    work: Work = field(default_factory=Work)

    def __add__(self, other: "WordScore") -> "WordScore":
        return WordScore(
            **{name: value + getattr(other, name) for name, value in vars(self).items()}
        )


class KeyWord(Frozen):
    """How often a word of assent or contrast came, and how often it was read where it came."""

    word: str
    in_full_window: int
    kept: int
    in_labels: int
    kept_live: int
    kept_full_window: int


class WordsRow(Frozen):
    """One session, or all. Error rates and recalls are shares; `None` where there is nothing.

    wer: words wrong over words labelled. apart: words that the two readings have otherwise.
    key_recall: assent and contrast words, of those of the full window; …_of_labels: of those
    labelled. first_word_recall: of the full window's turns; …_of_labels: of those labelled. work_s:
    seconds a clip. read_again: clips that needed the full window, by reason; left: what stayed in
    doubt.
    """

    session: str
    turns: int
    words: int
    wer_live: float | None
    wer_full_window: float | None
    apart: float | None
    key_recall: float | None
    key_recall_of_labels: float | None
    key_recall_of_labels_full_window: float | None
    first_words: int
    first_word_recall: float | None
    first_word_recall_of_labels: float | None
    first_word_recall_of_labels_full_window: float | None
    clips: int
    work_live_s: float | None
    work_full_window_s: float | None
    work_ratio: float | None
    read_again: dict[str, int]
    left: dict[str, int]
    voiceless: int


class WordsReport(Frozen):
    """All rows, the last of them over all sessions, and the words of assent and contrast one by
    one. model: which speech model read, by name."""

    model: str
    rows: tuple[WordsRow, ...]
    key_words: tuple[KeyWord, ...]


def score_words(session: TranscriptSession, read: Sequence[TurnRead], work: Work) -> WordScore:
    """Each speaker's words in one row against theirs as labelled, and turn by turn against the
    full window's.

    Raises:
        MissingError: jiwer is not installed.
    """
    score = WordScore(turns=len(read), work=work)
    for speaker in _SPEAKERS:
        own = [turn for turn in read if turn.speaker == speaker]
        said = [normalised(turn.text) for turn in session.turns if turn.speaker == speaker]
        score += _against_labels(
            [words for words in said if words],
            _all_words(turn.live for turn in own),
            _all_words(turn.full_window for turn in own),
        )
    return sum(map(_turn_against_full_window, read), score)


def words_report(scored: Iterable[tuple[str, WordScore]], model: str) -> WordsReport:
    """What `model` read: a row a session (its name, its score), and one for all."""
    total = WordScore()
    rows: list[WordsRow] = []
    for name, score in scored:
        rows.append(_row(name, score))
        total += score
    rows.append(_row(TOTAL, total))
    return WordsReport(model=model, rows=tuple(rows), key_words=_key_words(total))


def _all_words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in normalised(text)]


def _against_labels(turns: list[list[str]], live: list[str], full_window: list[str]) -> WordScore:
    """turns: the words of each labelled turn, none of them empty."""
    if not turns:
        return WordScore()
    said = list(chain.from_iterable(turns))
    firsts = set(accumulate(map(len, turns[:-1]), initial=0))
    by_live, by_full = _compared(said, live), _compared(said, full_window)
    return WordScore(
        words=len(said),
        live=by_live.wrong,
        full_window=by_full.wrong,
        of_labels=by_live.keys,
        kept_of_labels=by_live.keys_kept,
        full_window_kept_of_labels=by_full.keys_kept,
        first_of_labels=len(firsts),
        first_kept_of_labels=len(firsts & by_live.kept),
        full_window_first_kept_of_labels=len(firsts & by_full.kept),
    )


def _turn_against_full_window(turn: TurnRead) -> WordScore:
    full_window, live = normalised(turn.full_window), normalised(turn.live)
    if not full_window:
        return WordScore(apart=len(live))
    compared = _compared(full_window, live)
    return WordScore(
        read=len(full_window),
        apart=compared.wrong,
        of_full_window=compared.keys,
        kept_of_full_window=compared.keys_kept,
        first_words=1,
        first_words_kept=int(0 in compared.kept),
    )


@dataclass(frozen=True)
class _Compared:
    """wrong: words substituted, left out, put in. kept: places of the words that were read. keys:
    key words there are; keys_kept: those that were read."""

    wrong: int
    kept: frozenset[int]
    keys: Counter[str]
    keys_kept: Counter[str]


def _compared(said: list[str], read: list[str]) -> _Compared:
    """What was read of words said (at least one), each word at its place."""
    output = aligned(said, read)
    kept = frozenset(
        at
        for chunk in output.alignments[0]
        if chunk.type == "equal"
        for at in range(chunk.ref_start_idx, chunk.ref_end_idx)
    )
    there = [
        (name, range(at, at + len(key)))
        for at in range(len(said))
        for key, name in _KEYS.items()
        if tuple(said[at : at + len(key)]) == key
    ]
    return _Compared(
        wrong=output.substitutions + output.deletions + output.insertions,
        kept=kept,
        keys=Counter(name for name, _ in there),
        keys_kept=Counter(name for name, places in there if kept.issuperset(places)),
    )


def _row(name: str, score: WordScore) -> WordsRow:
    work = score.work
    return WordsRow(
        session=name,
        turns=score.turns,
        words=score.words,
        wer_live=_share(score.live, score.words),
        wer_full_window=_share(score.full_window, score.words),
        apart=_share(score.apart, score.read),
        key_recall=_share(score.kept_of_full_window.total(), score.of_full_window.total()),
        key_recall_of_labels=_share(score.kept_of_labels.total(), score.of_labels.total()),
        key_recall_of_labels_full_window=_share(
            score.full_window_kept_of_labels.total(), score.of_labels.total()
        ),
        first_words=score.first_words,
        first_word_recall=_share(score.first_words_kept, score.first_words),
        first_word_recall_of_labels=_share(score.first_kept_of_labels, score.first_of_labels),
        first_word_recall_of_labels_full_window=_share(
            score.full_window_first_kept_of_labels, score.first_of_labels
        ),
        clips=work.clips,
        work_live_s=_share(work.live_s, work.clips),
        work_full_window_s=_share(work.full_window_s, work.clips),
        work_ratio=_share(work.full_window_s, work.live_s),
        read_again=dict(Counter(work.read_again).most_common()),
        left=dict(Counter(work.left).most_common()),
        voiceless=work.voiceless,
    )


def _key_words(score: WordScore) -> tuple[KeyWord, ...]:
    return tuple(
        KeyWord(
            word=word,
            in_full_window=score.of_full_window[word],
            kept=score.kept_of_full_window[word],
            in_labels=score.of_labels[word],
            kept_live=score.kept_of_labels[word],
            kept_full_window=score.full_window_kept_of_labels[word],
        )
        for word in KEY_WORDS
    )


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None
