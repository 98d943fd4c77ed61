"""Words to lines: fonts, widths and line breaks."""
