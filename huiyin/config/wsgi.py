"""The web application, as a WSGI server loads it."""

import os

from django.core.wsgi import get_wsgi_application

from huiyin.config import lifeline

lifeline.hold()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiyin.config.settings")
application = get_wsgi_application()
