"""What users correct: an append-only log, replayed over the machine's tables by every build."""

from pipeline.corrections.log import active, add, export_log, history, import_log, log_key, orphans, remember_orphans, undo
from pipeline.corrections.record import KINDS, Correction, Entry

__all__ = [
    "KINDS", "Correction", "Entry", "active", "add", "export_log", "history", "import_log", "log_key", "orphans", "remember_orphans", "undo",
]  # fmt: skip
