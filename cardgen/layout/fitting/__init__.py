"""One way to find the largest type that fits."""
