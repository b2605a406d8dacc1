"""What every desk page knows."""


def desk(request):
    return {}
