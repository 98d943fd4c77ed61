"""How files that cardgen made are known."""

AUTHOR = "cardgen"
PERSONAL = "/CardgenPersonal true"
"""What a page for one person has, so that it is not replaced by chance; it does not say whose."""
