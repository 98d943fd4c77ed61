"""Pages of a handout: front, back, large print."""
