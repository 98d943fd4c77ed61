"""Files that open with a password, in every reader."""

import secrets
from collections.abc import Callable
from io import BytesIO

MOST_BYTES = 127
"""Of a password in UTF-8 (ISO 32000-2, 7.6.4.3.2). Of a longer one some readers pass over the rest,
and others refuse it."""


class UnusablePasswordError(Exception):
    """A password that not every reader takes. Says why."""


def prepared(password: str) -> str:
    """Return a password as ISO 32000-2 has it typed: by SASLprep (RFC 4013), without blanks around.

    So it opens the file whether its letters are composed when they are typed or not. Raises
    UnusablePasswordError.
    """
    from scramp.core import ScramException  # noqa: PLC0415 - most batches have no passwords
    from scramp.utils import saslprep  # noqa: PLC0415

    try:
        found = str(saslprep(password.strip())).strip()
    except ScramException:
        raise UnusablePasswordError("it has a character that cannot be typed everywhere") from None
    size = len(found.encode())
    if size > MOST_BYTES:
        message = f"it has {size} bytes in UTF-8, and readers take {MOST_BYTES}"
        raise UnusablePasswordError(message)
    if not found:
        raise UnusablePasswordError("nothing of it can be typed")
    return found


def encrypt(content: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password, encrypted with AES-256 (ISO 32000-2, revision 6).

    Programs that read a page aloud may still do so.
    """
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    out = BytesIO()
    owner = secrets.token_urlsafe(24)
    allowed = pikepdf.Permissions(accessibility=True, modify_annotation=False, modify_other=False)
    with pikepdf.open(BytesIO(content)) as pdf:
        encryption = pikepdf.Encryption(user=prepared(password), owner=owner, R=6, allow=allowed)
        pdf.save(out, encryption=encryption)
    return out.getvalue()


def opens_with(password: str | None) -> Callable[[bytes], bool]:
    """Return what tells whether a file opens with a password; without one, every file does."""
    if password is None:
        return lambda _: True
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    def opens(content: bytes) -> bool:
        try:
            pikepdf.open(BytesIO(content), password=prepared(password)).close()
        except (pikepdf.PdfError, pikepdf.PasswordError):
            return False
        return True

    return opens
