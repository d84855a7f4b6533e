"""What people are and for whom, and whom a role or a pronoun means."""
