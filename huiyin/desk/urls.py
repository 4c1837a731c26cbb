"""The addresses of the desk."""

from django.urls import path

from huiyin.desk import (
    acting,
    downloads,
    inbox,
    matter_page,
    password,
    preferences,
    proposals,
    search,
    second_step,
    sign_in,
)

app_name = "desk"

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/second/", second_step.second_step, name="second-factor"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("password/", password.password, name="password"),
    path("keys/", preferences.keys, name="keys"),
    path("look/", preferences.look, name="look"),
    path("posts/", preferences.posts, name="posts"),
    path("search/", search.search, name="search"),
    path("proposals/", proposals.proposals, name="proposals"),
    path("proposals/<uuid:pk>/", proposals.proposal, name="proposal"),
    path("matters/<str:ref>/", matter_page.matter, name="matter"),
    path("matters/<str:ref>/peek/", matter_page.peek, name="peek"),
    path("matters/<str:ref>/material/<uuid:piece>/", downloads.material, name="material"),
    path("matters/<str:ref>/documents/<uuid:paper>.<str:kind>", downloads.document, name="document"),
    path("matters/<str:ref>/reviews/<uuid:review>/<slug:noun>/", acting.act, name="review-act"),
    path("matters/<str:ref>/<slug:noun>/", acting.act, name="act"),
]
