"""Write examples/session.heard.jsonl: what livecue hears in the bundled session, for the practice.

It runs the whole live path once, and keeps what was heard and said, without what livecue makes of
it: that is concluded anew, with the clinician's own settings, each time somebody practises.
"""

from pathlib import Path

from livecue.config import Settings
from livecue.events import Correction, Pause, Speech, Turn, Unheard
from livecue.session.compose import load_engines, run_recording
from livecue.session.replay import inputs
from livecue.transcription.speech_model import with_model

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def main() -> None:
    """Hear the session, and write it down."""
    settings = with_model(Settings())
    log = run_recording(EXAMPLES / "session.opus", "split", settings, load_engines(settings))
    heard = [
        event
        for event in inputs(log)
        if isinstance(event, Speech | Pause | Turn | Unheard | Correction)
    ]
    # What is concluded needs no word's own time.
    lines = [event.model_dump_json(exclude={"compute_s", "words"}) for event in heard]
    target = EXAMPLES / "session.heard.jsonl"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(lines)} events, {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
