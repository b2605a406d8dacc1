"""Review chains, under /desk/reviews/chains/."""

from django.urls import path

from . import chain_views

app_name = "chains"
urlpatterns = [
    path("", chain_views.chains, name="list"),
    path("new/", chain_views.create, name="create"),
    path("<int:pk>/", chain_views.chain, name="chain"),
    path("<int:pk>/change/", chain_views.change, name="change"),
    path("<int:pk>/default/", chain_views.make_default, name="make_default"),
]
