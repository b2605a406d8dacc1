"""
Settings of the test run: fast hashing, files in a temporary folder, nothing leaves the machine.

A module beside the package and not in it: importing ``gongkai.settings`` reads the environment, which must be
set before.
"""

import atexit
import os
import shutil
import tempfile

if "GONGKAI_DATA_DIR" not in os.environ:
    os.environ["GONGKAI_DATA_DIR"] = tempfile.mkdtemp(prefix="gongkai-test-")
    atexit.register(shutil.rmtree, os.environ["GONGKAI_DATA_DIR"], ignore_errors=True)
os.environ.setdefault("GONGKAI_ALLOWED_HOSTS", "*")

from gongkai.settings import *  # noqa: E402, F403
from gongkai.settings import DATA_DIR, DATABASES, environment  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if not environment.text("GONGKAI_DATABASE_URL"):
    DATABASES["default"]["NAME"] = str(DATA_DIR / "unused.sqlite3")
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = DATABASES["default"]["OPTIONS"]["init_command"].replace(
        "synchronous=FULL", "synchronous=OFF"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
(DATA_DIR / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise wants to see it
