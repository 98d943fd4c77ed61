"""Files to model: reads definitions and pictures, and collects every problem."""
