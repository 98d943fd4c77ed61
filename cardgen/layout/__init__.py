"""Final words to pages: places every mark, and fails rather than cut anything off."""
