"""The window of trends: one client over sessions, and what that does not say."""

from html import escape

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from livecue.events import AMBIVALENCE_MARKERS
from livecue.review.trends.after import FEWEST
from livecue.review.trends.client import SESSION_MIN, SessionTrend, TrendsReport
from livecue.review.trends.intervals import Figure
from livecue.review.trends.plots import Line, TrendPlot
from livecue.translation import words, words_of
from livecue.wording import DISCLAIMER, MARKER_WORDS, clock, local_time

_WIDTH_PX, _HEIGHT_PX = 1180, 740
_DATE = 10


class TrendsWindow(QMainWindow):
    """Pictures over sessions, and three pages in words."""

    def __init__(self, report: TrendsReport) -> None:
        super().__init__()
        self.report = report
        self.setWindowTitle(words("livecue: trends of {client}").format(client=report.client))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(words("what is shown"))
        pictures = QScrollArea()
        pictures.setWidget(self._pictures())
        pictures.setWidgetResizable(True)
        pictures.setFrameShape(QScrollArea.Shape.NoFrame)
        self.tabs.addTab(pictures, words("&Over sessions"))
        self.after = _page(_after(report), words("after cues"))
        self.obstacles = _page(_obstacles(report), words("obstacles named"))
        self.tabs.addTab(self.after, words("&After cues"))
        self.tabs.addTab(self.obstacles, words("O&bstacles named"))
        if report.clinicians:
            self.clinicians = _page(_clinicians(report), words("with each clinician"))
            self.tabs.addTab(self.clinicians, words("With &each clinician"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addWidget(_wrapped(_heading(report)))
        column.addWidget(self.tabs, 1)
        column.addWidget(_wrapped(words_of(DISCLAIMER)))
        self.setCentralWidget(whole)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _pictures(self) -> QWidget:
        sessions = self.report.sessions
        dates = [one.started_at for one in sessions]
        breaks = [one.breaks for one in sessions]
        page = QWidget()
        grid = QGridLayout(page)
        self.plots = _plots(sessions)
        for at, (plot, lines) in enumerate(self.plots):
            plot.show_lines(lines, dates, breaks)
            if at == 0:
                grid.addWidget(plot, 0, 0, 1, 2)
            else:
                grid.addWidget(plot, 1 + (at - 1) // 2, (at - 1) % 2)
        grid.addWidget(_wrapped(_breaks(sessions)), 3, 0, 1, 2)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(2, 1)
        return page


def _plots(sessions: tuple[SessionTrend, ...]) -> list[tuple[TrendPlot, list[Line]]]:
    per = words("for 50 minutes")
    signs = [
        Line(words_of(MARKER_WORDS[name]), name, [one.signs[name] for one in sessions])
        for name in AMBIVALENCE_MARKERS
    ]
    single = [
        (
            words("Half of the answers came within"),
            words("s"),
            "silence",
            [s.response_s for s in sessions],
        ),
        (words("The client's share of talk"), "", "client", [s.client_talk for s in sessions]),
        (
            words("Leaning towards change, of all that leaned"),
            "",
            "change_talk",
            [s.change for s in sessions],
        ),
        (words("Cues"), per, "yes_but", [s.cues for s in sessions]),
    ]
    return [
        (TrendPlot(words("What was noticed"), per), signs),
        *(
            (TrendPlot(title, unit), [Line(title, key, figures)])
            for title, unit, key, figures in single
        ),
    ]


def _heading(report: TrendsReport) -> str:
    if len(report.sessions) == 1:
        return words("One session. Upright lines: where 95 in 100 would fall by chance alone.")
    return words(
        "{count} sessions. Upright lines: where 95 in 100 would fall by chance alone. Dashed "
        "lines: settings, version or microphone changed, and both sides are hard to compare."
    ).format(count=len(report.sessions))


def _breaks(sessions: tuple[SessionTrend, ...]) -> str:
    changed = [
        f"{local_time(one.started_at)[:_DATE]}: {', '.join(one.breaks)}"
        for one in sessions
        if one.breaks
    ]
    if not changed:
        return words("Settings, version and microphone were the same throughout.")
    return words("Changed: {what}.").format(what="; ".join(changed))


def _after(report: TrendsReport) -> str:
    """What came of cues, and the clinician's word on them."""
    after = report.after_cues
    lines = [
        words(
            "A cue comes when signs are at their most, and after that there are fewer by itself. "
            "So signs after a cue are shown only beside like moments whose cue was not shown."
        )
    ]
    if after.shown is None or after.not_shown is None:
        lines.append(
            words(
                "Pairs of like moments so far: {count}. From {fewest} on they are compared here."
            ).format(count=after.matched, fewest=FEWEST)
        )
    else:
        lines.append(
            words(
                "In {count} pairs of like moments, signs in the three minutes after: {shown} where "
                "the cue was shown, {unseen} where it was not."
            ).format(
                count=after.matched, shown=_figure(after.shown), unseen=_figure(after.not_shown)
            )
        )
    rated = [one.rated for one in report.sessions]
    lines.append(
        words(
            "All cues: {helpful} called helpful, {not_helpful} not helpful, {unrated} not rated. "
            "Helpful is not the same as correct, and what was not rated is unknown."
        ).format(
            helpful=sum(one.helpful for one in rated),
            not_helpful=sum(one.not_helpful for one in rated),
            unrated=sum(one.unrated for one in rated),
        )
    )
    return _paragraphs(lines)


def _obstacles(report: TrendsReport) -> str:
    lines = [
        words(
            "What the client named as being in the way of something agreed: problems to solve "
            "together. They are not counted against anybody."
        )
    ]
    found = False
    for one in report.sessions:
        if one.obstacles:
            found = True
            date = local_time(one.started_at)[:_DATE]
            named = "".join(
                f"<li>{clock(each.at)}  {escape(each.words)}</li>" for each in one.obstacles
            )
            lines.append(f"<b>{date}</b><ul>{named}</ul>")
    if not found:
        lines.append(words("None were named, or what was said was not kept."))
    return _paragraphs(lines)


def _clinicians(report: TrendsReport) -> str:
    """Side by side, for this client alone."""
    rows = [
        [words("sessions"), *(str(one.sessions) for one in report.clinicians)],
        *(
            [words_of(MARKER_WORDS[name]), *(_figure(one.signs[name]) for one in report.clinicians)]
            for name in AMBIVALENCE_MARKERS
        ),
        [
            words("half of the answers came within (s)"),
            *(_figure(one.response_s) for one in report.clinicians),
        ],
        [
            words("the client's share of talk"),
            *(
                "–" if one.client_talk_median is None else f"{one.client_talk_median:.0%}"
                for one in report.clinicians
            ),
        ],
    ]
    head = "".join(f"<th align='left'>{escape(one.clinician)}</th>" for one in report.clinicians)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}&nbsp;&nbsp;</td>" for cell in row) + "</tr>"
        for row in rows
    )
    said = words(
        "This client with each clinician, for {minutes} minutes. When each saw the client differs "
        "as well, so it says nothing of either; and they are compared over no other client."
    ).format(minutes=f"{SESSION_MIN:g}")
    return f"<p>{escape(said)}</p><table cellpadding='4'><tr><td></td>{head}</tr>{body}</table>"


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    return words("{value} ({low} to {high})").format(
        value=f"{figure.value:.1f}", low=f"{figure.low:.1f}", high=f"{figure.high:.1f}"
    )


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _page(html: str, name: str) -> QTextBrowser:
    page = QTextBrowser()
    page.setAccessibleName(name)
    page.setHtml(html)
    return page


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
