#!/usr/bin/env python3
"""Draw the people, the project covers and the sign-in pictures.

    python3 tools/design/draw.py        writes src/opentwinning/core/static/ot/art/*.svg

The sheets hold one <symbol> per drawing. Cover colours are custom properties (--c1 … --c5), so
twelve patterns, eight colourways and a mirror give 192 covers from one small file.
"""

from math import cos, pi, sin
from pathlib import Path

ART = Path(__file__).resolve().parents[2] / "src/opentwinning/core/static/ot/art"

Sheet = dict[str, tuple[str, str]]  # name: (view box, inside of the symbol)


def write(name: str, sheet: Sheet) -> None:
    symbols = "\n".join(
        f'<symbol id="{key}" viewBox="{box}" preserveAspectRatio="xMidYMid slice">{inside}</symbol>'
        for key, (box, inside) in sheet.items()
    )
    text = f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'
    (ART / f"{name}.svg").write_text(text, "utf-8")


def path(d: str, fill: str = "", **more: str) -> str:
    rest = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<path d="{d}"{f" fill={fill!r}".replace(chr(39), chr(34)) if fill else ""}{rest}/>'


def disc(x: float, y: float, r: float, fill: str, **more: str) -> str:
    rest = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"{rest}/>'


def box(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    corner = f' rx="{r:g}"' if r else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{corner} fill="{fill}"/>'


# --- people ------------------------------------------------------------------------------------

GROUNDS = ("#dbe7ff", "#f1dff3", "#dff3e7", "#ffefd0", "#dcf0f6", "#ffe2dc")
SHIRTS = ("#1f4fa3", "#8a3d8f", "#176b3a", "#b05f00", "#0b5c74", "#b3402e")
SKINS = ("#f2c6a4", "#c98a5e", "#8a5636", "#e3ab82", "#6d4229", "#f7d8c0")
HAIRS = ("#2b2430", "#5a3522", "#b77a35", "#7d7f8a", "#3a2a4d", "#a5492c")


def hair(kind: int, tone: str, shirt: str) -> tuple[str, str]:
    """What lies behind the head and what lies before it. Nothing here tells who somebody is."""
    cap = path("M20 28c-1-18 25-18 24 0-3-6-7-8-12-8s-9 2-12 8z", tone)
    curls = "".join(
        disc(32 + 12 * cos(a * pi / 7), 24 - 10 * sin(a * pi / 7), 5.4, tone) for a in range(8)
    )
    kinds = (
        ("", cap),
        (curls, path("M22 24c4-6 16-6 20 0-6-2-14-2-20 0z", tone)),
        ("", path("M20 29c-3-20 27-21 25-2-6 0-10-2-13-6-2 4-7 7-12 8z", tone)),
        (disc(32, 23, 16.5, tone), ""),
        (
            "",
            path("M20 25c0-15 24-15 24 0z", shirt)
            + path("M19 25h31c0-3-4-4-8-4z", shirt)
            + path("M20 25h3v6h-3zM41 25h3v6h-3z", tone),
        ),
        (
            "",
            path(
                "M20 30c-2-6-1-15 6-17 1 2 3 2 4 1 5-2 15 1 14 14-2-4-3-6-6-7-5 2-13 1-15 4-1 1-2 3-3 5z",
                tone,
            ),
        ),
        (
            "",
            path("M19 25c0-17 26-17 26 0-8-3-18-3-26 0z", shirt)
            + path("M18 22.5h28v6c-9-2-19-2-28 0z", shirt, fill_opacity=".75")
            + disc(32, 10, 3.6, shirt),
        ),
        (
            path("M19 33c-3-26 29-26 26 0-1 3-2 4-4 4H23c-2 0-3-1-4-4z", tone),
            path("M21 27c1-11 21-11 22 0-4-2-7-4-9-7-3 4-8 6-13 7z", tone),
        ),
    )
    return kinds[kind]


def glasses(tone: str) -> str:
    ring = f'fill="none" stroke="{tone}" stroke-width="1.6"'
    return (
        f'<g {ring}><circle cx="27" cy="28" r="4"/><circle cx="37" cy="28" r="4"/>'
        '<path d="M31 28h2"/></g>'
    )


def clothes(kind: int, shirt: str, ground: str) -> str:
    body = path("M6 66c0-15 12-20 26-20s26 5 26 20z", shirt)
    return (
        body
        + (
            "",
            path("M9 57c7-3 39-3 46 0l1 4c-8-3-40-3-48 0z", ground),
            path("M22 47.200c3 8 17 8 20 0l4 1c-4 12-24 12-28 0z", ground),
        )[kind]
    )


def person(number: int) -> str:
    row, kind = divmod(number, 8)
    ground = GROUNDS[(number * 5 + row) % 6]
    shirt = SHIRTS[(number + 1 + row * 2) % 6]
    skin = SKINS[(number * 5 + row * 2) % 6]
    tone = HAIRS[(number * 2 + row + number // 4) % 6]
    behind, before = hair(kind, tone, shirt)
    parts = [
        box(0, 0, 64, 64, ground),
        behind,
        clothes(number % 3, shirt, ground),
        path("M26 36h12v8c0 7-12 7-12 0z", skin),
        path("M26 38c3 4 9 4 12 0v3c-3 4-9 4-12 0z", "#000", fill_opacity=".12"),
        f'<ellipse cx="32" cy="27.5" rx="11" ry="12" fill="{skin}"/>',
        before,
        glasses("#2b2430") if number in {1, 6, 11, 13, 18, 23} else "",
    ]
    return "".join(parts)


# --- covers ------------------------------------------------------------------------------------

C1, C2, C3, C4, C5 = (f"var(--c{n})" for n in range(1, 6))
W, H = 400, 225


def wave(y: float, height: float, length: float, shift: float = 0) -> str:
    d, x = f"M{-length + shift:g} {y:g}", -length + shift
    while x < W:
        d += f"q{length / 4:g} {-height:g} {length / 2:g} 0t{length / 2:g} 0"
        x += length
    return d + f"V{H}H{-length:g}z"


def hills() -> str:
    return (
        box(0, 0, W, H, C1)
        + disc(296, 74, 38, C4)
        + path("M0 150c70-70 150-60 230-10s120 30 170-10v100H0z", C3)
        + path("M0 178c90-50 170-30 240 0s110 20 160-4v60H0z", C2)
        + path("M0 208c60-30 140-20 200-6s140 10 200-10v40H0z", C5)
    )


def arches() -> str:
    out = box(0, 0, W, H, C1) + disc(86, 64, 30, C4) + box(0, 92, W, 10, C2)
    for row, (y, size, fill) in enumerate(((102, 50, C2), (156, 50, C3))):
        out += box(0, y - 1, W, 55, fill)
        for x in range(-25 * row, W, size):
            out += path(
                f"M{x + 7} {y + 54}V{y + 32}a18 18 0 0 1 36 0V{y + 54}z", C1 if not row else C5
            )
    return out + box(0, 210, W, 15, C5)


def quarters() -> str:
    size, out, fills = 75, box(0, 0, W, H, C1), (C2, C3, C4, C5)
    for row in range(3):
        for col in range(6):
            x, y, turn = col * size, row * size, (row * 7 + col * 5 + row * col) % 4
            out += box(x, y, size, size, fills[(row + col * 3) % 4] if (row + col) % 3 == 0 else C1)
            corner = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))[turn]
            sweep = (
                f"M{corner[0]} {corner[1]}h{size if turn in (0, 3) else -size}"
                f"A{size} {size} 0 0 {1 if turn in (0, 2) else 0} {corner[0]} "
                f"{corner[1] + (size if turn in (0, 1) else -size)}z"
            )
            out += path(sweep, fills[(row * 2 + col) % 4])
    return out


def bridge() -> str:
    cables = "".join(
        path(f"M{x} {154 - 66 * ((x - 200) / 84) ** 2 * 0.96:g}V160", stroke=C2, stroke_width="2")
        for x in range(128, 274, 12)
    )
    return (
        box(0, 0, W, H, C1)
        + disc(200, 112, 62, C4)
        + path(
            "M116 84C140 170 260 170 284 84M116 84 0 158M284 84 400 158",
            "none",
            stroke=C2,
            stroke_width="4",
        )
        + cables
        + box(110, 66, 12, 120, C2)
        + box(278, 66, 12, 120, C2)
        + box(0, 157, W, 9, C2)
        + path(wave(188, 7, 80), C3)
        + path(wave(205, 7, 80, 30), C5)
    )


def waves() -> str:
    out = box(0, 0, W, H, C1) + disc(300, 76, 40, C4)
    for row, fill in enumerate((C3, C2, C5, C3)):
        out += path(wave(92 + row * 38, 34 - row * 3, 200 - row * 20, row * 70), fill)
    return out


def meeting() -> str:
    return (
        box(0, 0, W, H, C1)
        + disc(140, 112, 92, C2)
        + disc(260, 112, 92, C4)
        + path("M200 42.2a92 92 0 0 1 0 139.6a92 92 0 0 1 0-139.6z", C5)
        + disc(140, 112, 34, C3)
        + disc(260, 112, 34, C3)
    )


def mountains() -> str:
    return (
        box(0, 0, W, H, C1)
        + disc(92, 62, 26, C4)
        + path("M-20 225 120 70l140 155z", C3)
        + path("M120 70l-36 40 18 8 18-12 20 14 16-10z", C1)
        + path("M150 225 290 40l170 185z", C2)
        + path("M290 40l-38 50 20 10 20-14 22 16 18-14z", C1)
        + path("M-40 225 60 150l110 75z", C5)
    )


def network() -> str:
    dots = [
        (40, 50),
        (110, 120),
        (60, 190),
        (180, 50),
        (200, 165),
        (270, 95),
        (330, 180),
        (360, 45),
    ]
    links = [(0, 1), (1, 2), (1, 3), (1, 4), (3, 5), (4, 5), (5, 6), (5, 7), (4, 6), (2, 4)]
    out = box(0, 0, W, H, C2)
    for a, b in links:
        out += path(
            f"M{dots[a][0]} {dots[a][1]}L{dots[b][0]} {dots[b][1]}", stroke=C3, stroke_width="3"
        )
    for n, (x, y) in enumerate(dots):
        out += disc(x, y, (26, 18, 14, 22, 16, 30, 20, 14)[n], (C1, C4, C5)[n % 3])
        out += disc(x, y, (10, 7, 5, 8, 6, 12, 8, 5)[n], C2)
    return out


def leaves() -> str:
    out = box(0, 0, W, H, C1)
    for row in range(4):
        for col in range(7):
            x, y = col * 66 - 8 + (row % 2) * 33, row * 62 - 8
            flip = "" if (row + col) % 2 else f' transform="rotate(90 {x + 30} {y + 30})"'
            fill = (C2, C3, C4, C5)[(row + col * 2) % 4]
            out += f'<path d="M{x} {y}h30a30 30 0 0 1 30 30v30h-30a30 30 0 0 1-30-30z" fill="{fill}"{flip}/>'
    return out


def stripes() -> str:
    out = box(0, 0, W, H, C1)
    for n, fill in enumerate((C3, C2, C4, C5, C3)):
        out += path(f"M{n * 62 - 20} 225 {n * 62 + 130} 0h44L{n * 62 + 24} 225z", fill)
    return out + disc(318, 70, 44, C4) + disc(318, 70, 20, C1) + disc(70, 60, 24, C2)


def boats() -> str:
    out = box(0, 0, W, H, C1) + disc(330, 60, 30, C4)
    for x, y, s, sail in ((70, 150, 1.0, C2), (190, 128, 1.35, C5), (320, 158, 0.9, C2)):
        out += (
            f'<g transform="translate({x} {y}) scale({s})">{path("M0 -6V-80L46 -6z", sail)}'
            f"{path('M-6 -6V-62L-40 -6z', C4)}{path('M-46 0h96l-18 24h-60z', C3 if sail == C5 else C5)}</g>"
        )
    return out + path(wave(170, 10, 100), C3) + path(wave(195, 10, 100, 40), C2)


def town() -> str:
    out = box(0, 0, W, H, C1) + disc(320, 56, 28, C4)
    fills = (C2, C3, C5, C2, C4, C3, C5, C2)
    for n, (w, h) in enumerate(
        ((54, 90), (44, 120), (58, 76), (46, 136), (52, 96), (48, 116), (60, 84), (46, 124))
    ):
        x, y = sum((54, 44, 58, 46, 52, 48, 60, 46)[:n]), 205 - h
        out += box(x, y, w, h, fills[n]) + path(
            f"M{x} {y}l{w / 2:g}-{20 + n % 3 * 8} {w / 2:g} {20 + n % 3 * 8}z", fills[(n + 3) % 8]
        )
        for k in range(2):
            out += box(x + w * 0.22 + k * w * 0.34, y + 16, w * 0.2, 16, C1, 2)
    return out + path(wave(205, 6, 80), C2)


COVERS = (
    hills,
    arches,
    quarters,
    bridge,
    waves,
    meeting,
    mountains,
    network,
    leaves,
    stripes,
    boats,
    town,
)


# --- sign-in pictures ---------------------------------------------------------------------------


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


# --- scenes: the hero and the empty states ------------------------------------------------------


def scenes() -> Sheet:
    s = [f"var(--s{n})" for n in range(1, 10)]
    hangers = "".join(
        path(f"M{x} {290 - 126 * ((x - 360) / 150) ** 2:.0f}V300", stroke=s[1], stroke_width="3")
        for x in range(232, 500, 22)
    )
    tower = "".join(
        path(f"M{x - 11} 420 {x - 6} 168h12l5 252z", s[1]) + box(x - 14, 214, 28, 8, s[1], 2)
        for x in (210, 510)
    )

    def cloud(x: float, y: float, size: float) -> str:
        shape = "M0 0a14 14 0 0 1 4-27 22 22 0 0 1 42-4 17 17 0 0 1 22 16 8 8 0 0 1 0 15z"
        return f'<g transform="translate({x} {y}) scale({size})">{path(shape, s[7], fill_opacity=".85")}</g>'

    shore_left = path("M0 300c50-44 120-34 168 8 18 16 34 60 30 112H0z", s[2]) + path(
        "M0 352c50-20 104-14 140 16 14 12 20 30 22 52H0z", s[3]
    )
    shore_right = path("M720 292c-60-40-128-26-172 14-18 18-32 60-28 114h200z", s[4]) + path(
        "M720 356c-46-20-98-14-132 14-14 12-20 28-22 50h154z", s[5]
    )
    roofs = (
        box(40, 246, 46, 54, s[8])
        + path("M34 248l29-26 29 26z", s[5])
        + box(57, 268, 13, 32, s[1], 2)
        + box(96, 262, 36, 40, s[8])
        + path("M91 264l23-20 23 20z", s[3])
        + box(104, 274, 9, 10, s[1], 1)
        + box(117, 274, 9, 10, s[1], 1)
        + box(600, 232, 50, 60, s[8])
        + path("M594 234l31-30 31 30z", s[3])
        + box(608, 248, 10, 12, s[1], 1)
        + box(632, 248, 10, 12, s[1], 1)
        + box(619, 268, 13, 26, s[1], 2)
        + box(662, 252, 36, 46, s[8])
        + path("M657 254l23-20 23 20z", s[5])
        + box(675, 270, 10, 28, s[1], 2)
    )

    def figure(x: float, body: str, mirrored: bool) -> str:
        arm = path("M8 -30 34 -44", "none", stroke=body, stroke_width="9", stroke_linecap="round")
        return (
            f'<g transform="translate({x} 300){" scale(-1 1)" if mirrored else ""}">'
            + path("M-13 0v-34a13 13 0 0 1 26 0V0z", body)
            + arm
            + disc(0, -60, 12, s[6])
            + path("M-12 -61a12 12 0 0 1 24 0c-8-5-16-5-24 0z", s[1])
            + "</g>"
        )

    hero = (
        disc(360, 168, 118, s[6], fill_opacity=".72")
        + cloud(120, 96, 1)
        + cloud(600, 66, 0.8)
        + cloud(500, 128, 0.55)
        + path(
            "M0 330c80-60 150-70 230-30 60-50 150-60 230-8 80-50 170-30 260 28v100H0z",
            s[0],
            fill_opacity=".55",
        )
        + shore_left
        + shore_right
        + roofs
        + path(
            "M210 168C262 332 458 332 510 168M210 168C170 240 100 284 30 298M510 168c40 72 110 116 180 124",
            "none",
            stroke=s[1],
            stroke_width="6",
        )
        + hangers
        + tower
        + path("M0 300h720v11H0z", s[1])
        + figure(318, s[5], False)
        + figure(402, s[3], True)
        + path("M352 256l8-3 8 3", "none", stroke=s[6], stroke_width="9", stroke_linecap="round")
        + f'<g transform="translate(362 386)">{path("M0 -4V-52L30 -4z", s[7])}'
        + f"{path('M-4 -4V-40L-24 -4z', s[5])}{path('M-32 0h68l-12 14h-44z', s[1])}</g>"
        + path(
            "M0 388q30-12 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0v32H0z", s[0]
        )
        + path(
            "M0 404q30-10 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0v20H0z",
            s[7],
            fill_opacity=".55",
        )
    )
    nothing = (
        box(24, 20, 74, 96, s[7], 6)
        + box(36, 36, 50, 6, s[2], 3)
        + box(36, 52, 40, 6, s[2], 3)
        + box(36, 68, 46, 6, s[2], 3)
        + box(62, 34, 74, 96, s[0], 6)
        + disc(99, 68, 16, s[6])
        + path("M74 112c8-20 42-20 50 0z", s[4])
    )
    search = (
        disc(70, 66, 40, s[0])
        + disc(70, 66, 30, s[7])
        + disc(60, 60, 9, s[3])
        + disc(80, 60, 9, s[5])
        + path("M44 82c6-14 26-14 32 0zM64 82c6-14 26-14 32 0z", s[2])
        + path("M99 95l30 32", stroke=s[1], stroke_width="10", stroke_linecap="round")
    )
    done = (
        disc(80, 70, 52, s[0])
        + path(
            "M52 72l20 20 38-42",
            "none",
            stroke=s[3],
            stroke_width="12",
            stroke_linecap="round",
            stroke_linejoin="round",
        )
        + disc(22, 34, 6, s[5])
        + disc(138, 28, 8, s[6])
        + disc(140, 112, 5, s[3])
        + disc(26, 112, 8, s[6])
    )
    return {
        "hero": ("0 0 720 420", hero),
        "nothing": ("0 0 160 140", nothing),
        "search": ("0 0 160 140", search),
        "done": ("0 0 160 140", done),
    }


def main() -> None:
    ART.mkdir(parents=True, exist_ok=True)
    write("people", {f"p{n:02}": ("0 0 64 64", person(n)) for n in range(24)})
    write("covers", {f"c{n:02}": (f"0 0 {W} {H}", draw()) for n, draw in enumerate(COVERS)})
    write("pictures", {name: ("0 0 64 64", inside) for name, inside in PICTURES.items()})
    write("scenes", scenes())


if __name__ == "__main__":
    main()
