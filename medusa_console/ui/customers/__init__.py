"""Customers: the page, registration, and what can be done with a customer."""
