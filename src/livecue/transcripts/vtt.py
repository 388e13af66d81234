"""WebVTT with a voice for what is said: `<v Name>`."""

import re
from html import unescape
from pathlib import Path

import webvtt
from webvtt.models import Timestamp

from livecue.errors import InputError
from livecue.transcripts.session import TranscriptSession
from livecue.transcripts.voices import Piece, session_of

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[^>]*>")


def read_vtt(path: Path) -> list[TranscriptSession]:
    """The one session of a WebVTT file.

    Raises:
        InputError: it is not WebVTT, a caption has no voice, or the voices are not two speakers'.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        captions = webvtt.from_string(text, strict=True).captions
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not text in UTF-8; save it as that.") from error
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        raise InputError(
            f"{path} is not WebVTT: it begins with the line WEBVTT, and each caption has a line "
            "00:00:00.000 --> 00:00:00.000; correct that."
        ) from error
    pieces = [piece for caption in captions for piece in _pieces(path, caption)]
    read = sum(len(_VOICE.findall(caption.raw_text)) for caption in captions)
    if read < len(_VOICE.findall(text)):
        raise InputError(
            f"{path} names a voice outside any caption; above what is said there must be a line "
            "00:00:00.000 --> 00:00:00.000."
        )
    return [session_of(str(path), path.stem, pieces)]


def _pieces(path: Path, caption: webvtt.Caption) -> list[Piece]:
    """What is said in one caption; voices that share it share its time by their words."""
    start, end = (_seconds(time) for time in (caption.start, caption.end))
    before, *rest = _VOICE.split(caption.raw_text)
    if _plain(before) or not rest:
        raise InputError(
            f"{path}: the caption at {caption.start} has no <v Name>; say who speaks in it."
        )
    voices, texts = rest[::2], [_plain(text) for text in rest[1::2]]
    all_words = sum(len(text.split()) for text in texts)
    pieces: list[Piece] = []
    for voice, text in zip(voices, texts, strict=True):
        if text:
            begins = pieces[-1].end if pieces else start
            share_s = (end - start) * len(text.split()) / all_words
            pieces.append(Piece(begins, round(begins + share_s, 3), voice.strip(), text))
    return pieces


def _plain(text: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", text)).split())


def _seconds(time: str) -> float:
    return Timestamp.from_string(time).in_milliseconds() / 1000
