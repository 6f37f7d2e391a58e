"""Signing in and out: to the municipality's sign-in, back from it, and away."""

from flask import Flask, Response, redirect, request, session
from werkzeug.wrappers import Response as Answer

from cockpit.access import NOBODY, NotLetInError
from cockpit.access.audit import write_line
from cockpit.access.known import cookie_name, token_in
from cockpit.access.sessions import ANSWER, Sessions
from cockpit.pages.plain_page import plain_page
from cockpit.pages.unseen import unseen
from cockpit.settings import Settings

NOT_LET_IN = "Du har ikke adgang"
AWAY = ("Du er logget ud", "Luk browseren, hvis andre bruger maskinen.")
BACK = "til"
SIGN_IN_VIEWS = ("log_ind", "log_svar")


def add_sign_in(server: Flask, settings: Settings) -> None:
    """Their names begin with `log_`, by which the server knows that they are no pages."""
    # What it stands on takes memory that a cockpit without sign-in has no use for.
    from cockpit.access.sign_in import SignIn

    sessions, sign_in = Sessions(settings.data_dir), SignIn(server, settings)
    server.config["SESSION_COOKIE_NAME"] = f"{cookie_name(settings)}-vej"
    server.config.update(SESSION_COOKIE_SECURE=settings.is_secure, SESSION_COOKIE_SAMESITE="Lax")

    @server.get("/log-ind")
    def log_ind() -> Answer:
        session.clear()
        session[BACK] = inside(request.args.get(BACK, "/"))
        return sign_in.begin()

    @server.get(ANSWER)
    def log_svar() -> Answer:
        user, id_token = sign_in.finish()
        answer = redirect(session.pop(BACK, "/"), 303)
        session.clear()
        token = sessions.begin(user, id_token)
        write_line(settings, user, "sign-in", ANSWER, answer.status_code, {})
        answer.set_cookie(
            cookie_name(settings), token, secure=settings.is_secure, httponly=True, samesite="Lax"
        )
        return answer

    @server.post("/log-ud")
    def log_ud() -> Answer:
        token = token_in(request.environ, settings)
        left = sessions.of(token)
        sessions.end(token)
        away = sign_in.leaving(left.id_token) if left else None
        answer = plain_page(*AWAY, 200, ("Log også ud af kommunens login", away) if away else None)
        if left:
            write_line(settings, left.user, "sign-out", request.path, answer.status_code, {})
        answer.delete_cookie(cookie_name(settings), secure=settings.is_secure, httponly=True, samesite="Lax")
        return answer

    @server.errorhandler(NotLetInError)
    def refused(problem: NotLetInError) -> Response:
        unseen()
        return not_let_in(problem, settings)


def not_let_in(problem: NotLetInError, settings: Settings, back: str = "/") -> Response:
    """A plain page for them, with the way to sign in and on to `back`; and a line without their name."""
    write_line(settings, NOBODY, "sign-in", "", problem.status, {"reason": problem.reason})
    link = ("Log ind", f"/log-ind?{BACK}={back}") if settings.signs_in else None
    return plain_page(NOT_LET_IN, str(problem), problem.status, link)


def inside(path: str) -> str:
    """An address of ours; anything that could lead elsewhere is the first page."""
    elsewhere = not path.startswith("/") or path.startswith("//")
    return "/" if elsewhere or "\\" in path or not path.isprintable() else path
