"""What an operator sets from outside: one typed value, read once."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class Mode(StrEnum):
    """How strict the house is at start."""

    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Environment:
    """Every setting of the environment; ``docs/operator.md`` lists them."""

    mode: Mode
    secret_key: str
    hosts: tuple[str, ...]
    address: str  # public address, such as https://twinning.example.org
    data_dir: Path  # database of the embedded engine, files, generated things
    database_url: str
    redis_url: str  # "" = none
    mail_url: str  # smtp://user:password@host:587?tls=1, file:///folder or memory:
    mail_from: str
    live_address: str  # where browsers find the sockets; "" = nobody writes at the same time
    trusted_proxies: int  # how many proxies in front may be believed
    max_file_mb: int = 100  # largest file that comes with a form
    max_upload_mb: int = 2048  # largest file that comes piece by piece
    space_quota_mb: int = 5000  # room for all files of one space
    pupil_quota_mb: int = 1000  # of it for one pupil
    box_days: int = 7  # how long a project in a box waits to be downloaded
    address_days: int = 3  # how long an address waits to be confirmed
    bounce_to: str = ""  # box whose mails the mail server pipes to take_bounce; "" = none
    clamd: str = ""  # host:port of a virus scanner that speaks clamd's protocol; "" = none
    storage_url: str = ""  # s3://key:secret@host/bucket?region=…; "" = contents on the disk
    stun_urls: tuple[str, ...] = ()  # stun:host:port, where browsers learn how they are reached
    turn_urls: tuple[str, ...] = ()  # turn:host:port?transport=udp, a relay for meetings
    turn_secret: str = ""  # what the relay and we sign credentials with
    bbb_url: str = ""  # https://bbb.example.org/bigbluebutton, for large meetings
    bbb_secret: str = ""
    jitsi_url: str = ""  # https://meet.example.org, for large meetings
    jitsi_app: str = "opentwinning"
    jitsi_secret: str = ""
    push_hosts: tuple[str, ...] = ()  # push services of the own house, beside the public ones

    @property
    def meets_elsewhere(self) -> bool:
        """Whether the operator has named a video service for large meetings."""
        return bool(self.bbb_url and self.bbb_secret) or bool(self.jitsi_url and self.jitsi_secret)


def _words(said: str) -> tuple[str, ...]:
    return tuple(said.replace(",", " ").split())


def read(env: "os._Environ[str] | dict[str, str]" = os.environ) -> Environment:
    """Read ``OT_…`` variables; development needs none."""
    mode = Mode(env.get("OT_MODE", "development"))
    data_dir = Path(env.get("OT_DATA_DIR", "var")).resolve()
    address = env.get("OT_ADDRESS", "http://127.0.0.1:8000")
    hosts = env.get("OT_HOSTS", "127.0.0.1,localhost,[::1]" if mode != Mode.PRODUCTION else "")
    return Environment(
        mode=mode,
        secret_key=env.get(
            "OT_SECRET_KEY", "" if mode == Mode.PRODUCTION else "development-only-" * 4
        ),
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        address=address.rstrip("/"),
        data_dir=data_dir,
        database_url=env.get("OT_DATABASE_URL", f"sqlite:///{data_dir / 'opentwinning.sqlite3'}"),
        redis_url=env.get("OT_REDIS_URL", ""),
        mail_url=env.get("OT_MAIL_URL", f"file://{data_dir / 'mail'}"),
        mail_from=env.get("OT_MAIL_FROM", "no-reply@twinning.example.org"),
        live_address=env.get("OT_LIVE_ADDRESS", "").rstrip("/"),
        trusted_proxies=int(env.get("OT_TRUSTED_PROXIES", "0")),
        max_file_mb=int(env.get("OT_MAX_FILE_MB", "100")),
        max_upload_mb=int(env.get("OT_MAX_UPLOAD_MB", "2048")),
        space_quota_mb=int(env.get("OT_SPACE_QUOTA_MB", "5000")),
        pupil_quota_mb=int(env.get("OT_PUPIL_QUOTA_MB", "1000")),
        box_days=int(env.get("OT_BOX_DAYS", "7")),
        address_days=int(env.get("OT_ADDRESS_DAYS", "3")),
        bounce_to=env.get("OT_BOUNCE_TO", "").strip().lower(),
        clamd=env.get("OT_CLAMD", "").strip(),
        storage_url=env.get("OT_STORAGE_URL", "").strip(),
        stun_urls=_words(env.get("OT_STUN_URLS", "")),
        turn_urls=_words(env.get("OT_TURN_URLS", "")),
        turn_secret=env.get("OT_TURN_SECRET", ""),
        bbb_url=env.get("OT_BBB_URL", "").rstrip("/"),
        bbb_secret=env.get("OT_BBB_SECRET", ""),
        jitsi_url=env.get("OT_JITSI_URL", "").rstrip("/"),
        jitsi_app=env.get("OT_JITSI_APP", "opentwinning"),
        jitsi_secret=env.get("OT_JITSI_SECRET", ""),
        push_hosts=_words(env.get("OT_PUSH_HOSTS", "")),
    )


def database(url: str) -> dict[str, object]:
    """Django's database settings for ``sqlite:///path`` or ``postgres://…``.

    SQLite promises durability: WAL, FULL, IMMEDIATE, foreign keys (K1).

    PostgreSQL plans a question once per connection: values are bound by the server, and what is
    asked for the third time is prepared there. ``?prepare_threshold=off`` is for a pooler that
    gives each transaction another connection and forgets prepared statements.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(url.removeprefix("sqlite:///")) or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                    "PRAGMA mmap_size=268435456;PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY"
                ),
            },
            "CONN_MAX_AGE": None,
        }
    if parts.scheme in {"postgres", "postgresql"}:
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        threshold = query.pop("prepare_threshold", "3")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.pop("host", "") or parts.hostname or "",
            "PORT": str(parts.port or query.pop("port", "")),
            "OPTIONS": {
                **query,
                "server_side_binding": True,
                "prepare_threshold": None if threshold == "off" else int(threshold),
            },
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ValueError(f"OT_DATABASE_URL: unknown engine {parts.scheme!r}; use sqlite or postgres")


def mail(url: str) -> dict[str, object]:
    """Django's mail settings of ``OT_MAIL_URL``."""
    parts = urlsplit(url)
    if parts.scheme == "smtp":
        tls = parse_qs(parts.query).get("tls", ["0"])[-1] == "1"
        mailer: dict[str, object] = {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": parts.hostname or "localhost",
                "port": parts.port or 25,
                "username": unquote(parts.username or ""),
                "password": unquote(parts.password or ""),
                "use_tls": tls,
                "timeout": 20,
            },
        }
    elif parts.scheme == "file":
        mailer = {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": parts.path},
        }
    else:
        mailer = {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    return {"MAILERS": {"default": mailer}}
