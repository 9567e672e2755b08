"""Forty-eight abstract people. Nothing about them tells who somebody is."""

from math import cos, pi, sin

from tools.design.shapes import box, disc, path

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
    shirt = SHIRTS[(number + 1 + row * 2 + row // 3) % 6]
    skin = SKINS[(number * 5 + row * 2 + row // 3) % 6]
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
        glasses("#2b2430") if number in {1, 6, 11, 13, 18, 23, 28, 35, 40, 46} else "",
    ]
    return "".join(parts)
