"""How colours look to colour-blind eyes (Machado 2009), and how far apart they seem (CAM02-UCS)."""

from __future__ import annotations

import numpy as np

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear sRGB
SIMULATIONS = {
    "normal": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip

_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
_HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
_WHITE = np.array([95.047, 100.0, 108.883])
_ADAPTING, _BACKGROUND = 64 / np.pi / 5, 20.0  # a room with office light, a grey surround
_SURROUND = 0.69


def linear(colour: str) -> np.ndarray:
    """``#1A5B99`` as linear sRGB, 0 to 1."""
    channels = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> np.ndarray:
    """The colour as XYZ (0 to 100) to an eye of this kind."""
    return 100 * _TO_XYZ @ np.clip(SIMULATIONS[vision] @ linear(colour), 0, 1)


def lightness(colour: str) -> float:
    """CIE L*, 0 to 100: what grey print keeps of a colour."""
    part = (_TO_XYZ @ linear(colour))[1]
    return 116 * np.cbrt(part) - 16 if part > 0.008856 else 903.3 * part


def distance(one: str, other: str, vision: str) -> float:
    """The difference of two colours in CAM02-UCS."""
    return float(np.linalg.norm(_uniform(seen(one, vision)) - _uniform(seen(other, vision))))


def _compressed(responses: np.ndarray, level: float) -> np.ndarray:
    power = (level * np.abs(responses) / 100) ** 0.42
    return np.sign(responses) * 400 * power / (27.13 + power) + 0.1


def _adapted(xyz: np.ndarray, level: float) -> np.ndarray:
    white = _CAT02 @ _WHITE
    degree = 1 - 1 / 3.6 * np.exp((-_ADAPTING - 42) / 92)
    cones = (degree * 100 / white + 1 - degree) * (_CAT02 @ xyz)
    return _compressed(_HPE @ np.linalg.inv(_CAT02) @ cones, level)


def _uniform(xyz: np.ndarray) -> np.ndarray:
    """J', a', b' of Luo, Cui and Li (2006)."""
    k = 1 / (5 * _ADAPTING + 1)
    level = 0.2 * k**4 * 5 * _ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * _ADAPTING) ** (1 / 3)
    ratio = _BACKGROUND / _WHITE[1]
    induction = 0.725 * ratio**-0.2
    red, green, blue = _adapted(xyz, level)
    achromatic, white = (
        (np.array([2, 1, 0.05]) @ cones - 0.305) * induction
        for cones in ((red, green, blue), _adapted(_WHITE, level))
    )
    a, b = red - 12 * green / 11 + blue / 11, (red + green - 2 * blue) / 9
    hue = np.arctan2(b, a)
    eccentric = (np.cos(hue + 2) + 3.8) / 4
    correlate = 100 * (achromatic / white) ** (_SURROUND * (1.48 + np.sqrt(ratio)))
    size = 50000 / 13 * induction * eccentric * np.hypot(a, b) / (red + green + 1.05 * blue)
    chroma = size**0.9 * np.sqrt(correlate / 100) * (1.64 - 0.29**ratio) ** 0.73
    colourful = np.log1p(0.0228 * chroma * level**0.25) / 0.0228
    return np.array(
        [1.7 * correlate / (1 + 0.007 * correlate), colourful * np.cos(hue), colourful * np.sin(hue)]
    )
