"""Two accounts of one person become one."""

from opentwinning.core.joining import drops
from opentwinning.facilities.notifications.models import MailHabits

drops(MailHabits)  # she goes on being written to as she chose where she stays
