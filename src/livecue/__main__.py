"""`python -m livecue`, the same as `livecue`."""

from livecue.cli import main

main()
