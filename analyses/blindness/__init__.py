"""Who a candidate is stays hidden until a decision is recorded: whom that concerns, and what is then shown instead."""
