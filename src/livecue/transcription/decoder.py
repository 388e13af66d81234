"""Whisper itself: a clip into an encoder window of any length, and that into words."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import merge_punctuations

from livecue.capture.source import SAMPLE_RATE_HZ
from livecue.errors import InputError
from livecue.events import Word
from livecue.transcription.guard import Reading, Said

FULL_WINDOW_S = 30.0
"""The window that Whisper was trained with."""
_TOKENS_FREE = 16
_TOKENS_PER_S = 8
"""Tokens a clip may take: fast talk has 6 words a second at 1.3 tokens each."""
_BEAM_SIZE = 1
"""Five, Whisper's default, were no better on whole windows and made short ones repeat more."""
_LONGEST_OUTPUT = 448
_KEPT_KERNELS = "0"
"""Kernels that oneDNN keeps, one for every length of window that it met: by default 1,024, which
grew to 300 MB in two hours. Making them anew costs no time that could be measured."""
_OPENING, _CLOSING = "\"'“¿([{-", "\"'.,!?:”)]}"
"""Punctuation that belongs to the word after it, and to the word before it."""


@dataclass(frozen=True)
class Encoded:
    """A clip as the encoder left it. state: the encoder's output. duration_s: of the clip."""

    state: Any
    duration_s: float


class Engine(Protocol):
    """A speech model, as reading a clip needs it."""

    def encode(self, samples: npt.NDArray[np.float32], window_s: float) -> Encoded:
        """Run the encoder once, over the clip and silence up to `window_s`."""
        ...

    def in_language(self, encoded: Encoded) -> float:
        """How likely the language is the one that it reads, 0-1; 1 if it knows no other."""
        ...

    def read(self, encoded: Encoded) -> Reading:
        """Decode, without times of words."""
        ...

    def times(self, encoded: Encoded, reading: Reading) -> tuple[Word, ...]:
        """The reading's words, timed in seconds of the clip."""
        ...


class Decoder:
    """A faster-whisper model on the processor, 8-bit, from local files.

    Raises:
        InputError: the model does not know the language.
    """

    def __init__(self, folder: Path, language: str, threads: int) -> None:
        # Read by oneDNN when it first works.
        os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", _KEPT_KERNELS)
        self._model = WhisperModel(
            os.fspath(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            local_files_only=True,
        )
        if language not in self._model.supported_languages:
            raise InputError(
                f"The speech model in {folder} does not know the language '{language}'; "
                "choose another model or language under [transcription]."
            )
        self._tokens = Tokenizer(
            self._model.hf_tokenizer,
            self._model.model.is_multilingual,
            task="transcribe",
            language=language,
        )

    def encode(self, samples: npt.NDArray[np.float32], window_s: float) -> Encoded:
        """Run the encoder once, over the clip and silence up to `window_s`.

        The silence is added as sound, as in training, not to the features after it: a short window
        filled up with zero features makes the decoder repeat itself.
        """
        window = np.zeros(round(window_s * SAMPLE_RATE_HZ), dtype=np.float32)
        heard = samples[: len(window)]
        window[: len(heard)] = heard
        features = self._model.feature_extractor(window, padding=0)
        return Encoded(self._model.encode(features), len(heard) / SAMPLE_RATE_HZ)

    def in_language(self, encoded: Encoded) -> float:
        """How likely the language is the one that it reads, 0-1; 1 if it knows no other."""
        if not self._model.model.is_multilingual:
            return 1.0
        likely = dict(self._model.model.detect_language(encoded.state)[0])
        return float(likely[f"<|{self._tokens.language_code}|>"])

    def read(self, encoded: Encoded) -> Reading:
        """Decode, with timestamps: they tell a short window where its speech ends.

        Without a prompt. One in a verbatim style was tried, to keep "um" and "yeah": it brought
        back no more of them, and made every fifth short window repeat itself.
        """
        limit = int(_TOKENS_FREE + _TOKENS_PER_S * encoded.duration_s)
        result = self._model.model.generate(
            encoded.state,
            [list(self._tokens.sot_sequence)],
            beam_size=_BEAM_SIZE,
            max_length=min(_LONGEST_OUTPUT, 2 * limit),  # CTranslate2 lets the output be half of it
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        given = result.sequences_ids[0]
        return Reading(
            said=self._said(given),
            # The score is a mean without the end of the text, which counts as one token more.
            mean_log_prob=result.scores[0] * len(given) / (len(given) + 1),
            no_speech_prob=result.no_speech_prob,
            finished=len(given) < min(limit, _LONGEST_OUTPUT // 2),
        )

    def times(self, encoded: Encoded, reading: Reading) -> tuple[Word, ...]:
        """The reading's words, from the decoder's attention over the clip's own frames."""
        text = [token for one in reading.said for token in one.tokens]
        if not text:
            return ()
        frames = round(encoded.duration_s * self._model.frames_per_second)
        aligned = self._model.find_alignment(self._tokens, [text], encoded.state, frames)[0]
        merge_punctuations(aligned, _OPENING, _CLOSING)
        return tuple(
            (
                word["word"].strip(),
                float(word["start"]),
                float(word["end"]),
                float(word["probability"]),
            )
            for word in aligned
            if word["word"].strip()
        )

    def _said(self, given: list[int]) -> tuple[Said, ...]:
        """Text by its timestamps: <a> text <b><b> text <c>."""
        first_mark = self._tokens.timestamp_begin
        said: list[Said] = []
        text: list[int] = []
        start_s = 0.0
        for token in [*given, None]:
            if token is not None and token < first_mark:
                if token < self._tokens.eot:
                    text.append(token)
                continue
            at_s = (token - first_mark) * self._model.time_precision if token is not None else None
            if text:
                spoken = self._tokens.decode(text).strip()
                said.append(Said(spoken, tuple(text), start_s, at_s))
                text = []
            start_s = at_s if at_s is not None else start_s
        return tuple(said)
