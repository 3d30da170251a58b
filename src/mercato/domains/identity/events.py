"""What happens to logins, operators and invites."""

from mercato.kernel.events.event import Event


class PasswordResetRequested(Event, name="auth.password_reset"):
    """Somebody asked for a new password; the token goes to the e-mail, nowhere else."""

    entity_id: str
    actor_type: str
    token: str


class UserCreated(Event, name="user.created"):
    """An operator joined."""

    id: str


class UserUpdated(Event, name="user.updated"):
    """An operator's profile changed."""

    id: str


class UserDeleted(Event, name="user.deleted"):
    """An operator left."""

    id: str


class InviteCreated(Event, name="invite.created"):
    """Somebody was invited to become an operator."""

    id: str


class InviteResent(Event, name="invite.resent"):
    """An invite got a new token."""

    id: str


class InviteAccepted(Event, name="invite.accepted"):
    """An invite was used."""

    id: str


class InviteDeleted(Event, name="invite.deleted"):
    """An invite was withdrawn."""

    id: str
