"""What apps above want to know: they register here when they are ready, since nothing here imports them."""

from collections.abc import Callable

from analyses.actor import Actor
from analyses.models import Decision

DecisionListener = Callable[[Decision, Actor], object]
_decision_listeners: list[DecisionListener] = []


def on_decision(listener: DecisionListener) -> DecisionListener:
    """Have ``listener`` called with each new decision and who made it, in the decision's own transaction."""
    if listener not in _decision_listeners:
        _decision_listeners.append(listener)
    return listener


def tell_of_decision(decision: Decision, by: Actor) -> None:
    """Call everybody who registered."""
    for listener in _decision_listeners:
        listener(decision, by)
