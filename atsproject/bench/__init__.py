"""Measures of the running product, for `manage.py bench`."""
