"""What is shipped, installed where nothing else is. Not among the tests that run with every change:
`packaging/clean_room` builds it and runs these."""
