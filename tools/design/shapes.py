"""The few shapes everything is drawn with, as SVG text."""

W, H = 400, 225

Sheet = dict[str, tuple[str, str]]  # name: (view box, inside of the symbol)


def path(d: str, fill: str = "", **more: str) -> str:
    rest = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<path d="{d}"{f" fill={fill!r}".replace(chr(39), chr(34)) if fill else ""}{rest}/>'


def disc(x: float, y: float, r: float, fill: str, **more: str) -> str:
    rest = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"{rest}/>'


def box(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    corner = f' rx="{r:g}"' if r else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{corner} fill="{fill}"/>'


def wave(y: float, height: float, length: float, shift: float = 0) -> str:
    d, x = f"M{-length + shift:g} {y:g}", -length + shift
    while x < W:
        d += f"q{length / 4:g} {-height:g} {length / 2:g} 0t{length / 2:g} 0"
        x += length
    return d + f"V{H}H{-length:g}z"
