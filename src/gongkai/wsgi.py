"""The WSGI application that ``gongkai serve`` runs (granian is 7–14 times faster on WSGI than ASGI here)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.settings")
application = get_wsgi_application()
