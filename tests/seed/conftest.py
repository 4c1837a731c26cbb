"""The rows use the same `refused` as the tests of matters."""

from tests.matters.conftest import refused

__all__ = ["refused"]
