"""The seeds of the house: people who ask, and things to show them."""

from benchmarks.seeds import Made, seed, session_of


@seed
def an_educator(made: Made) -> None:
    """Sign in the first educator of the demo world."""
    from opentwinning.people.accounts.models import Account

    account = Account.objects.order_by("pk").first()
    if account is not None:
        made.sessions["educator"] = session_of(account=account.pk, epoch=account.session_epoch)
