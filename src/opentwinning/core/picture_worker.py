"""Run as a program of its own: decodes a picture nobody trusts, with hard limits (D6, D7).

``picture_worker.py whole source main thumb`` turns the picture upright, writes it anew without
anything but its pixels, and a small copy. Says "width height extension". ``portrait source large
small`` cuts a square from the middle in two sizes. Exit 3: too many pixels; 4: not a picture we
can read.
"""

import resource
import sys
from typing import Any

MAX_PIXELS = 50_000_000
MAX_SIDE = 2560
THUMB_SIDE = 480
LARGE_SIDE, SMALL_SIDE = 384, 96  # of a portrait
MEMORY = 1024 * 1024 * 1024
SECONDS = 20
FORMATS = {
    "JPEG": ("JPEG", "jpg"),
    "PNG": ("PNG", "png"),
    "GIF": ("PNG", "png"),
    "WEBP": ("WEBP", "webp"),
}
EXTENSIONS = dict(FORMATS.values())
SAVING = {
    "JPEG": {"quality": 86, "progressive": True, "optimize": True},
    "PNG": {"compress_level": 6},
    "WEBP": {"quality": 86, "method": 3},
}
TOO_MANY, UNREADABLE = 3, 4


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bare_pixels(source: str) -> tuple[Any, str]:
    """The upright picture and its format. Pixels only: comments, profiles, positions and whatever
    hides behind the end stay behind."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(source, formats=list(FORMATS)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            sys.exit(TOO_MANY)
        kind, _ = FORMATS[picture.format or ""]
        upright = ImageOps.exif_transpose(picture)
    has_alpha = kind != "JPEG" and ("A" in upright.mode or "transparency" in upright.info)
    upright = upright.convert("RGBA" if has_alpha else "RGB")
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare, kind


def whole(source: str, main: str, thumb: str) -> str:
    from PIL import Image

    bare, kind = bare_pixels(source)
    bare.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    bare.save(main, kind, **SAVING[kind])
    size = f"{bare.width} {bare.height} {EXTENSIONS[kind]}"
    bare.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    bare.save(thumb, "WEBP", quality=78, method=3)
    return size


def portrait(source: str, large: str, small: str) -> str:
    from PIL import Image, ImageOps

    bare, _ = bare_pixels(source)
    ground = Image.new("RGB", bare.size, "white")
    ground.paste(bare, mask=bare.getchannel("A") if bare.mode == "RGBA" else None)
    for path, side in ((large, LARGE_SIDE), (small, SMALL_SIDE)):
        square = ImageOps.fit(ground, (side, side), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
        square.save(path, "WEBP", quality=80, method=4)
    return ""


if __name__ == "__main__":
    limit()
    try:
        mode = {"whole": whole, "portrait": portrait}[sys.argv[1]]
        sys.stdout.write(mode(*sys.argv[2:5]))
    except Exception as problem:  # noqa: BLE001 - a decoder fails in many ways; all mean no
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        bomb = "DecompressionBomb" in type(problem).__name__
        sys.exit(TOO_MANY if bomb else UNREADABLE)
