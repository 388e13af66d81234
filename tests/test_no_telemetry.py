"""What livecue is built on tells nobody that it runs."""

import os
import subprocess
import sys
from pathlib import Path

_OPENS_A_NETWORK = """
from livecue.inference import on_one_thread
from livecue.paths import shipped
on_one_thread(shipped("models") / "campplus_zh_en_192.onnx")
"""


def test_opening_a_network_leaves_no_file_of_its_makers_in_the_users_folders(
    tmp_path: Path,
) -> None:
    folders = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    for name in folders:
        (tmp_path / name).mkdir()
    surroundings = {**os.environ, **{name: str(tmp_path / name) for name in folders}}
    surroundings.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", _OPENS_A_NETWORK], env=surroundings, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
