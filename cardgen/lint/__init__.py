"""Warnings: what is valid and still could harm, mislead or be hard to read.

Each rule is a small function in `rules`, and one line in `registry.py`.
"""
