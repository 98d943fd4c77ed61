"""The content of a handout to a page for a browser."""
