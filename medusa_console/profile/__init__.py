"""What the person has set up on this computer: stores and preferences."""
