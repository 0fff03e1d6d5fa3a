"""Reports and records -> what is printed."""
