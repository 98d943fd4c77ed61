"""Files that open with a password."""

import secrets
from io import BytesIO
from pathlib import Path


def encrypt(content: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password, encrypted with AES-256 (ISO 32000-2, revision 6).

    Programs that read a page aloud may still do so.
    """
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    out = BytesIO()
    owner = secrets.token_urlsafe(24)
    allowed = pikepdf.Permissions(accessibility=True, modify_annotation=False, modify_other=False)
    with pikepdf.open(BytesIO(content)) as pdf:
        encryption = pikepdf.Encryption(user=password, owner=owner, R=6, allow=allowed)
        pdf.save(out, encryption=encryption)
    return out.getvalue()


def opens_with(path: Path, password: str) -> bool:
    """Tell whether a file opens with a password."""
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    try:
        pikepdf.open(path, password=password).close()
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False
    return True
