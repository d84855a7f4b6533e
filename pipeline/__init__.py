"""Dateline: articles in, a table of dated events out."""
