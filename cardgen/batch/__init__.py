"""A roster to files: many people's pages, each as if it had been made alone."""
