"""The full-page cache of anonymous pages, purged by tags."""


class PageCacheMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)


def purge(*tags: str) -> None:
    """Forget every cached page that carries one of ``tags``."""
