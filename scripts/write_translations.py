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

from livecue.config.listing import replayable

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "livecue"
CATALOGUES = ROOT / "config" / "translations"
CONTEXT = "livecue"


@dataclass(frozen=True)
class Sentences:
    """English sentences, each with the files it stands in, and calls that cannot be translated:
    not of a literal, or made when the module is imported, before there is a language.

    A sentence stands in `words("...")`, or in a constant that `words_of(...)` takes: a text, or a
    table of texts, of the same module or of another one of ours.
    """

    found: dict[str, list[str]]
    unreadable: list[str]


def everything() -> Sentences:
    """All that livecue shows: the sentences of its code, and what its settings mean."""
    in_code = collect(SOURCE)
    of_settings = {text: ["config"] for one in replayable() for text in (one.meaning, *one.choices)}
    found = {**of_settings, **in_code.found}
    return Sentences({text: found[text] for text in sorted(found)}, in_code.unreadable)


def collect(source: Path) -> Sentences:
    """All sentences of the code below a folder."""
    modules = {
        path.relative_to(source).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(source.rglob("*.py"))
    }
    found: dict[str, set[str]] = {}
    unreadable: list[str] = []
    for name, tree in modules.items():
        too_early = {id(call) for call in _at_import(tree)}
        for call in _calls(tree, "words"):
            text = _literal(call)
            if text is not None and id(call) not in too_early:
                found.setdefault(text, set()).add(name)
            else:
                unreadable.append(f"{name}:{call.lineno}")
        for place, table in _tables(name, tree):
            for text in _texts_of(modules.get(place), table):
                found.setdefault(text, set()).add(place)
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
    sentences = everything()
    for place in sentences.unreadable:
        print(f"{place}: words() takes a literal, inside a function", file=sys.stderr)
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


def _calls(tree: ast.Module, function: str) -> Iterator[ast.Call]:
    """The calls of `livecue.translation`'s function, in a module that has it under its name."""
    if "livecue.translation" not in _imports(tree).get(function, ""):
        return
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and isinstance(called, ast.Name) and called.id == function:
            yield node


def _literal(call: ast.Call) -> str | None:
    argument = call.args[0] if len(call.args) == 1 else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None


def _at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that are made when a module is imported: outside every function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _at_import(node)


def _tables(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The constants that a module gives to `words_of`, each with the module it stands in."""
    imports = _imports(tree)
    for call in _calls(tree, "words_of"):
        for node in ast.walk(call):
            if isinstance(node, ast.Name) and node.id.isupper():
                other = imports.get(node.id, "").removeprefix("livecue.").replace(".", "/")
                yield (f"{other}.py" if other else module), node.id


def _imports(tree: ast.Module) -> dict[str, str]:
    """The names that a module takes from others, and from which."""
    return {
        alias.asname or alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None
        for alias in node.names
    }


def _texts_of(tree: ast.Module | None, constant: str) -> Iterator[str]:
    """A constant's text, or the texts that stand in its table."""
    for node in [] if tree is None else tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and target.id == constant:
                yield from _texts(node.value)


def _texts(value: ast.expr | None) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Dict):
        for each in value.values:
            yield from _texts(each)
    elif isinstance(value, ast.Tuple | ast.List):
        for each in value.elts:
            yield from _texts(each)


if __name__ == "__main__":
    sys.exit(main())
