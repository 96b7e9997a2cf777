"""A seeded world of recruiters with preferences of their own, and the whole loop run in it."""
