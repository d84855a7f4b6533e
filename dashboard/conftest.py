"""Pages draw when they are imported: tests/test_app.py runs them."""

collect_ignore = ["pages"]
