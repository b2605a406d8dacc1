"""
Settings for every way of running Gongkai.

Nothing needs to be set for development. What an operator may set is read in ``environment`` and listed in
docs/reference/settings.md; a test fails when the two differ.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from . import environment

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = Path(environment.text("GONGKAI_DATA_DIR", "var")).resolve()

DEBUG = environment.flag("GONGKAI_DEBUG", False)
SECRET_KEY = environment.secret_key(DATA_DIR)
ALLOWED_HOSTS = environment.names("GONGKAI_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = environment.text("GONGKAI_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
SERVES = environment.choice("GONGKAI_SERVES", "both", {"portal", "desk", "both"})
WORKERS = environment.whole_number("GONGKAI_WORKERS", 2, least=1)
PROXIES = environment.whole_number("GONGKAI_PROXIES", 0)  # how many reverse proxies of ours stand in front
BEHIND_TLS = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "gongkai.demo",
    "gongkai.portal",
    "gongkai.desk",
    "gongkai.annual_reports",
    "gongkai.publications",
    "gongkai.sections",
    "gongkai.search",
    "gongkai.screening",
    "gongkai.review",
    "gongkai.typesetting",
    "gongkai.files",
    "gongkai.history",
    "gongkai.workdays",
    "gongkai.accounts",
    "gongkai.agencies",
    "gongkai.common",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "gongkai.common.page_cache.PageCacheMiddleware",
    "gongkai.common.middleware.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "gongkai.common.middleware.HeadersMiddleware",
    "gongkai.common.middleware.ServesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "gongkai.agencies.middleware.CountyMiddleware",
    "gongkai.accounts.middleware.AccountDutiesMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "gongkai.urls"
WSGI_APPLICATION = "gongkai.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "accounts" / "templates"],  # ours come before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "gongkai.desk.context.desk",
            ],
        },
    }
]

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FILES_DIR = DATA_DIR / "files"
PAGES_DIR = DATA_DIR / "pages"
SEARCH_DIR = DATA_DIR / "search"
FONTS_DIR = DATA_DIR / "fonts"  # the office's own licensed type, tried before the packaged one
ACCEL_PREFIX = environment.text("GONGKAI_ACCEL_PREFIX").rstrip(
    "/"
)  # nginx: an internal location over FILES_DIR
UPLOAD_LIMIT = environment.whole_number("GONGKAI_UPLOAD_LIMIT_MB", 100, least=1) * 1024 * 1024
CLAMAV = environment.socket_address("GONGKAI_CLAMAV")  # each file is shown to this scanner; empty: to none
DATA_UPLOAD_MAX_MEMORY_SIZE = (
    12 * 1024 * 1024
)  # a very long article; files are streamed and have their own limit
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_PERMISSIONS = 0o640

# What the search index is built from: kind → function that yields documents for given keys (None: for all).
# Named here because ``search`` stands below the rooms whose texts it finds.
SEARCH_SOURCES = {"item": "gongkai.publications.search_documents.documents"}
# What a look back over everything public goes through: modules with ``subjects`` and ``count`` (screening.subjects).
SCREENING_SOURCES = ["gongkai.publications.screening_source"]
# What the worker does, and how many seconds it waits between two rounds of it.
SWEEPS = {
    "search": ("gongkai.search.tasks.index_changes", 1),
    "publish": ("gongkai.publications.tasks.publish_due", 5),
    "expire": ("gongkai.publications.tasks.take_down_due", 30),
    # In lanes of their own: looking into a thick file must not hold up publishing.
    "check_files": ("gongkai.screening.tasks.check_files", 1, "files"),
    "make_copies": ("gongkai.screening.tasks.make_copies", 1, "copies"),
    "look_back": ("gongkai.screening.look_back.sweep", 5, "look_back"),
    "sessions": ("gongkai.accounts.tasks.forget_old_sessions", 3600),
}
# What `gongkai doctor` looks at; each room checks what it knows.
CHECKUPS = [
    "gongkai.common.checkups.python_version",
    "gongkai.common.checkups.database",
    "gongkai.common.checkups.data_folder",
    "gongkai.common.checkups.secret_key",
    "gongkai.common.checkups.address",
    "gongkai.common.checkups.clock",
    "gongkai.common.checkups.sweeps",
    "gongkai.history.checkups.chain",
    "gongkai.workdays.checkups.calendar",
    "gongkai.agencies.checkups.counties",
    "gongkai.search.checkups.index",
    "gongkai.typesetting.checkups.fonts",
    "gongkai.screening.checkups.scanner",
]
# What `gongkai import KIND` can bring in: kind → module (see common/management/commands/import.py).
IMPORTERS = {
    "calendar": "gongkai.workdays.importing",
    "agencies": "gongkai.publications.importing.agencies_command",
    "sections": "gongkai.publications.importing.sections_command",
    "items": "gongkai.publications.importing.items_command",
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "gongkai.desk.errors.csrf_failure"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_SSL_REDIRECT = (
    False  # nginx does it; a redirect here would break a health check on the loopback address
)
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the reviewer's preview shows the public page in a frame
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PACKAGE / "static"]  # vendored browser libraries, see frontend/
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "gongkai.common.static.HashedStaticStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "gongkai.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# django-axes counts failed sign-ins, in the database and across workers. allauth's own limit counts addresses, and
# a whole county may sign in from one.
ACCOUNT_RATE_LIMITS = {"login": False}
ACCOUNT_USER_DISPLAY = "gongkai.accounts.adapter.display_name"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
MFA_ADAPTER = "gongkai.accounts.adapter.MfaAdapter"
MFA_TOTP_ISSUER = "Gongkai"
AXES_FAILURE_LIMIT = environment.whole_number("GONGKAI_SIGN_IN_TRIES", 5, least=1)
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "gongkai.accounts.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W003"]

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

LOG_LEVEL = environment.choice("GONGKAI_LOG_LEVEL", "WARNING", {"DEBUG", "INFO", "WARNING", "ERROR"})
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
}
