"""Cards on paper: where each lies, its back behind it, and what helps to cut."""
