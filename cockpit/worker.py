"""What each server process does once it is up; gunicorn reads this file as its configuration.

The application is imported by each process itself, not once before they part (`--preload`): importing
DuckDB starts threads, and a process that parts from running threads aborts when it stops. Libraries that
start none are imported before, and their memory is shared.
"""

import gc
from importlib import import_module
from typing import Any

SHARED = ("dash", "dash_mantine_components", "flask_compress", "pandas", "plotly.graph_objects", "sqlalchemy")

# What goes wrong in the server itself, too, is told in one line and without what the error holds.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "cockpit.one_line.OneLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}


def on_starting(_server: Any) -> None:
    """Import what the processes share, before they part."""
    for name in SHARED:
        import_module(name)
    # What is frozen is not gone through by each process's collector, which would write to it.
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """Begin to warm; `worker.wsgi` is the Flask application."""
    from cockpit.pages.warming import start_warming
    from cockpit.settings import read_settings
    from cockpit.warehouse import keep_log

    keep_log(read_settings())
    start_warming(worker.wsgi)
