"""Nothing that was said lies in clear: not in the store, a backup, a temporary file, or a log."""

import json
import re
from pathlib import Path

from tests.bundled import bundled_sound, part, write
from tests.cli.livecue import livecue

HEARD_S = (20.0, 65.0)
"""A part of the bundled session in which both speak."""

ENOUGH_WORDS = 20
_FOLDERS = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
_MORE_FOLDERS = ("XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def forms(word: str) -> set[bytes]:
    """How a word may be written down."""
    spelled = {word, word.lower(), word.upper(), word.capitalize()}
    return {one.encode(code) for one in spelled for code in ("utf-8", "utf-16-le", "utf-16-be")}


def found(words: set[str], everything: list[bytes]) -> set[str]:
    """Those of the words that are in any of it, in whatever form."""
    return {
        word for word in words if any(form in one for form in forms(word) for one in everything)
    }


def test_no_word_and_no_sound_of_a_session_is_in_any_file_that_livecue_wrote(
    tmp_path: Path,
) -> None:
    machine, home = tmp_path / "machine", tmp_path / "machine" / "kept"
    secret = {"LIVECUE_PASSPHRASE": "of the tests"}
    for name in (*_FOLDERS, *_MORE_FOLDERS):
        secret[name] = str(machine / name.lower())
        (machine / name.lower()).mkdir(parents=True)
    sound = part(bundled_sound(), *HEARD_S)
    recording = write(tmp_path / "part.wav", sound)
    scopes = "listen,timeline,words,audio"
    heard = ("--input", recording, "--channels", "split", "--speed", "max", "--model", "tiny.en")
    kept = ("--client", "river", "--consent", scopes, "--record", "--overlay", "none", "--json")
    commands: list[tuple[str | Path, ...]] = [
        ("clients", "add", "river"),
        ("listen", *heard, *kept),
        ("sessions", "list"),
        ("store", "backup", machine / "all.backup"),
        ("store", "rotate-key"),
        ("store", "restore", machine / "all.backup", "--replace", "--yes"),
        ("clients", "keep", "river", "--sessions", "365"),
        ("store", "show"),
    ]
    printed = {}
    for words in commands:
        done = livecue(home, *words, **secret)
        assert done.returncode == 0, done.stderr
        printed[words[:2]] = done.stdout

    events = [json.loads(line) for line in printed["listen", "--input"].splitlines()]
    text = " ".join(event["text"] or "" for event in events if event["type"] == "turn")
    said = set(re.findall(r"[a-z]{5,}", text.lower()))
    assert len(said) >= ENOUGH_WORDS
    everything = [path.read_bytes() for path in machine.rglob("*") if path.is_file()]
    assert found(said, [text.encode()]) == said, "a word in clear is found"
    # Of five letters one may be there by chance, in megabytes of noise; two are not.
    assert len(found(said, everything)) < 2

    pcm = sound.tobytes()
    loud = [
        pcm[at : at + 16] for at in range(0, len(pcm) - 16, 4000) if len({*pcm[at : at + 16]}) > 8
    ]
    assert len(loud) > 50
    assert [piece for piece in (b"fLaC", *loud) if any(piece in one for one in everything)] == []
    written = {path.relative_to(machine).parts[0] for path in machine.rglob("*") if path.is_file()}
    assert written == {"kept", "all.backup"}
    named = [str(path.relative_to(machine)) for path in machine.rglob("*")]
    assert [name for name in named if "river" in name] == []
    assert b"river" not in b"".join(everything)
