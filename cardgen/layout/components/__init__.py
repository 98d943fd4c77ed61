"""Parts of pages: a move, the danger box, a log, a list of sources."""
