"""Tells every request which county it is about."""

from django.utils.functional import SimpleLazyObject

from .queries import county_for_host


class CountyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.county = SimpleLazyObject(lambda: county_for_host(request.get_host()))
        return self.get_response(request)
