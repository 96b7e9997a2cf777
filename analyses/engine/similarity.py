"""Similarity of meaning from vectors that were made beforehand."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Vectors = Mapping[str, "npt.NDArray[np.float32]"]

# The same model run on another batch shape moves a similarity in its last bits (up to 1e-6 seen with ONNX Runtime):
# rounding before any threshold or sum makes runs equal.
DECIMALS = 3


def matrix(texts: Sequence[str], vectors: Vectors) -> "npt.NDArray[np.float32]":
    """Vectors of ``texts`` as rows; raises KeyError for a text that was not embedded."""
    import numpy as np

    if not texts:
        return np.zeros((0, 1), dtype=np.float32)
    return np.stack([vectors[text] for text in texts]).astype(np.float32)


def similarities(left: "npt.NDArray[np.float32]", right: "npt.NDArray[np.float32]") -> "npt.NDArray[np.float64]":
    """Cosine of every row of ``left`` (n, d) with every row of ``right`` (m, d), rounded: shape (n, m)."""
    import numpy as np

    if not len(left) or not len(right):
        return np.zeros((len(left), len(right)))
    # float64 sums do not depend on how many rows are multiplied at once to any digit that is kept.
    product = left.astype(np.float64) @ right.astype(np.float64).T
    return np.asarray(np.round(np.clip(product, -1.0, 1.0), DECIMALS), dtype=np.float64)


def ramp(value: float, low: float, high: float) -> float:
    """0 at ``low`` and below, 1 at ``high`` and above, straight between, to three decimals."""
    return round(min(1.0, max(0.0, (value - low) / (high - low))), DECIMALS)
