"""HTML and SVG as text: elements with what is inside them, and text made safe."""

from html import escape


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """One element around markup. `class_` is `class`, and `stroke_width` is `stroke-width`."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>"


def text(said: str) -> str:
    """Text as it may stand inside an element, whatever is in it."""
    return escape(said, quote=False)


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
