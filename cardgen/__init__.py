"""cardgen: printable exercise cards and handouts, with their sources, from plain text."""

__version__ = "0.1.0"
