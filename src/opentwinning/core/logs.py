"""One JSON line per log record, in UTC, without secrets or bodies (J5)."""

import datetime as dt
import json
import logging


class JsonFormatter(logging.Formatter):
    """Message, level, logger, time and the exception's trace; never request bodies."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": dt.datetime.fromtimestamp(record.created, tz=dt.UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)
