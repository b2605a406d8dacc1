"""Public addresses."""

app_name = "portal"
urlpatterns = []
