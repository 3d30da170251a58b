"""Every router of the API by audience: one line each, in the order of the alphabet."""

from litestar import Router

from mercato.api.auth import providers, session, token

ADMIN: list[Router] = []

VENDOR: list[Router] = []

STORE: list[Router] = []

AUTH: list[Router] = [
    providers.router,
    session.router,
    token.router,
]

HOOKS: list[Router] = []
