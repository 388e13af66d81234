"""livecue hears four signs of ambivalence in a session, and says so, quietly."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
"""Before anything can import onnxruntime, which otherwise (1.32) writes down what it runs on and
sends it to its maker. A session opens no network connection."""
