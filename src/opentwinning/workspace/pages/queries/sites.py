"""What of other sites a page may show, and the list the centre keeps (C7)."""

from opentwinning.core import richtext
from opentwinning.core.actor import Actor
from opentwinning.core.blocks import BlockKind, Frame
from opentwinning.core.frames import framed, origin_of
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.pages.models import EmbedSite
from opentwinning.workspace.pages.policies import may_keep_sites


def embed_sites() -> list[EmbedSite]:
    """All, by name."""
    return list(EmbedSite.objects.order_by("name"))


def access_site(actor: Actor, ref: str) -> EmbedSite:
    """One site, for whoever keeps the list."""
    deny_unless(may_keep_sites(actor))
    site = EmbedSite.objects.filter(ref=ref).first()
    if site is None:
        raise Refused(hidden())
    return site


def frames_in(text: str, asked: str = "") -> dict[str, Frame]:
    """What a text may show of other sites, by its address; only the one that was asked for, by its
    number in the text, holds what a browser would load. A text without any costs nothing."""
    blocks = richtext.set_pieces(text, BlockKind.EMBED)
    sites = [site for site in embed_sites() if site.is_open] if blocks else []
    found: dict[str, Frame] = {}
    for number, block in enumerate(blocks, start=1):
        address = block.pieces[0].address
        for site in sites:
            frame = _frame_of(site, address)
            if frame and address not in found:
                shown = frame if asked == str(number) else ""
                host = origin_of(frame).removeprefix("https://")
                found[address] = Frame(number, site.name, host, shown)
    return found


def _frame_of(site: EmbedSite, address: str) -> str | None:
    made = (framed(address, pattern, site.frame) for pattern in site.patterns.splitlines())
    return next((frame for frame in made if frame), None)
