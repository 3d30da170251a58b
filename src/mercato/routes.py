"""Every router of the API by audience: one line each, in the order of the alphabet."""

from litestar import Router

ADMIN: list[Router] = []

VENDOR: list[Router] = []

STORE: list[Router] = []

AUTH: list[Router] = []

HOOKS: list[Router] = []
