"""A session that was broken off anywhere can be exported all the same."""

from typing import get_args

import pytest

from livecue.errors import InputError
from livecue.events import AnyEvent
from livecue.exports.formats import FormatName, exported


@pytest.mark.parametrize("name", get_args(FormatName))
def test_whatever_was_kept_is_exported(name: FormatName, full: list[AnyEvent]) -> None:
    for length in range(2, len(full) + 1):
        try:
            text = exported(full[:length], name, words=True)
        except InputError:
            assert name in ("vtt", "rttm", "audacity"), "only these need turns or speech"
            continue
        assert text
