"""One file of many documents: what they share is written once."""
