"""What each server process does once it is up; gunicorn reads this file as its configuration.

The application is imported by each process itself, not once before they part (`--preload`): importing
DuckDB starts threads, and a process that parts from running threads aborts when it stops.
"""

from typing import Any


def post_worker_init(worker: Any) -> None:
    """Begin to warm; `worker.wsgi` is the Flask application."""
    from cockpit.pages.warming import start_warming

    start_warming(worker.wsgi)
