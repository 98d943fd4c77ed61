"""The version of cardgen."""

__version__ = "0.1.0"
