"""The product's settings without the full-page cache, to see what a page costs when it has to be made."""

from gongkai.settings import *  # noqa: F403
from gongkai.settings import MIDDLEWARE as ALL

MIDDLEWARE = [name for name in ALL if not name.endswith("PageCacheMiddleware")]
