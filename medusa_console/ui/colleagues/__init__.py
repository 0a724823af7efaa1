"""The page of colleagues: who may sign in to a store, and who was asked to."""
