"""pywhispercpp (whisper.cpp): installed, but without a model that it can read."""

import pace

WHY = (
    "whisper.cpp reads models in its own format (ggml), and no package was found that carries "
    "Whisper base in it; its own downloader needs a network."
)


def main() -> None:
    """Says why."""
    pace.Report.on_stdout().cannot(WHY)


if __name__ == "__main__":
    main()
