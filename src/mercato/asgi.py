"""Where a web server finds the application: `mercato.asgi:application` is a factory."""

from mercato.app import create_app
from mercato.kernel.http.edge import Edge
from mercato.kernel.logs import configure_logs
from mercato.settings import load_settings


def application() -> Edge:
    """The application with the settings of this process."""
    settings = load_settings()
    configure_logs(settings.log_level)
    return create_app(settings)
