"""What the person sees and does."""
