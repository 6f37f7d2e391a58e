"""A page without any script, for an address that leads nowhere."""

from html import escape

from flask import Response

TEXT = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Styringscockpit</title>
<link rel="icon" type="image/svg+xml" href="/assets/logo.svg">
<link rel="stylesheet" href="/assets/10-tokens.css"><link rel="stylesheet" href="/assets/20-shell.css">
<script src="/assets/early/first-paint.js"></script>
</head>
<body><main class="plain-page"><h1>{title}</h1><p class="question">{message}</p>
<p><a href="{address}">{where}</a></p></main></body>
</html>
"""


def plain_page(title: str, message: str, status: int, link: tuple[str, str] | None = None) -> Response:
    """`link` is words and address; to the first page where there is none."""
    where, address = link or ("Gå til Overblik", "/")
    text = TEXT.format(
        title=escape(title), message=escape(message), where=escape(where), address=escape(address)
    )
    return Response(text, status=status, mimetype="text/html")
