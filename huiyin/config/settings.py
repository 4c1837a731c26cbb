"""Django's settings: everything that differs between installations comes from home.py."""

from pathlib import Path
from urllib.parse import urlsplit

from huiyin.config import adopted, fresh, home
from huiyin.config.logs import LOGGING as LOGGING
from huiyin.ledger.keys import Keyring

home.prepare()
KEYRING = Keyring.open(home.KEYS, may_create=fresh.is_empty())

SECRET_KEY = KEYRING.secret("web")
DEBUG = False
PUBLIC_URL = home.PUBLIC_URL
PUBLIC_HOST = urlsplit(PUBLIC_URL).hostname
ALLOWED_HOSTS = (
    ["*"] if home.INSECURE else ["localhost", "127.0.0.1", "[::1]", home.HOST, PUBLIC_HOST or home.HOST]
)
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
ROOT_URLCONF = "huiyin.config.urls"
WSGI_APPLICATION = "huiyin.config.wsgi.application"
AUTH_USER_MODEL = "people.Officer"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "name"]},
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "huiyin.config",
    "huiyin.desk",
    "huiyin.portal",
    "huiyin.api",
    "huiyin.mailroom",
    "huiyin.matters",
    "huiyin.people",
    "huiyin.ledger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "huiyin.api.door.ApiDoor",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "huiyin.portal.kept.Busy",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent.parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "huiyin.config.context.installation",
                "huiyin.portal.context.public",
            ]
        },
    }
]

DATABASES = {"default": home.database(home.DATABASE_URL)}
ATOMIC_REQUESTS = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = home.STATIC
STATICFILES_DIRS = [Path(__file__).parent.parent / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_ROOT = home.FILES
MAIL_ROOT = home.MAIL
EXCHANGE = home.EXCHANGE
SMS = home.SMS
SMTP_URL = home.SMTP_URL
OVERLAYS = adopted.overlays()
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "script-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer a browser names no origin on its own forms either
X_FRAME_OPTIONS = "DENY"
EXIT_URL = (
    "https://www.weather.com.cn/"  # where "leave this page at once" leads: a page that says nothing of anyone
)
if home.is_https():
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = home.is_https()
SESSION_COOKIE_NAME = "__Host-session" if home.is_https() else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if home.is_https() else "csrf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "huiyin.portal.kept.csrf_failed"
FILE_UPLOAD_HANDLERS = [
    "huiyin.config.received.InMemory"
]  # nothing handed in ever lies in the open on a disk
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
