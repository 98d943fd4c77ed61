"""The words of PDFs as PDFium gives them back: what a person would copy."""

import pypdfium2


def pages_text(content):
    """Return the words of each page of a file (its path, or its bytes), one blank between them."""
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text_of(content):
    """Return the words of all pages of a file."""
    return " ".join(pages_text(content))
