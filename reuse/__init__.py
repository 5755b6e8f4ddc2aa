"""Compare speeches, Chinese first, and show what they share."""
