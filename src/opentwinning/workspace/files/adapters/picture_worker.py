"""Run as a program of its own: decodes a picture nobody trusts, with hard limits (D6, D7).

``picture_worker.py source main thumb`` turns the picture upright, writes it anew without anything
but its pixels, and a small copy. Says "width height extension"; exit 3: too many pixels; 4: not
a picture we can read.
"""

import resource
import sys

MAX_PIXELS = 50_000_000
MAX_SIDE = 2560
THUMB_SIDE = 480
MEMORY = 1024 * 1024 * 1024
SECONDS = 20
FORMATS = {
    "JPEG": ("JPEG", "jpg"),
    "PNG": ("PNG", "png"),
    "GIF": ("PNG", "png"),
    "WEBP": ("WEBP", "webp"),
}
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


def convert(source: str, main: str, thumb: str) -> str:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(source, formats=list(FORMATS)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            sys.exit(TOO_MANY)
        kind, extension = FORMATS[picture.format or ""]
        upright = ImageOps.exif_transpose(picture)
    has_alpha = kind != "JPEG" and ("A" in upright.mode or "transparency" in upright.info)
    upright = upright.convert("RGBA" if has_alpha else "RGB")
    # Pixels only: comments, profiles, positions and whatever hides behind the end stay behind.
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    bare.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    bare.save(main, kind, **SAVING[kind])
    size = f"{bare.width} {bare.height} {extension}"
    bare.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    bare.save(thumb, "WEBP", quality=78, method=3)
    return size


if __name__ == "__main__":
    limit()
    try:
        sys.stdout.write(convert(*sys.argv[1:4]))
    except Exception as problem:  # noqa: BLE001 - a decoder fails in many ways; all mean no
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        bomb = "DecompressionBomb" in type(problem).__name__
        sys.exit(TOO_MANY if bomb else UNREADABLE)
