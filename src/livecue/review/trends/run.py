"""Trends from their opening to their end, on the main thread."""

from livecue.config import Settings
from livecue.errors import InputError
from livecue.review.trends.client import TrendsReport, trends
from livecue.review.tuning.run import logs_of
from livecue.store.database import Store


def trends_of(store: Store, client: str) -> TrendsReport:
    """A client's kept sessions over time.

    Raises:
        InputError: there is no such client, or no session of theirs is kept.
    """
    logs = list(logs_of(store, client))
    if not logs:
        raise InputError(
            f"No session of client '{client}' is kept yet; 'livecue listen --client {client}' "
            "keeps one."
        )
    return trends(client, logs)


def show(report: TrendsReport, settings: Settings) -> None:
    """Show the window, and come back when it is closed.

    Raises:
        MissingError: there are no words in the language that is set.
    """
    from livecue.overlay.display import application
    from livecue.review.trends.window import TrendsWindow

    app = application(settings.windows.language)
    app.setQuitOnLastWindowClosed(True)
    window = TrendsWindow(report)
    window.show()
    app.exec()
