"""Shared by all tests: nothing yet but the root on the path."""
