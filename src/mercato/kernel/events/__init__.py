"""Events and their delivery: what happened is written with what changed, and told to each subscriber exactly once."""
