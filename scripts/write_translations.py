"""Write the catalogues of config/translations from the sentences in the code, and compile them.

    python scripts/write_translations.py

Each catalogue (livecue_de.ts) keeps the translations it has; a sentence that is new to it is marked
unfinished, one that the code no longer has is dropped. Translate with Qt Linguist or in the file,
then run this again. Another language begins as an empty file of its name. What windows read is the
compiled file beside it (livecue_de.qm), which is kept in the repository too, so that installing
needs no compiler.
"""

import ast
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "livecue"
CATALOGUES = ROOT / "config" / "translations"
CONTEXT = "livecue"

TABLES = ("wording.py", "overlay/view.py")
"""Modules whose constants are shown through `words_of`: all their texts are sentences."""

NO_SENTENCES = frozenset({"KEPT_OFF_SCREENS", "MACHINERY", "MACHINERY_WHOLE"})
"""Constants of those modules that nobody is shown."""


@dataclass(frozen=True)
class Sentences:
    """English sentences, each with the files it stands in, and calls that no catalogue can read."""

    found: dict[str, list[str]]
    unreadable: list[str]


def collect(source: Path = SOURCE) -> Sentences:
    """Every literal of `words(...)`, and every constant of the tables."""
    found: dict[str, set[str]] = {}
    unreadable: list[str] = []
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in _calls(tree):
            argument = call.args[0] if len(call.args) == 1 else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.setdefault(argument.value, set()).add(name)
            else:
                unreadable.append(f"{name}:{call.lineno}")
        for constant in _constants(tree) if name in TABLES else ():
            found.setdefault(constant, set()).add(name)
    return Sentences({text: sorted(found[text]) for text in sorted(found)}, unreadable)


def read_catalogue(path: Path) -> dict[str, str]:
    """English to the other language; unfinished ones are empty."""
    if not path.read_text(encoding="utf-8").strip():
        return {}
    return {
        message.findtext("source") or "": message.findtext("translation") or ""
        for message in ET.parse(path).iter("message")
    }


def write_catalogue(path: Path, sentences: Sentences, translated: dict[str, str]) -> None:
    """A catalogue in Qt's format, in the order of the English."""
    language = path.stem.split("_")[-1]
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, places in sentences.found.items():
        message = ET.SubElement(context, "message")
        for place in places:
            ET.SubElement(message, "location", filename=f"src/livecue/{place}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = translated.get(text) or None
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def main() -> int:
    """Write and compile them all.

    Returns:
        0 when every sentence can be read and every catalogue is finished, else 1.
    """
    sentences = collect()
    for place in sentences.unreadable:
        print(f"{place}: words() takes a literal", file=sys.stderr)
    unfinished = 0
    for path in sorted(CATALOGUES.glob("livecue_*.ts")):
        write_catalogue(path, sentences, read_catalogue(path))
        missing = [text for text, other in read_catalogue(path).items() if not other]
        unfinished += len(missing)
        for text in missing:
            print(f"{path.name}: not translated: {text}", file=sys.stderr)
        lrelease = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
        subprocess.run(
            [lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], cwd=ROOT, check=True
        )
    return 1 if unfinished or sentences.unreadable else 0


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of `livecue.translation.words`, where a module has it under that name."""
    imported = any(
        isinstance(node, ast.ImportFrom)
        and node.module == "livecue.translation"
        and any(alias.name == "words" for alias in node.names)
        for node in ast.walk(tree)
    )
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and imported
            and isinstance(node.func, ast.Name)
            and node.func.id == "words"
        ):
            yield node


def _constants(tree: ast.Module) -> Iterator[str]:
    """The texts of a module's constants: its strings, and the values of its tables."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if not isinstance(target, ast.Name) or target.id in NO_SENTENCES or not target.id.isupper():
            continue
        values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


if __name__ == "__main__":
    sys.exit(main())
