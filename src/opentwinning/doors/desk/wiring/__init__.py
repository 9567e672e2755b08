"""The queue of validations, the frame of the desk, where officers land."""

from opentwinning.doors.desk.wiring import figures, frame, queues

__all__ = ["figures", "frame", "queues"]
