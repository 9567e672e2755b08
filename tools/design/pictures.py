"""Twelve pictures to sign in with, told apart by shape, colour and word."""

from math import cos, pi, sin

from tools.design.shapes import box, disc, path


def rays(x: float, y: float, inner: float, outer: float, count: int, colour: str) -> str:
    lines = "".join(
        f"M{x + inner * cos(2 * pi * n / count):.1f} {y + inner * sin(2 * pi * n / count):.1f}"
        f"L{x + outer * cos(2 * pi * n / count):.1f} {y + outer * sin(2 * pi * n / count):.1f}"
        for n in range(count)
    )
    return path(lines, stroke=colour, stroke_width="4.5", stroke_linecap="round")


PICTURES = {
    "sun": rays(32, 32, 20, 27, 10, "#d97a00") + disc(32, 32, 15, "#f7b733"),
    "tree": box(28, 40, 8, 19, "#7a4a21", 2)
    + disc(32, 22, 16, "#2e8b57")
    + disc(20, 32, 11, "#267a4b")
    + disc(44, 32, 11, "#3aa268"),
    "fish": path("M6 32c8-16 30-18 40-2l12-11v26L46 34c-10 16-32 14-40-2z", "#1f7fb0")
    + disc(18, 29, 3, "#fff")
    + path(
        "M28 22c6 6 6 14 0 20", "none", stroke="#0b4f70", stroke_width="3", stroke_linecap="round"
    ),
    "boat": path("M31 6v34H8z", "#e9785f")
    + path("M35 14v26h20z", "#f7b733")
    + path("M6 44h52l-9 14H15z", "#1f4fa3"),
    "house": path("M6 32 32 9l26 23z", "#b3402e")
    + box(12, 32, 40, 26, "#f0c98a")
    + box(27, 40, 10, 18, "#7a4a21", 1)
    + box(17, 38, 7, 7, "#1f7fb0")
    + box(41, 38, 7, 7, "#1f7fb0"),
    "apple": path(
        "M32 20c-8-8-24-4-23 14 1 15 11 26 18 24 3-1 7-1 10 0 7 2 17-9 18-24 1-18-15-22-23-14z",
        "#c8352b",
    )
    + path(
        "M32 20c0-6 2-10 6-13", "none", stroke="#5a3522", stroke_width="4", stroke_linecap="round"
    )
    + path("M36 14c4-8 12-8 16-6-2 6-9 10-16 6z", "#2e8b57"),
    "cat": path("M12 10l12 10h16l12-10v28a20 20 0 0 1-40 0z", "#6b5b95")
    + disc(24, 33, 3.5, "#fff")
    + disc(40, 33, 3.5, "#fff")
    + path("M28 42h8l-4 5z", "#f2a7b5")
    + path(
        "M4 40h12M48 40h12M6 48l11-3M58 48l-11-3",
        stroke="#3d3260",
        stroke_width="2",
        stroke_linecap="round",
    ),
    "umbrella": path(
        "M4 34a28 28 0 0 1 56 0c-5-5-10-5-14 0-4-5-10-5-14 0-4-5-10-5-14 0-4-5-9-5-14 0z", "#8a3d8f"
    )
    + path(
        "M32 30v22a6 6 0 0 0 12 0",
        "none",
        stroke="#3d3260",
        stroke_width="4",
        stroke_linecap="round",
    )
    + box(30, 3, 4, 6, "#3d3260", 2),
    "key": path("M26 32h34v10h-6v-4h-6v8h-6v-8H26z", "#c78a00")
    + disc(19, 34, 15, "#e5a823")
    + disc(19, 34, 6, "#fff8e6"),
    "bicycle": "".join(
        f'<circle cx="{x}" cy="42" r="12" fill="none" stroke="#1b2430" stroke-width="4"/>'
        for x in (15, 49)
    )
    + path(
        "M15 42l9-20h18l7 20M24 22l10 20 8-20M34 42H15M20 16h8M42 22l-3-9h8",
        "none",
        stroke="#b3402e",
        stroke_width="4",
        stroke_linecap="round",
        stroke_linejoin="round",
    ),
    "kite": path("M34 3 54 24 34 45 14 24z", "#0b7f8f")
    + path("M34 3v42M14 24h40", stroke="#fff", stroke_width="3")
    + path(
        "M34 45c-12 4 2 12-12 17",
        "none",
        stroke="#d97a00",
        stroke_width="4",
        stroke_linecap="round",
    ),
    "mountain": path("M2 56 24 14l14 24 8-12 16 30z", "#5b7083")
    + path("M24 14l-9 17 6 3 4-4 5 4 2-6z", "#f4f6f9")
    + path("M46 26l-5 8 5 3 5-3z", "#f4f6f9"),
}
