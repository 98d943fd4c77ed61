"""Pages to PDF: blocks to operators through ReportLab, and a document round them."""
