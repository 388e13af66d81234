"""What is told of copies that forgetting does not reach."""

from livecue.store.records import BeyondReach


def beyond_lines(beyond: BeyondReach) -> list[str]:
    """A line for each copy, under one that says what they are; nothing where there is none."""
    copies = [
        *(f"export ({one.format}) of {one.at[:10]}: {one.to}" for one in beyond.exports),
        *(f"backup of {one.at[:10]}: {one.to}" for one in beyond.backups),
    ]
    if not copies:
        return []
    return [
        "These copies are beyond livecue's reach; delete them yourself if they are still there:",
        *(f"  {copy}" for copy in dict.fromkeys(copies)),
    ]
