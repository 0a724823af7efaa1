"""The parts that pages are made of, each by itself."""
