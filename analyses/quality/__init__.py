"""Measures how good the judge is: separation of pairs, blindness, honesty of quotes, tricks, time."""
