"""The report's timeline: lanes over time, some ten minutes a strip, as SVG without script."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from livecue.exports.kept import KeptSession
from livecue.exports.report.lanes import Lane, Shape, lanes_of, usual_pauses
from livecue.exports.report.markup import element, text
from livecue.exports.report.style import PAUSE_COLOUR
from livecue.translation import words
from livecue.wording import clock

LONGEST_STRIP_MIN = 11
"""Minutes a strip: an hour fills little more than a page, and a turn of some seconds is still seen.

Eleven, so that a session of fifty minutes that ran over by some has no strip more."""

_WIDTH, _NAMES, _RIGHT = 720.0, 128.0, 14.0
_LANE, _PAUSES, _AXIS = 13.0, 44.0, 17.0
_BAR = 8.0
_SHORTEST = 1.2
"""Sizes in the picture's own units; on A4 four of them are a millimetre."""

_PAUSE_TOP_S = 8.0
"""A pause this long fills its lane: no threshold is higher (config/default.toml)."""

_MINUTE_S = 60.0

_HATCH = element(
    "defs",
    element(
        "pattern",
        element("path", d="M0 6L6 0", stroke="#8a939c", stroke_width=0.8),
        id="unheard",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    ),
)


@dataclass(frozen=True)
class _Strip:
    """One strip: seconds at its two ends, and of its whole width."""

    start: float
    end: float
    width_s: float

    def x(self, at: float) -> float:
        inside = min(max(at, self.start), self.end) - self.start
        return _NAMES + inside / self.width_s * (_WIDTH - _NAMES - _RIGHT)

    def shows(self, start: float, end: float) -> bool:
        return start < self.end and (end > self.start or start >= self.start)


def timeline(kept: KeptSession) -> str:
    """All strips, one SVG each, so that none is cut by the end of a page."""
    minutes = max(1, ceil(kept.end_s / _MINUTE_S))
    strips = ceil(minutes / LONGEST_STRIP_MIN)
    width_s = ceil(minutes / strips) * _MINUTE_S
    lanes = lanes_of(kept)
    starts = [n * width_s for n in range(strips)]
    return "".join(
        _svg(kept, lanes, _Strip(start, min(start + width_s, kept.end_s), width_s), first=not start)
        for start in starts
    )


def _svg(kept: KeptSession, lanes: list[Lane], strip: _Strip, *, first: bool) -> str:
    height = _AXIS + _PAUSES + _LANE * len(lanes)
    parts = [_HATCH] if first else []
    y = 0.0
    for lane in lanes:
        parts.append(_lane(lane, strip, y))
        y += _LANE
        if lane.above_pauses:
            parts.append(_pauses(kept, strip, y))
            y += _PAUSES
    parts += [_gap(one.start, one.end, strip, y) for one in kept.unheard]
    parts.append(_axis(strip, y))
    said = words("Timeline from {start} to {end}").format(
        start=clock(strip.start), end=clock(strip.end)
    )
    return element(
        "svg",
        element("title", text(said)),
        *parts,
        viewBox=f"0 0 {_WIDTH:g} {height:g}",
        role="img",
        xmlns="http://www.w3.org/2000/svg",
        font_family="inherit",
        font_size=9.5,
    )


def _lane(lane: Lane, strip: _Strip, y: float) -> str:
    middle = y + _LANE / 2
    base = _line(strip, middle)
    draw: Callable[[Shape, _Strip, float], str] = _moment if lane.moments else _bar
    shapes = [draw(one, strip, middle) for one in lane.shapes if strip.shows(one.start, one.end)]
    return _name(lane.name, middle) + base + "".join(shapes)


def _bar(shape: Shape, strip: _Strip, middle: float) -> str:
    left, right = strip.x(shape.start), strip.x(shape.end)
    return element(
        "rect",
        element("title", text(shape.title)),
        x=left,
        y=middle - _BAR / 2,
        width=max(_SHORTEST, right - left),
        height=_BAR,
        rx=1,
        **_paint(shape),
    )


def _moment(shape: Shape, strip: _Strip, middle: float) -> str:
    x, half = strip.x(shape.start), _BAR / 2
    return element(
        "path",
        element("title", text(shape.title)),
        d=f"M{x:.2f} {middle - half:.2f}l{half:g} {_BAR:g}h{-_BAR:g}z",
        **_paint(shape),
    )


def _paint(shape: Shape) -> dict[str, str | float]:
    """Filled, or where it does not count, an outline."""
    if shape.filled:
        return {"fill": shape.colour}
    return {"fill": "#fff", "stroke": shape.colour, "stroke_width": 0.9}


def _pauses(kept: KeptSession, strip: _Strip, y: float) -> str:
    """Each as high as it is long, and the line above which one is long for this client."""
    floor = y + _PAUSES - 3
    shapes = [_name(words("pauses"), y + _PAUSES / 2), _line(strip, floor)]
    for one in kept.pauses:
        if one.end is None or not strip.shows(one.start, one.end):
            continue
        high = _high(one.duration_s)
        long = one.threshold_s is not None and one.duration_s >= one.threshold_s
        left, right = strip.x(one.start), strip.x(one.end)
        shapes.append(
            element(
                "rect",
                element("title", text(f"{clock(one.start)}, {one.duration_s:.1f} s")),
                x=left,
                y=floor - high,
                width=max(_SHORTEST, right - left),
                height=high,
                fill="#56406f" if long else PAUSE_COLOUR,
            )
        )
    return "".join(shapes) + _usual(usual_pauses(kept), strip, floor)


def _usual(steps: Iterable[tuple[float, float]], strip: _Strip, floor: float) -> str:
    """The threshold as a line of steps."""
    path, level = "", None
    for at, usual_s in steps:
        if at >= strip.end:
            break
        if at <= strip.start or level is None:
            path = f"M{strip.x(at):.2f} {floor - _high(usual_s):.2f}"
        elif usual_s != level:
            path += f"H{strip.x(at):.2f}V{floor - _high(usual_s):.2f}"
        level = usual_s
    if not path:
        return ""
    return element(
        "path",
        d=f"{path}H{strip.x(strip.end):.2f}",
        fill="none",
        stroke="#1d2329",
        stroke_width=0.7,
        stroke_dasharray="3 2",
    )


def _high(duration_s: float) -> float:
    return min(1.0, duration_s / _PAUSE_TOP_S) * (_PAUSES - 6)


def _gap(start: float, end: float, strip: _Strip, height: float) -> str:
    """Hatching over all lanes where nothing was heard."""
    if not strip.shows(start, end):
        return ""
    left, right = strip.x(start), strip.x(end)
    return element(
        "rect",
        element("title", text(words("not heard"))),
        x=left,
        y=0,
        width=max(_SHORTEST, right - left),
        height=height,
        fill="url(#unheard)",
    )


def _axis(strip: _Strip, y: float) -> str:
    ticks = [strip.start + n * _MINUTE_S for n in range(round(strip.width_s / _MINUTE_S) + 1)]
    parts = [_line(strip, y)]
    for at in ticks:
        if at > strip.end:
            break
        x = strip.x(at)
        parts.append(
            element("path", d=f"M{x:.2f} {y:g}v3", stroke="#8a939c", stroke_width=0.7)
            + element("text", clock(at), x=x, y=y + 12, text_anchor="middle", fill="#4c555e")
        )
    return "".join(parts)


def _line(strip: _Strip, y: float) -> str:
    return element(
        "path",
        d=f"M{_NAMES:g} {y:g}H{strip.x(strip.end):.2f}",
        stroke="#e1e5e8",
        stroke_width=0.7,
    )


def _name(name: str, middle: float) -> str:
    return element("text", text(name), x=0, y=middle + 3.3, fill="#1d2329")
