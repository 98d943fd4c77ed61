"""Sources to and from the formats of reference managers: CSL-JSON, BibTeX and RIS.

CSL-JSON is the form that all others are turned into and out of.
"""
