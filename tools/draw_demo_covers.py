"""Draws the cover pictures of the demo projects. The pictures are CC0; same bytes on each run.

python tools/draw_demo_covers.py src/opentwinning/config/demo/data/covers
"""
# ruff: noqa: TID253, S311 - drawing is all this script does; its random numbers guard nothing

import math
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 960, 480
SCALE = 2  # drawn twice as large, then shrunk: smooth edges
type Colour = tuple[int, int, int]
type Point = tuple[float, float]


def rgb(code: str) -> Colour:
    """Colour from "#rrggbb"."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def between(first: Colour, second: Colour, part: float) -> Colour:
    """Colour ``part`` of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


class Canvas:
    """A picture in units of the final size."""

    def __init__(self, top: str, bottom: str, seed: int) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.pen = ImageDraw.Draw(self.image)
        self.random = Random(seed)
        for row in range(HEIGHT * SCALE):
            shade = between(rgb(top), rgb(bottom), row / (HEIGHT * SCALE))
            self.pen.line((0, row, WIDTH * SCALE, row), fill=shade)

    def shape(self, points: list[Point], colour: str) -> None:
        """A filled polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle with slightly round corners."""
        edges = (left * SCALE, top * SCALE, (left + width) * SCALE, (top + height) * SCALE)
        self.pen.rounded_rectangle(edges, radius=4 * SCALE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str, squash: float = 1) -> None:
        """A filled circle, or an ellipse when squashed."""
        tall = radius * squash
        edges = ((x - radius) * SCALE, (y - tall) * SCALE, (x + radius) * SCALE, (y + tall) * SCALE)
        self.pen.ellipse(edges, fill=colour)

    def line(self, points: list[Point], colour: str, width: float = 3) -> None:
        """A line through points, with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def arc(self, x: float, y: float, radius: float, span: tuple[int, int], colour: str) -> None:
        """A part of a ring, 6 wide; degrees clockwise from the right."""
        edges = tuple(part * SCALE for part in (x - radius, y - radius, x + radius, y + radius))
        self.pen.arc(edges, *span, fill=colour, width=6 * SCALE)

    def hills(
        self, base: float, height: float, waves: float, colour: str, shift: float = 0
    ) -> None:
        """Land or water: everything below a wavy line."""
        edge = [
            (x, base + height * math.sin(x / WIDTH * waves * math.tau + shift))
            for x in range(0, WIDTH + 8, 8)
        ]
        self.shape([*edge, (WIDTH, HEIGHT), (0, HEIGHT)], colour)

    def save(self, path: Path) -> None:
        """Shrink and write as WebP."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(path, "WEBP", quality=78, method=6)


def water() -> Canvas:
    """Blue layers and a paper boat."""
    canvas = Canvas("#fdf3dc", "#cfe8ef", 1)
    canvas.disc(760, 120, 58, "#f6b65a")
    for number, colour in enumerate(["#a9d5e0", "#7fbfd1", "#4fa3bd", "#2f84a5", "#1c6689"]):
        canvas.hills(230 + number * 52, 16, 2 + number * 0.4, colour, number)
    canvas.shape([(300, 300), (460, 300), (425, 345), (335, 345)], "#ffffff")
    canvas.shape([(380, 215), (420, 300), (340, 300)], "#f4efe6")
    canvas.shape([(380, 215), (420, 300), (380, 300)], "#ded6c8")
    canvas.hills(356, 12, 3, "#2f84a5", 2)
    canvas.hills(400, 12, 2.6, "#1c6689", 1)
    return canvas


def garden() -> Canvas:
    """Seedlings in three beds."""
    canvas = Canvas("#eaf6dd", "#fdf8e4", 2)
    canvas.disc(140, 110, 50, "#f7c948")
    canvas.hills(300, 12, 1.5, "#b5d99c")
    for row, (top, colour) in enumerate([(320, "#8a5a3b"), (370, "#7a4d31"), (425, "#694028")]):
        canvas.box(0, top, WIDTH, 60, colour)
        for column in range(9 + row):
            x = 50 + column * (WIDTH / (9 + row)) + row * 12
            tall = 30 + canvas.random.random() * 34 + row * 8
            canvas.line([(x, top + 4), (x, top - tall)], "#3f7d3a", 5)
            canvas.disc(x - 13, top - tall, 15, "#5fae4f", 0.5)
            canvas.disc(x + 13, top - tall - 6, 15, "#79c267", 0.5)
    return canvas


def lighthouse() -> Canvas:
    """A striped tower with its beam over a dark sea."""
    canvas = Canvas("#22304f", "#f0a36b", 3)
    canvas.shape([(690, 120), (0, 10), (0, 150)], "#5a5f74")
    canvas.shape([(690, 120), (0, 45), (0, 115)], "#f3d9a4")
    canvas.hills(360, 10, 3, "#35507a")
    canvas.hills(395, 9, 4, "#26406a", 1)
    canvas.shape([(560, 480), (620, 380), (790, 372), (880, 480)], "#3d3a44")
    for number in range(5):
        top, narrow = 150 + number * 48, 36 - number * 5
        colour = "#c8433c" if number % 2 == 0 else "#fbf7ef"
        left, right = 655 + narrow / 2, 745 - narrow / 2
        canvas.shape(
            [(left, top), (right, top), (right + 3, top + 48), (left - 3, top + 48)], colour
        )
    canvas.box(668, 100, 64, 50, "#fff2b8")
    canvas.shape([(655, 104), (700, 62), (745, 104)], "#7c2a26")
    return canvas


def night_sky() -> Canvas:
    """Stars, a constellation and two hills that look up."""
    canvas = Canvas("#0c1633", "#3b4a86", 4)
    for _ in range(170):
        x, y = canvas.random.random() * WIDTH, canvas.random.random() * 360
        canvas.disc(x, y, 0.8 + canvas.random.random() * 1.8, "#dfe6ff")
    plough: list[Point] = [
        (250, 110),
        (330, 140),
        (390, 175),
        (470, 190),
        (480, 265),
        (600, 275),
        (610, 180),
    ]
    canvas.line([*plough, (470, 190)], "#8fa3e0", 2)
    for x, y in plough:
        canvas.disc(x, y, 7, "#fff6d6")
    canvas.disc(820, 95, 46, "#f6eecb")
    canvas.disc(800, 85, 42, "#141f42")
    canvas.hills(400, 26, 1, "#141d3d", 1)
    canvas.hills(430, 20, 1.6, "#0a1027", 3)
    return canvas


def bread() -> Canvas:
    """Three loaves on a checked cloth."""
    canvas = Canvas("#fbeedd", "#f5dcc0", 5)
    canvas.box(0, 330, WIDTH, 150, "#b9473f")
    for column in range(0, WIDTH, 48):
        canvas.box(column, 330, 24, 150, "#cf6b60")
    for row in range(330, HEIGHT, 48):
        canvas.box(0, row, WIDTH, 22, "#e0958b")
    for x, radius, colour in [(230, 130, "#c98846"), (500, 150, "#b9732f"), (760, 120, "#d39a57")]:
        canvas.disc(x, 350, radius, "#8a5222", 0.16)
        canvas.disc(x, 300, radius, colour, 0.55)
        for cut in (-50, 0, 50):
            canvas.line([(x + cut - 18, 262), (x + cut + 18, 312)], "#f3d9ae", 9)
    return canvas


def songs() -> Canvas:
    """Five lines of music that turn into hills."""
    canvas = Canvas("#fdf1f0", "#f3d6e0", 6)
    for number in range(5):
        edge: list[Point] = [
            (x, 160 + number * 34 + 26 * math.sin(x / 150)) for x in range(0, WIDTH + 8, 8)
        ]
        canvas.line(edge, "#8a3d6f", 3)
    for number in range(9):
        x = 70 + number * 103
        y = 170 + canvas.random.randrange(5) * 34 + 26 * math.sin(x / 150)
        canvas.line([(x + 17, y), (x + 17, y - 92)], "#4a1f45", 5)
        canvas.disc(x, y, 20, "#4a1f45", 0.72)
    canvas.hills(420, 18, 2, "#b96a93")
    return canvas


def robots() -> Canvas:
    """A friendly engine on rails."""
    canvas = Canvas("#e5eef7", "#cfdcec", 7)
    canvas.hills(330, 20, 1.2, "#b8c9dc", 1)
    for x in range(0, WIDTH, 60):
        canvas.box(x, 412, 34, 14, "#8a6b4d")
    canvas.box(0, 402, WIDTH, 8, "#4b5563")
    canvas.box(0, 424, WIDTH, 8, "#4b5563")
    for left, colour in [(120, "#e0a03b"), (330, "#3b82a0"), (560, "#c8513f")]:
        canvas.box(left, 270, 180, 110, colour)
        for wheel in (40, 140):
            canvas.disc(left + wheel, 388, 26, "#2b3440")
            canvas.disc(left + wheel, 388, 10, "#cbd5e1")
        canvas.line([(left + 176, 340), (left + 216, 340)], "#2b3440", 8)
    canvas.box(600, 180, 100, 92, "#f2f5f8")
    canvas.disc(630, 218, 13, "#1f4fa3")
    canvas.disc(670, 218, 13, "#1f4fa3")
    canvas.line([(626, 248), (674, 248)], "#1f4fa3", 6)
    canvas.line([(650, 180), (650, 140)], "#2b3440", 5)
    canvas.disc(650, 132, 12, "#e0a03b")
    return canvas


def bridge() -> Canvas:
    """A stone bridge and its mirror."""
    canvas = Canvas("#f8ead8", "#e9f0ee", 8)
    canvas.hills(250, 40, 0.8, "#c9d8c5", 2)
    canvas.box(0, 350, WIDTH, 130, "#6f9fb3")
    canvas.shape([(0, 250), (480, 190), (960, 250), (960, 350), (0, 350)], "#a68f78")
    for x, radius in [(150, 90), (480, 128), (810, 90)]:
        canvas.disc(x, 350, radius, "#d9e6e4")
        canvas.box(x - radius, 350, radius * 2, 3, "#6f9fb3")
    canvas.box(0, 350, WIDTH, 130, "#6f9fb3")
    for x, radius in [(150, 90), (480, 128), (810, 90)]:
        canvas.disc(x, 350, radius, "#8fb9c8", 0.55)
    canvas.shape([(22, 350), (938, 350), (938, 349), (22, 349)], "#55808f")
    for x in range(20, WIDTH, 68):
        canvas.box(x, 238 - 46 * math.sin(x / WIDTH * math.pi), 40, 10, "#8d7862")
    return canvas


def bees() -> Canvas:
    """Cells of honey and two bees."""
    canvas = Canvas("#fff4cf", "#fbdc86", 9)
    for row in range(5):
        for column in range(9):
            x, y = column * 118 + (row % 2) * 59, row * 102 + 30
            cell = [
                (
                    x + 60 * math.cos(step * math.pi / 3 + 0.52),
                    y + 60 * math.sin(step * math.pi / 3 + 0.52),
                )
                for step in range(6)
            ]
            canvas.shape(cell, canvas.random.choice(["#f2b632", "#e8a020", "#f7c95a", "#f4bf45"]))
            canvas.line([*cell, cell[0]], "#fff0c2", 5)
    for x, y in [(330, 190), (640, 300)]:
        canvas.disc(x - 16, y - 40, 34, "#ffffff", 0.7)
        canvas.disc(x + 26, y - 42, 30, "#f2f6fa", 0.7)
        canvas.disc(x, y, 62, "#3a2a17", 0.6)
        for stripe in (-26, 6, 38):
            canvas.box(x + stripe - 9, y - 29, 15, 58, "#f6c445")
        canvas.disc(x - 58, y - 4, 22, "#3a2a17")
    return canvas


def games() -> Canvas:
    """Chalk hopscotch and marbles."""
    canvas = Canvas("#7d8794", "#69727e", 10)
    for left, top in [
        (140, 190),
        (250, 190),
        (360, 135),
        (360, 245),
        (470, 190),
        (580, 135),
        (580, 245),
        (690, 190),
    ]:
        frame: list[Point] = [
            (left, top),
            (left + 106, top),
            (left + 106, top + 106),
            (left, top + 106),
        ]
        canvas.line([*frame, frame[0]], "#f4f1e8", 6)
    canvas.arc(798, 243, 54, (-90, 90), "#f4f1e8")
    for x, y, colour in [
        (90, 400, "#e2574c"),
        (150, 420, "#4fa3bd"),
        (800, 90, "#f2b632"),
        (860, 120, "#6cbf6a"),
    ]:
        canvas.disc(x, y, 24, colour)
        canvas.disc(x - 8, y - 8, 7, "#ffffff")
    return canvas


def silence() -> Canvas:
    """Rings that fade away from a quiet point."""
    canvas = Canvas("#eef2f5", "#dfe6ec", 11)
    ends = rgb("#5f7f94"), rgb("#e6ecf1")
    for number in range(16, 0, -1):
        red, green, blue = between(ends[0], ends[1], number / 16)
        canvas.disc(560, 240, number * 36, f"#{red:02x}{green:02x}{blue:02x}", 0.72)
    canvas.disc(560, 240, 16, "#fdfbf5")
    for x, tall in [(90, 70), (130, 120), (170, 50), (210, 90), (250, 30), (290, 14)]:
        canvas.box(x, 240 - tall, 14, tall * 2, "#8a3d6f")
    return canvas


def storks() -> Canvas:
    """Storks over roofs, on their way south."""
    canvas = Canvas("#cfe6f5", "#fdf0da", 12)
    for x, y, size in [(250, 110, 1.0), (420, 160, 1.3), (610, 105, 0.9), (740, 190, 0.7)]:
        wing: list[Point] = [
            (-80, -26),
            (-20, -10),
            (0, 0),
            (20, -10),
            (80, -26),
            (18, 12),
            (-18, 12),
        ]
        canvas.shape([(x + a * size, y + b * size) for a, b in wing], "#ffffff")
        canvas.line([(x - 80 * size, y - 26 * size), (x - 48 * size, y - 16 * size)], "#2b3440", 7)
        canvas.line([(x + 80 * size, y - 26 * size), (x + 48 * size, y - 16 * size)], "#2b3440", 7)
        canvas.line([(x, y + 6), (x, y + 34 * size)], "#d9534f", 4)
    canvas.hills(390, 14, 1.4, "#9cc28a")
    for x, colour in [(120, "#b5533c"), (330, "#c8693f"), (560, "#a8452f"), (780, "#bd5d3a")]:
        canvas.box(x, 370, 120, 90, "#f4e6d2")
        canvas.shape([(x - 16, 374), (x + 60, 306), (x + 136, 374)], colour)
    canvas.line([(846, 330), (846, 286)], "#5b4636", 8)
    canvas.disc(846, 282, 34, "#8a6b4d", 0.4)
    return canvas


def books() -> Canvas:
    """A row of books, one of them leaving."""
    canvas = Canvas("#f6f0e6", "#ead9c2", 13)
    x = 60.0
    colours = [
        "#8a3d6f",
        "#1f4fa3",
        "#3f7d3a",
        "#c8693f",
        "#2f84a5",
        "#b9473f",
        "#5b4a8a",
        "#d29b2f",
    ]
    for number in range(15):
        wide, tall = 34 + canvas.random.random() * 26, 190 + canvas.random.random() * 90
        if x < 700:
            canvas.box(x, 400 - tall, wide, tall, colours[number % 8])
            canvas.box(x + 6, 400 - tall + 30, wide - 12, 8, "#f6f0e6")
            x += wide + 5
    canvas.box(0, 400, WIDTH, 18, "#7a5a3c")
    canvas.shape([(760, 200), (840, 175), (840, 275), (760, 300)], "#c8433c")
    canvas.shape([(840, 175), (920, 200), (920, 300), (840, 275)], "#e2675e")
    canvas.line([(772, 222), (830, 204)], "#fbeedd", 4)
    canvas.line([(850, 204), (908, 222)], "#fbeedd", 4)
    return canvas


def wind() -> Canvas:
    """Three turbines above a windy field."""
    canvas = Canvas("#d7ecf7", "#f3f8e6", 14)
    canvas.hills(350, 26, 0.9, "#a9cf8e", 1)
    for x, y, size, turn in [(220, 170, 100, 0.3), (520, 130, 125, 1.1), (800, 200, 85, 1.9)]:
        canvas.shape([(x - 6, y), (x + 6, y), (x + 10, 420), (x - 10, 420)], "#eef2f5")
        for blade in range(3):
            angle = turn + blade * math.tau / 3
            tip = (x + size * math.cos(angle), y + size * math.sin(angle))
            side = (x + 15 * math.cos(angle + 1.2), y + 15 * math.sin(angle + 1.2))
            canvas.shape([(x, y), side, tip], "#ffffff")
        canvas.disc(x, y, 11, "#c3cad5")
    canvas.hills(420, 14, 2, "#6fae5a", 2)
    for y in (70, 100, 240):
        edge: list[Point] = [(px, y + 8 * math.sin(px / 40)) for px in range(620, 900, 8)]
        canvas.line(edge, "#9cc7df", 4)
    return canvas


COVERS: dict[str, Callable[[], Canvas]] = {
    each.__name__.replace("_", "-"): each
    for each in (
        water, garden, lighthouse, night_sky, bread, songs, robots, bridge, bees, games, silence,
        storks, books, wind,
    )
}  # fmt: skip


def main(folder: Path) -> None:
    """Write every cover."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in COVERS.items():
        draw().save(folder / f"{name}.webp")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
