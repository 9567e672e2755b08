"""Forms of notices."""

from opentwinning.facilities.notifications.forms.devices import DeviceForm, KindsForm
from opentwinning.facilities.notifications.forms.habits import HabitsForm

__all__ = ["DeviceForm", "HabitsForm", "KindsForm"]
