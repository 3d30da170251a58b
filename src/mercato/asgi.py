"""Where a web server finds the application: `mercato.asgi:application` is a factory."""

from litestar import Litestar

from mercato.app import create_app
from mercato.settings import load_settings


def application() -> Litestar:
    """The application with the settings of this process."""
    return create_app(load_settings())
