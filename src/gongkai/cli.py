"""The ``gongkai`` command: Django's management commands under the product's name."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.settings")
    sys.argv[0] = "gongkai"
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # A technician should read a sentence, not a traceback.
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
