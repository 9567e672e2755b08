"""The queue of validations, the frame of the desk, where officers land, the sweep of uploads."""

from opentwinning.doors.desk.wiring import figures, frame, queues, schedule

__all__ = ["figures", "frame", "queues", "schedule"]
