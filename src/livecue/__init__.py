"""livecue hears four signs of ambivalence in a session, and says so, quietly."""
