"""Django settings. What an operator may change comes from ``environment.py``; nothing else."""

from pathlib import Path

from django.utils.csp import CSP

from opentwinning.config.environment import Mode, database, mail, read

ENVIRONMENT = read()
PRODUCTION = ENVIRONMENT.mode is Mode.PRODUCTION
TESTING = ENVIRONMENT.mode is Mode.TEST
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ADDRESS = ENVIRONMENT.address
LIVE_ADDRESS = ENVIRONMENT.live_address
DATA_DIR = ENVIRONMENT.data_dir
DATA_DIR.mkdir(parents=True, exist_ok=True)

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "opentwinning.core",
    "opentwinning.config",
    "opentwinning.facilities.audit",
    "opentwinning.facilities.jobs",
    "opentwinning.facilities.drafts",
    "opentwinning.facilities.limits",
    "opentwinning.facilities.search",
    "opentwinning.people.accounts",
    "opentwinning.facilities.notifications",
    "opentwinning.facilities.realtime",
    "opentwinning.people.identity",
    "opentwinning.people.support",
    "opentwinning.people.educators",
    "opentwinning.people.external",
    "opentwinning.people.organisations",
    "opentwinning.people.pupils",
    "opentwinning.people.consents",
    "opentwinning.people.certificates",
    "opentwinning.people.safeguarding",
    "opentwinning.workspace.spaces",
    "opentwinning.workspace.files",
    "opentwinning.workspace.pages",
    "opentwinning.workspace.posts",
    "opentwinning.workspace.forums",
    "opentwinning.workspace.chats",
    "opentwinning.workspace.activities",
    "opentwinning.workspace.meetings",
    "opentwinning.workspace.votes",
    "opentwinning.workspace.remarks",
    "opentwinning.workspace.calendar",
    "opentwinning.community.networking",
    "opentwinning.community.papers",
    "opentwinning.community.comments",
    "opentwinning.community.walls",
    "opentwinning.community.resources",
    "opentwinning.collaboration.projects",
    "opentwinning.collaboration.twinspaces",
    "opentwinning.collaboration.boxes",
    "opentwinning.collaboration.recognition",
    "opentwinning.doors.portal",
    "opentwinning.doors.today",
    "opentwinning.doors.desk",
]

MIDDLEWARE = [
    "opentwinning.core.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "opentwinning.core.middleware.ActorMiddleware",
]

ROOT_URLCONF = "opentwinning.config.urls"
WSGI_APPLICATION = "opentwinning.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "core" / "templates" / "core"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csp",
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "opentwinning.core.context.every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "opentwinning.core.templatetags.ot",
            ],
        },
    }
]

DATABASES = {"default": database(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": ENVIRONMENT.redis_url,
    }
    if ENVIRONMENT.redis_url
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "house"}
}
SESSION_ENGINE = "opentwinning.core.sessions"

PASSWORD_HASHERS = ["opentwinning.core.hashing.HouseArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "opentwinning.core.passwords.PlatformWords"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("sl", "Slovenščina"), ("ro", "Română"), ("da", "Dansk")]
LOCALE_PATHS = [PACKAGE / "core" / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "opentwinning.core.statics.HouseStatics"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = ENVIRONMENT.mode is Mode.DEVELOPMENT
WHITENOISE_MAX_AGE = 0 if not PRODUCTION else 31_536_000

globals().update(mail(ENVIRONMENT.mail_url))
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

# Security (I1-I7). Secure cookies need HTTPS: production only, where check --deploy insists.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "media-src": [CSP.SELF, "blob:"],  # what was just recorded is listened to
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "connect-src": [CSP.SELF, *filter(None, [LIVE_ADDRESS.removesuffix("/")])],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "ot_session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "ot_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
CSRF_FAILURE_VIEW = "opentwinning.core.failures.csrf_failure"
CSRF_TRUSTED_ORIGINS = [ADDRESS] if ADDRESS.startswith("https://") else []
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION and ENVIRONMENT.trusted_proxies > 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxies > 0 else None
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "opentwinning.core.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO" if not TESTING else "WARNING"},
}
