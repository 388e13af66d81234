"""What the replay window shows, as JSON: lanes, and every moment in words."""

import json
from typing import Any

from livecue.review.replay.moment import moment_of
from livecue.review.replay.timeline import Item, Timeline
from livecue.translation import words_of
from livecue.wording import DISCLAIMER


def as_json(timeline: Timeline) -> str:
    """One object."""
    shown = {
        "session": timeline.now.head.id,
        "heading": timeline.heading,
        "duration_s": timeline.duration_s,
        "engaged": timeline.engaged,
        "limits": timeline.limits,
        "disclaimer": words_of(DISCLAIMER),
        "usual_pause_s": timeline.usual,
        "lanes": [
            {"lane": lane.key, "name": lane.name, "items": [_item(item) for item in lane.items]}
            for lane in timeline.lanes
        ],
        "moments": [_moment(timeline, item) for item in timeline.noticed()],
    }
    return json.dumps(shown, ensure_ascii=False)


def _item(item: Item) -> dict[str, Any]:
    return {
        "start": item.start,
        "end": item.end,
        "says": item.says,
        "stands": item.stands,
        "counts": item.counts,
        "long": item.long,
    }


def _moment(timeline: Timeline, item: Item) -> dict[str, Any]:
    moment = moment_of(timeline, item)
    return {
        "at": moment.at,
        "title": moment.title,
        "facts": moment.facts,
        "said": [{"who": one.who, "text": one.text, "lit": one.phrases} for one in moment.said],
    }
