"""Names in an article: what the gazetteer and the tagger find, and what the article says about its own names."""
