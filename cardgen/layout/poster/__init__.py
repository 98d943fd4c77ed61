"""The pages of a poster: moves in rows, and what is said above and below them."""
