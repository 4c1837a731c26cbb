"""Addresses that leave the page: the one in a QR code, and the network address that a request came from."""

import ipaddress
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def track(request: HttpRequest, number: str | None, digits: str) -> str:
    """Where a receipt's QR code leads. The code stands behind #, which no server and no log ever sees."""
    base = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    query = f"?{urlencode({'number': number})}" if number else ""
    return f"{base}{reverse('portal:track')}{query}#{digits}"


def came_from(request: HttpRequest) -> str:
    """The network a request came from: an IPv4 address, or the /64 of an IPv6 one; behind a proxy, as the proxy says."""
    told = request.META.get("REMOTE_ADDR", "")
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        told = request.META.get("HTTP_X_FORWARDED_FOR", told).split(",")[-1].strip()
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return told
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
