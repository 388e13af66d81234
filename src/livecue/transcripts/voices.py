"""From named voices to client and clinician, and from their pieces to turns."""

from collections.abc import Sequence
from dataclasses import dataclass

from livecue.errors import InputError
from livecue.events import Speaker
from livecue.transcripts.session import Span, TranscriptSession, TranscriptTurn

CLINICIAN_NAMES: frozenset[str] = frozenset(
    {"clinician", "therapist", "counsellor", "counselor", "psychologist", "doctor", "dr", "t"}
)
CLIENT_NAMES: frozenset[str] = frozenset({"client", "patient", "c", "p"})

_SAME_INSTANT_S = 0.001


@dataclass(frozen=True)
class Piece:
    """What one named voice said without a break in the file. Seconds."""

    start: float
    end: float
    voice: str
    text: str


def session_of(path_name: str, session_id: str, pieces: Sequence[Piece]) -> TranscriptSession:
    """One session from the pieces of its voices, in any order.

    Pieces of one voice with nobody between them are one turn, and the time between them is a
    silence inside it.

    Raises:
        InputError: nothing is said, or it cannot be told who is the clinician.
    """
    ordered = sorted(pieces, key=lambda piece: (piece.start, piece.end))
    roles, guessed = roles_of(path_name, ordered)
    turns: list[list[Piece]] = []
    for piece in ordered:
        if turns and turns[-1][-1].voice == piece.voice:
            turns[-1].append(piece)
        else:
            turns.append([piece])
    return TranscriptSession(
        id=session_id,
        turns=tuple(_turn(i, roles[turn[0].voice], turn) for i, turn in enumerate(turns)),
        speakers_guessed=guessed,
    )


def roles_of(path_name: str, pieces: Sequence[Piece]) -> tuple[dict[str, Speaker], bool]:
    """Who is who, and whether that was guessed.

    A voice named for its part ("client", "therapist", …) has it. Where no voice is named as the
    clinician, it is the first of the others to ask something; where none is named as the client,
    it is whoever else says most. Further voices stay unknown.

    Raises:
        InputError: fewer than two voices, or nobody asks anything.
    """
    words: dict[str, int] = {}
    for piece in pieces:
        words[piece.voice] = words.get(piece.voice, 0) + len(piece.text.split())
    if len(words) < 2:
        raise InputError(
            f"{path_name} holds {'one voice' if words else 'nobody who speaks'}; "
            "give each of the two speakers a name of their own."
        )
    roles: dict[str, Speaker] = {voice: _role(voice) for voice in words}
    guessed = False
    if "clinician" not in roles.values():
        asking = [p.voice for p in pieces if "?" in p.text and roles[p.voice] == "unknown"]
        if not asking:
            raise InputError(
                f"{path_name} does not show who is the clinician; name that voice 'clinician' and "
                "the other 'client'."
            )
        roles[asking[0]] = "clinician"
        guessed = "client" not in roles.values() or len(words) > 2
    if "client" not in roles.values():
        others = [voice for voice in words if roles[voice] == "unknown"]
        if not others:
            raise InputError(f"{path_name} has no client among its voices; name one 'client'.")
        roles[max(others, key=lambda voice: words[voice])] = "client"
        guessed = guessed or len(others) > 1
    return roles, guessed


def _role(voice: str) -> Speaker:
    name = voice.strip().lower()
    first = name.replace(".", " ").replace("_", " ").split()[0] if name else ""
    if first in CLINICIAN_NAMES:
        return "clinician"
    return "client" if first in CLIENT_NAMES else "unknown"


def _turn(i: int, speaker: Speaker, pieces: Sequence[Piece]) -> TranscriptTurn:
    pauses: list[Span] = []
    end = pieces[0].end
    for piece in pieces[1:]:
        if piece.start > end + _SAME_INSTANT_S:
            pauses.append((end, piece.start))
        end = max(end, piece.end)
    return TranscriptTurn(
        i=i,
        speaker=speaker,
        start=pieces[0].start,
        end=end,
        text=" ".join(piece.text for piece in pieces),
        pauses=tuple(pauses),
    )
