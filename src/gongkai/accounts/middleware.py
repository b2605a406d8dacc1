"""What a person must do before anything else at the desk: change a first password, set up a second factor."""


class AccountDutiesMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
