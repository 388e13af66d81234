"""Practice on the bundled role-play: predict, see, and be told why."""
