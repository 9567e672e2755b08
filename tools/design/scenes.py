"""The bridge of the portal and the scenes of empty pages, in the colours of the theme."""

from tools.design.shapes import Sheet, box, disc, path

WATER, IRON, BLUE_SHORE, BLUE, PLUM_SHORE, PLUM, SUN, PAPER, SAND = (
    f"var(--s{number})" for number in range(1, 10)
)


def cloud(x: float, y: float, size: float) -> str:
    shape = "M0 0a14 14 0 0 1 4-27 22 22 0 0 1 42-4 17 17 0 0 1 22 16 8 8 0 0 1 0 15z"
    drawn = path(shape, PAPER, fill_opacity=".85")
    return f'<g transform="translate({x} {y}) scale({size})">{drawn}</g>'


def sky() -> str:
    hills = "M0 330c80-60 150-70 230-30 60-50 150-60 230-8 80-50 170-30 260 28v100H0z"
    return (
        disc(360, 168, 118, SUN, fill_opacity=".72")
        + cloud(120, 96, 1)
        + cloud(600, 66, 0.8)
        + cloud(500, 128, 0.55)
        + path(hills, WATER, fill_opacity=".55")
    )


def shores() -> str:
    return (
        path("M0 300c50-44 120-34 168 8 18 16 34 60 30 112H0z", BLUE_SHORE)
        + path("M0 352c50-20 104-14 140 16 14 12 20 30 22 52H0z", BLUE)
        + path("M720 292c-60-40-128-26-172 14-18 18-32 60-28 114h200z", PLUM_SHORE)
        + path("M720 356c-46-20-98-14-132 14-14 12-20 28-22 50h154z", PLUM)
    )


def houses() -> str:
    return (
        box(40, 246, 46, 54, SAND)
        + path("M34 248l29-26 29 26z", PLUM)
        + box(57, 268, 13, 32, IRON, 2)
        + box(96, 262, 36, 40, SAND)
        + path("M91 264l23-20 23 20z", BLUE)
        + box(104, 274, 9, 10, IRON, 1)
        + box(117, 274, 9, 10, IRON, 1)
        + box(600, 232, 50, 60, SAND)
        + path("M594 234l31-30 31 30z", BLUE)
        + box(608, 248, 10, 12, IRON, 1)
        + box(632, 248, 10, 12, IRON, 1)
        + box(619, 268, 13, 26, IRON, 2)
        + box(662, 252, 36, 46, SAND)
        + path("M657 254l23-20 23 20z", PLUM)
        + box(675, 270, 10, 28, IRON, 2)
    )


def bridge() -> str:
    cables = (
        "M210 168C262 332 458 332 510 168M210 168C170 240 100 284 30 298"
        "M510 168c40 72 110 116 180 124"
    )
    hangers = "".join(
        path(f"M{x} {290 - 126 * ((x - 360) / 150) ** 2:.0f}V300", stroke=IRON, stroke_width="3")
        for x in range(232, 500, 22)
    )
    towers = "".join(
        path(f"M{x - 11} 420 {x - 6} 168h12l5 252z", IRON) + box(x - 14, 214, 28, 8, IRON, 2)
        for x in (210, 510)
    )
    deck = path("M0 300h720v11H0z", IRON)
    return path(cables, "none", stroke=IRON, stroke_width="6") + hangers + towers + deck


def figure(x: float, body: str, *, mirrored: bool) -> str:
    arm = path("M8 -30 34 -44", "none", stroke=body, stroke_width="9", stroke_linecap="round")
    return (
        f'<g transform="translate({x} 300){" scale(-1 1)" if mirrored else ""}">'
        + path("M-13 0v-34a13 13 0 0 1 26 0V0z", body)
        + arm
        + disc(0, -60, 12, SUN)
        + path("M-12 -61a12 12 0 0 1 24 0c-8-5-16-5-24 0z", IRON)
        + "</g>"
    )


def meeting() -> str:
    hands = path("M352 256l8-3 8 3", "none", stroke=SUN, stroke_width="9", stroke_linecap="round")
    return figure(318, PLUM, mirrored=False) + figure(402, BLUE, mirrored=True) + hands


def water() -> str:
    boat = (
        path("M0 -4V-52L30 -4z", PAPER)
        + path("M-4 -4V-40L-24 -4z", PLUM)
        + path("M-32 0h68l-12 14h-44z", IRON)
    )
    ripples = " 60 0" * 10
    return (
        f'<g transform="translate(362 386)">{boat}</g>'
        + path(f"M0 388q30-12 60 0t60 0{ripples}v32H0z", WATER)
        + path(f"M0 404q30-10 60 0t60 0{ripples}v20H0z", PAPER, fill_opacity=".55")
    )


def nothing() -> str:
    lines = "".join(box(36, y, w, 6, BLUE_SHORE, 3) for y, w in ((36, 50), (52, 40), (68, 46)))
    return (
        box(24, 20, 74, 96, PAPER, 6)
        + lines
        + box(62, 34, 74, 96, WATER, 6)
        + disc(99, 68, 16, SUN)
        + path("M74 112c8-20 42-20 50 0z", PLUM_SHORE)
    )


def search() -> str:
    return (
        disc(70, 66, 40, WATER)
        + disc(70, 66, 30, PAPER)
        + disc(60, 60, 9, BLUE)
        + disc(80, 60, 9, PLUM)
        + path("M44 82c6-14 26-14 32 0zM64 82c6-14 26-14 32 0z", BLUE_SHORE)
        + path("M99 95l30 32", stroke=IRON, stroke_width="10", stroke_linecap="round")
    )


def done() -> str:
    round_ends = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    return (
        disc(80, 70, 52, WATER)
        + path("M52 72l20 20 38-42", "none", stroke=BLUE, stroke_width="12", **round_ends)
        + disc(22, 34, 6, PLUM)
        + disc(138, 28, 8, SUN)
        + disc(140, 112, 5, BLUE)
        + disc(26, 112, 8, SUN)
    )


def scenes() -> Sheet:
    """All scenes by name."""
    hero = sky() + shores() + houses() + bridge() + meeting() + water()
    return {
        "hero": ("0 0 720 420", hero),
        "nothing": ("0 0 160 140", nothing()),
        "search": ("0 0 160 140", search()),
        "done": ("0 0 160 140", done()),
    }
