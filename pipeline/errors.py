"""What can go wrong with what the user gives: each error names the place, what was found and what was wanted."""


class PipelineError(Exception):
    """Base of the three below; only the command line and the pages catch it."""


class InputError(PipelineError):
    """Articles that cannot be read."""


class SeedError(PipelineError):
    """A file in seeds/ that breaks its own rules."""


class StoreError(PipelineError):
    """Tables on disk that are missing, damaged or not writable."""
