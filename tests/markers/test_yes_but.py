"""Yes, but: granted, turned, countered."""

import pytest

from livecue.markers import yes_but
from tests.markers.talked import LEXICON, heard_last

RESERVATIONS = [
    ("T: What if you rang her once this week?", "C: Yes, but I never know what to say to her."),
    (
        "T: You could ask for the earlier shift.",
        "C: I could, I suppose. It's just that he'd never agree.",
    ),
    ("T: So the walk helped.", "C: I know it helped. The thing is, I can't make myself go."),
    (
        "T: How would you feel about telling him?",
        "C: That makes sense, and still, I don't think he would listen.",
    ),
    (
        "T: Could we try the lift together?",
        "C: In principle, sure. At the same time it scares me half to death.",
    ),
    (
        "T: So the worry did not come true.",
        "C: Logically I get that. Then again it was only the one time.",
    ),
    ("T: Maybe the diary would help.", "C: It's a nice idea, though I'd only forget it."),
    (
        "T: How about cutting it down to two?",
        "C: I'd like to. I just don't know if I have the willpower.",
    ),
    ("T: What keeps you there?", "C: I want to leave but it's hard when everybody depends on me."),
    (
        "T: You might sit nearer the door.",
        "C: Yeah, I hear you. Whether I'd stay in the room is another matter.",
    ),
]

NO_RESERVATIONS = [
    ("T: Was that in March?", "C: Yes, but it was the end of March."),
    ("T: How was the lift?", "C: It was dreadful, but I did it, and then I did it again."),
    ("T: Would you like to go on with this?", "C: Yes. It's tiring, but I want to."),
    ("T: What happened then?", "C: The bus was late but the driver was nice about it."),
    ("T: How was the weekend?", "C: We went to the sea, and my sister came too."),
    ("T: So you will ring her.", "C: I will. I'll ring her on Sunday after lunch."),
    ("T: You kept the diary.", "C: I nearly gave up on Wednesday, but I kept going."),
    ("T: What does the room look like?", "C: Nothing but boxes, really."),
    ("T: You look brighter.", "C: I know. I slept."),
]


@pytest.mark.parametrize("lines", RESERVATIONS)
def test_a_reservation_after_something_granted_is_heard(lines: tuple[str, str]) -> None:
    observed = yes_but.observe(*heard_last(*lines), LEXICON)
    assert observed is not None
    assert observed.score >= 0.5


@pytest.mark.parametrize("lines", NO_RESERVATIONS)
def test_a_but_that_tells_or_turns_to_change_is_none(lines: tuple[str, str]) -> None:
    observed = yes_but.observe(*heard_last(*lines), LEXICON)
    assert observed is None or observed.score < 0.5


def test_assent_reaches_over_a_back_channel() -> None:
    lines = ("T: What about trying it without notes?", "C: No, I can see the point of that.")
    counter = "C: But I'd only stand there with my mouth open, I can't do it."
    over = yes_but.observe(*heard_last(*lines, "T: Mm-hmm.", counter), LEXICON)
    assert over is not None
    assert over.score >= 0.5
    assert over.evidence.basis == "reservation_after_back_channel"


def test_a_turn_of_weight_between_ends_the_assent() -> None:
    lines = ("T: What about trying it without notes?", "C: No, I can see the point of that.")
    counter = "C: But I'd only stand there with my mouth open, I can't do it."
    over = yes_but.observe(*heard_last(*lines, "T: Mm-hmm.", counter), LEXICON)
    after = yes_but.observe(
        *heard_last(*lines, "T: And the second meeting, where was that?", counter), LEXICON
    )
    assert over is not None
    assert after is None or after.score < over.score


def test_the_evidence_is_in_the_clients_own_words() -> None:
    observed = yes_but.observe(
        *heard_last("T: Let's try it.", "C: That makes sense, but I can't, um, see it working."),
        LEXICON,
    )
    assert observed is not None
    assert observed.evidence.words[:2] == ("That makes sense", "but")
    assert "I can't" in observed.evidence.words


def test_the_same_words_weigh_less_after_a_question_of_fact() -> None:
    answer = "C: Yeah, but not every day."
    advised = yes_but.observe(*heard_last("T: You could walk to work.", answer), LEXICON)
    asked = yes_but.observe(*heard_last("T: Do you walk to work?", answer), LEXICON)
    assert advised is not None
    assert asked is not None
    assert asked.score < advised.score
