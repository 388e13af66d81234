"""What a clinician's turn does."""

import pytest

from livecue.markers.clinician_act import ClinicianAct, clinician_act
from tests.markers.talked import LEXICON

ACTS: list[tuple[ClinicianAct, str]] = [
    ("open_question", "What was that like for you?"),
    ("open_question", "So, um, how did the interview go"),
    ("open_question", "Tell me a bit more about your sister."),
    ("open_question", "Could you say a little more about the mornings?"),
    ("open_question", "If the fear were gone by Christmas, what would you be doing?"),
    ("open_question", "I see. Where does that leave you?"),
    ("open_question", "You have worked hard on this. What would you like next?"),
    ("closed_question", "Did you sleep last night?"),
    ("closed_question", "How many times did you go out?"),
    ("closed_question", "On a scale of nought to ten, how sure are you?"),
    ("closed_question", "What time did you get up?"),
    ("closed_question", "And before the holiday?"),
    ("closed_question", "Who was with you?"),
    ("closed_question", "It was Tuesday, was it?"),
    ("reflection", "So part of you is worn out by all this."),
    ("reflection", "It sounds like the house has become very quiet."),
    ("reflection", "You were hoping somebody would notice."),
    ("reflection", "You feel left out?"),
    ("suggestion", "What if you rang her for two minutes only?"),
    ("suggestion", "How about leaving the phone in the hall?"),
    ("suggestion", "Let's try the stairs first, then the lift."),
    ("suggestion", "I was wondering about a short walk before work."),
    ("suggestion", "Could we put the bedtime back by half an hour?"),
    ("suggestion", "Maybe you could ask your brother to come along."),
    ("instruction", "Close your eyes and picture the platform."),
    ("instruction", "Stay with that feeling for a moment."),
    ("instruction", "Write down the thought just as it came."),
    ("instruction", "Would you read the second line out to me?"),
    ("instruction", "Take a slow breath. What do you notice?"),
    ("information", "Anxiety rises, stays for a while, and falls again when nothing feeds it."),
    ("back_channel", "Mm-hmm."),
    ("back_channel", "Okay, right."),
    ("other", "Tuesday, then."),
    ("other", ""),
]


@pytest.mark.parametrize(("act", "text"), ACTS)
def test_an_act_is_known_by_its_form(act: ClinicianAct, text: str) -> None:
    assert clinician_act(text, LEXICON) == act
