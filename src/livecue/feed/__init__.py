"""The shape's changes for other senses: a watch, a light. Local, authenticated, off by default."""
