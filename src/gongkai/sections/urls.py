app_name = "sections"
urlpatterns = []
