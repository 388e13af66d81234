"""A session from before its first sound: what is chosen and agreed, made ready, run, put away."""
