"""A booklet of eight pages from one sheet, printed on one side, folded, and cut once."""
