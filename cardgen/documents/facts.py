"""What a person who makes a document is told of it, in English as all that cardgen tells them."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
