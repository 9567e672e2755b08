"""Twelve patterns for covers; their colours come from the style sheet."""

from tools.design.shapes import H, W, box, disc, path, wave

C1, C2, C3, C4, C5 = (f"var(--c{n})" for n in range(1, 6))


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
