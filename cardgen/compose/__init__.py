"""Definitions to final words: picks, orders, personalises, counts minutes, cites."""
