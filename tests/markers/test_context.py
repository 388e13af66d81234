"""What came before a client's turn, as every detector sees it."""

from livecue.markers.context import History
from tests.events import turn
from tests.markers.talked import LEXICON, heard_last


def test_the_focus_is_the_clinicians_last_turn_of_weight() -> None:
    _, context = heard_last(
        "T: What would help?", "C: A quieter room, for one.", "T: Mm-hmm.", "C: And a door."
    )
    assert context.act == "open_question"
    assert context.focus is not None
    assert context.before is not None
    assert (context.focus.turn.i, context.before.turn.i) == (0, 2)


def test_the_clients_turn_is_carried_over_a_back_channel_only() -> None:
    lines = ("T: What would help?", "C: A quieter room.")
    _, over = heard_last(*lines, "T: Mm-hmm.", "C: And a door.")
    _, after = heard_last(*lines, "T: Where would that be?", "C: Upstairs.")
    assert over.carried is not None
    assert over.carried.turn.i == 1
    assert after.carried is None


def test_a_task_stays_what_is_talked_about_for_a_while() -> None:
    asked = "T: Did you do the breathing exercise?"
    _, now = heard_last(asked, "C: Sometimes.")
    _, later = heard_last(
        asked, "C: Sometimes.", "T: The mornings are the hardest, then.", "C: Yes."
    )
    _, never = heard_last("T: Where did you grow up?", "C: By the sea.")
    assert (now.asked_task, now.task_lately) == (True, True)
    assert (later.asked_task, later.task_lately) == (False, True)
    assert (never.asked_task, never.task_lately) == (False, False)


def test_turns_stand_in_the_order_in_which_they_began() -> None:
    history = History(LEXICON)
    history.put(turn(3, "client", "A quieter room.", 12.0))
    history.put(turn(5, "clinician", "What would help?", 8.0))
    context = history.before(turn(3, "client", "A quieter room.", 12.0))
    assert context.focus is not None
    assert context.focus.turn.i == 5


def test_words_that_were_lost_leave_the_act_unknown() -> None:
    history = History(LEXICON)
    history.put(turn(0, "clinician", "What would help?", 0.0))
    history.put(turn(1, "clinician", None, 5.0))
    assert history.before(turn(2, "client", "Nothing.", 10.0)).act == "other"


def test_what_came_before_a_span_not_heard_is_out_of_reach() -> None:
    history = History(LEXICON)
    history.put(turn(0, "clinician", "What would help?", 0.0))
    history.interrupt(8.0)
    assert history.before(turn(1, "client", "Nothing.", 10.0)).focus is None
