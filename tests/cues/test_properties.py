"""What holds of every session, whatever happens in it."""

from hypothesis import given
from hypothesis import strategies as st

from livecue.events import AMBIVALENCE_MARKERS, Action, Cue, MarkerName
from tests.cues.hour import OPEN_QUESTION, REFLECTION, Hour

COOLDOWN_S = 180.0

Happening = tuple[str, str, float]

_markers = st.tuples(
    st.just("marker"),
    st.sampled_from([*AMBIVALENCE_MARKERS, "change_talk", "sustain_talk"]),
    st.floats(0, 60),
)
_words = st.tuples(
    st.just("clinician"), st.sampled_from([REFLECTION, OPEN_QUESTION]), st.floats(0, 60)
)
_hands = st.tuples(
    st.sampled_from(["hold", "release", "snooze", "mode", "next_step"]),
    st.sampled_from(["exploring", "technique"]),
    st.floats(0, 60),
)
_happenings = st.lists(st.one_of(_markers, _markers, _markers, _words, _hands), max_size=60)


def play(hour: Hour, happenings: list[Happening]) -> list[tuple[bool, Cue]]:
    """Everything in turn; the cues, each with whether the clinician's hold was on."""
    cues: list[tuple[bool, Cue]] = []
    at, held = 10.0, False
    for kind, what, later_s in happenings:
        at += later_s
        if kind == "marker":
            name: MarkerName = what  # type: ignore[assignment]
            cues += [(held, cue) for cue in hour.notice(name, at)]
        elif kind == "clinician":
            hour.says("clinician", what, at, at + 2.0)
        else:
            held = {"hold": True, "release": False}.get(kind, held)
            hour.act(kind, at, what if kind == "mode" else None)  # type: ignore[arg-type]
    return cues


@given(_happenings)
def test_no_two_signals_for_one_sign_within_its_cooldown(happenings: list[Happening]) -> None:
    shown: dict[MarkerName, float] = {}
    for _, cue in play(Hour(cluster=True, budget=60), happenings):
        if not cue.shown or cue.cue != "consider_pausing":
            continue
        for name, _ in cue.reason:
            assert name not in shown or cue.at - shown[name] >= COOLDOWN_S
            shown[name] = cue.at


@given(_happenings)
def test_no_cue_while_held(happenings: list[Happening]) -> None:
    hour = Hour(reflect_change_talk=True, ready_to_return=True, cluster=True)
    assert not any(held for held, _ in play(hour, happenings))


@given(_happenings)
def test_a_cue_needs_two_of_its_sign(happenings: list[Happening]) -> None:
    hour = Hour()
    heard: dict[str, int] = {}
    at = 10.0
    for kind, what, later_s in happenings:
        at += later_s
        if kind != "marker":
            continue
        heard[what] = heard.get(what, 0) + 1
        for cue in hour.notice(what, at):  # type: ignore[arg-type]
            ((name, count),) = cue.reason
            assert name == what
            assert 2 <= count <= heard[what]


@given(_happenings)
def test_the_same_happenings_give_the_same_events(happenings: list[Happening]) -> None:
    one, other = Hour(), Hour()
    play(one, happenings)
    play(other, happenings)
    assert one.written == other.written


@given(_happenings)
def test_while_held_the_guide_offers_nothing(happenings: list[Happening]) -> None:
    hour = Hour(reflect_change_talk=True, ready_to_return=True, cluster=True)
    at, held = 10.0, False
    for kind, what, later_s in happenings:
        at += later_s
        before = len(hour.written)
        if kind == "marker":
            hour.notice(what, at)  # type: ignore[arg-type]
        elif kind == "clinician":
            hour.says("clinician", what, at, at + 2.0)
        else:
            hour.act(kind, at, what if kind == "mode" else None)  # type: ignore[arg-type]
        offered = [
            event
            for event in hour.written[before:]
            if isinstance(event, Action) and event.action == "next_step"
        ]
        assert not (held and offered and kind != "release")
        held = {"hold": True, "release": False}.get(kind, held)
