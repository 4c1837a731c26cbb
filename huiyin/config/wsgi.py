"""The web application, as a WSGI server loads it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from huiyin.config import lifeline

lifeline.hold()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiyin.config.settings")
application = get_wsgi_application()

# A page makes and drops thousands of small objects; looking through all of Django among them every few hundred
# took a fifth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(100_000, 50, 50)
