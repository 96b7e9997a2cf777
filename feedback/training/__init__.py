"""Training of adapters from feedback: pairs, runs, evaluation, promotion and roll-back."""
