"""The parts without a word of commerce: database, reading, HTTP, auth, events, money."""
