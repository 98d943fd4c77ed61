"""Frozen data that the stages share. Imports no stage."""
