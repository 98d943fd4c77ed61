"""The faces of cards, each at one type size: they fit, or say by how much they do not."""
