"""Which door a path opens."""

urlpatterns: list = []
