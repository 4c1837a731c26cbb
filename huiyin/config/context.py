"""What every page may say about the installation that shows it."""

from django.http import HttpRequest

from huiyin.config import home


def installation(request: HttpRequest) -> dict[str, bool]:
    """`is_insecure`: this page may have travelled open through a network, and the banner says so."""
    return {"is_insecure": home.INSECURE and not home.is_loopback() and not request.is_secure()}
