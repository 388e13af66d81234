"""Reading RTTM."""

from pathlib import Path

import pytest

from livecue.errors import InputError
from livecue.evaluation.rttm import read_rttm


def test_speech_is_gathered_by_recording(tmp_path: Path) -> None:
    path = tmp_path / "meeting.rttm"
    path.write_text(
        "SPEAKER one 1 1.5 2.0 <NA> <NA> anna <NA> <NA>\n"
        "SPKR-INFO one 1 <NA> <NA> <NA> unknown anna <NA> <NA>\n"
        "\n"
        "SPEAKER two 1 0 1 <NA> <NA> ben <NA> <NA>\n"
        "SPEAKER one 1 4 1 <NA> <NA> ben <NA> <NA>\n"
    )
    assert read_rttm(path) == {
        "one": [("anna", 1.5, 3.5), ("ben", 4, 5)],
        "two": [("ben", 0, 1)],
    }


@pytest.mark.parametrize("line", ["SPEAKER one 1 x 2 <NA> <NA> anna <NA> <NA>", "SPEAKER one 1 2"])
def test_a_line_that_is_not_rttm_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "meeting.rttm"
    path.write_text(f"SPEAKER one 1 1.5 2.0 <NA> <NA> anna <NA> <NA>\n{line}\n")
    with pytest.raises(InputError, match=r"meeting\.rttm, line 2"):
        read_rttm(path)
