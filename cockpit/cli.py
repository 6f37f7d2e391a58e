"""The commands: demo, check, load, profile new, figures, figure, versions, compare, rollback, report …"""

import argparse
import os
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from cockpit.access import ROLES
from cockpit.demo import write_demo
from cockpit.intake import CANONICAL, Told, check_apart, load_apart, propose_apart, take_deliveries
from cockpit.intake.dropped import clear_at_start
from cockpit.keyfigures import catalogue, run
from cockpit.plain_parser import Parser
from cockpit.printing import print_csv, print_json, print_table
from cockpit.settings import PROJECT, read_settings
from cockpit.warehouse import (
    NO_DATA,
    back_up,
    current_version,
    damaged_versions,
    keep_log,
    list_versions,
    restore,
    roll_back,
    served,
)
from cockpit.wording import PlainError, date_text, listed, number, parse_date, safe_quote


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 (refused, or not all was done) or 2 (wrong use)."""
    try:
        options = _parser().parse_args(arguments)
        if options.command is not _demo:
            keep_log(read_settings())
        status: int = options.command(options)
        sys.stdout.flush()
        return status
    except PlainError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_status
    except KeyboardInterrupt:
        return 130
    except RuntimeError as error:
        if "interrupted" not in str(error):  # what DuckDB makes of Ctrl-C
            raise
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); what is left to flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="cockpit", description="Styringscockpit for det specialiserede socialområde")
    commands = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)

    def command(
        name: str, function: Callable[[argparse.Namespace], int], meaning: str
    ) -> argparse.ArgumentParser:
        subparser: argparse.ArgumentParser = commands.add_parser(name, help=meaning, description=meaning)
        subparser.set_defaults(command=function)
        return subparser

    demo = command("demo", _demo, "skriv en opdigtet kommunes leverance i en mappe")
    demo.add_argument("--out", type=Path, required=True, metavar="MAPPE")
    demo.add_argument("--seed", type=int, default=1, metavar="N")
    demo.add_argument("--scale", type=int, default=1, metavar="N", help="N kommuner, den egne først")
    checking = command("check", _check, "kontrollér en leverance uden at indlæse den")
    checking.add_argument("folder", type=Path, metavar="MAPPE", help="eller en zip-fil")
    loading = command("load", _load, "indlæs en leverance som en ny version")
    loading.add_argument("folder", type=Path, nargs="?", metavar="MAPPE", help="eller en zip-fil")
    loading.add_argument("--as-of", metavar="DATO", help="udtrækkene er hele til og med")
    loading.add_argument("--inbox", type=Path, metavar="MAPPE", help="hver leverance, der er hel, i mappen")
    for reading in (checking, loading):
        reading.add_argument("--source", default=CANONICAL, metavar="PROFIL", help="fagsystemet, fx sensum")
    loading.add_argument("--accept-fewer-rows", action="store_true", help="godtag halvt så mange rækker")
    loading.add_argument("--new-key", action="store_true", help="lav alle pseudonymer om med en ny nøgle")
    profile = command("profile", _new_profile, "foreslå en profil af et fagsystems filer")
    new = profile.add_subparsers(metavar="new", required=True).add_parser("new")
    new.add_argument("files", type=Path, nargs="+", metavar="FIL")
    command("figures", _figures, "vis alle nøgletal")
    figure = command("figure", _figure, "beregn ét nøgletal")
    figure.add_argument("id", metavar="NØGLETAL")
    figure.add_argument("parameters", nargs="*", metavar="navn=værdi")
    # Who runs commands on the server can read the database, so nothing is concealed unless it is asked for.
    figure.add_argument("--role", choices=tuple(ROLES), default="teamleder", help="som rollen ser det")
    figure.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command("versions", _versions, "vis de indlæste versioner")
    comparing = command("compare", _compare, "vis, hvad der er ændret fra en version til en anden")
    comparing.add_argument(
        "versions", nargs="*", metavar="VERSION", help="den før og den i brug, hvis udeladt"
    )
    rolling = command("rollback", _rollback, "brug en tidligere version igen")
    rolling.add_argument("version", metavar="VERSION", help="som cockpit versions viser den, fx v000003")
    for name, function, meaning in (
        ("backup", _backup, "gem alle versioner i én fil, uden nøglen til pseudonymer"),
        ("restore", _restore, "hent versionerne fra en sikkerhedskopi til en tom datamappe"),
    ):
        command(name, function, meaning).add_argument("file", type=Path, metavar="FIL")
    reporting = command("report", _report, "skriv plancher, eller et teams sagsgennemgang, i en fil")
    reporting.add_argument("set", nargs="?", metavar="PLANCHER", help="navnet på sættet")
    reporting.add_argument("--all", action="store_true", help="alle sæt, som PowerPoint og PDF i en mappe")
    reporting.add_argument("--team", metavar="TEAM", help="teamets sagsgennemgang som PDF")
    reporting.add_argument("--out", type=Path, metavar="FIL", help="en fil, eller med --all en mappe")
    reporting.add_argument("--paper", choices=("16:9", "a4"), default="16:9", help="papiret til PDF")
    reporting.add_argument("--template", type=Path, metavar="FIL", help="kommunens egen .pptx")
    serving = command("serve", _serve, "start cockpittet")
    serving.add_argument("--port", type=int, default=None)
    return parser


def _demo(options: argparse.Namespace) -> int:
    write_demo(options.out, options.seed, options.scale)
    print(f"Demokommunens leverance ligger i {options.out}")
    return 0


def _check(options: argparse.Namespace) -> int:
    return _reported(check_apart(options.folder, read_settings(), options.source))


def _load(options: argparse.Namespace) -> int:
    if options.inbox:
        return _load_inbox(options)
    if not options.folder or not options.as_of:
        missing = "MAPPE" if not options.folder else "--as-of"
        raise PlainError(f"Forkert brug af cockpit load: {missing} mangler. Se cockpit load --help.")
    told = load_apart(
        options.folder,
        parse_date(options.as_of),
        read_settings(),
        source=options.source,
        accept_fewer_rows=options.accept_fewer_rows,
        new_key=options.new_key,
        progress=_progress,
    )
    return _reported(told)


def _load_inbox(options: argparse.Namespace) -> int:
    """Status 1 when a delivery was not loaded, so that the scheduled job tells somebody."""
    if options.folder or options.as_of or options.accept_fewer_rows or options.new_key:
        raise PlainError(
            "--inbox står alene: hver leverance ligger i sin egen mappe, der er navngivet efter sin dag."
        )
    status = 0
    deliveries = take_deliveries(options.inbox, read_settings(), time.time(), _progress, options.source)
    for taken in deliveries:
        print(f"{taken.name}:\n{taken.told}")
        status = status if taken.is_loaded else 1
    return status


def _new_profile(options: argparse.Namespace) -> int:
    print(propose_apart(options.files), end="")
    return 0


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _reported(told: Told) -> int:
    print("\n".join(told.lines))
    for refusal in told.refusals:
        print(refusal, file=sys.stderr)
    return 1 if told.refusals else 0


def _figures(_: argparse.Namespace) -> int:
    for definition in catalogue().values():
        print(f"{definition.id:<20}{definition.title} – {definition.question}")
    return 0


def _figure(options: argparse.Namespace) -> int:
    given: dict[str, str] = {}
    for item in options.parameters:
        name, separator, value = item.partition("=")
        if not separator:
            raise PlainError(f"{safe_quote(item)} er ikke en parameter. Skriv navn=værdi, fx by=section.")
        given[name] = value
    result = run(options.id, given, role=options.role)
    {"json": print_json, "csv": print_csv, "table": print_table}[options.format](result)
    if result.notice:
        print(result.notice, file=sys.stderr)
    return 0


def _versions(_: argparse.Namespace) -> int:
    settings = read_settings()
    versions = list_versions(settings.data_dir)
    if not versions:
        print(NO_DATA, file=sys.stderr)
        return 0
    in_use = current_version(settings.data_dir)
    for version in versions:
        mark = "i brug" if in_use and version.id == in_use.id else ""
        rows = number(sum(version.rows.values()))
        as_of = date_text(version.as_of)
        print(f"{version.id}  opgjort pr. {as_of}  {rows:>12} rækker  {version.delivery}  {mark}".rstrip())
    return 0


def _compare(options: argparse.Namespace) -> int:
    # The other commands do not wait for what pages are made of.
    from cockpit.comparing import chosen, compared, print_comparison

    print_comparison(compared(*chosen(options.versions, served().settings.data_dir), served()))
    return 0


def _rollback(options: argparse.Namespace) -> int:
    version = roll_back(read_settings(), options.version)
    print(f"{version.id} er i brug igen, opgjort pr. {date_text(version.as_of)}.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    settings = read_settings()
    version = back_up(settings, options.file)
    if damaged := damaged_versions(settings.data_dir):
        left_out = listed([one.id for one in damaged])
        print(f"Beskadiget og ikke med i sikkerhedskopien: {left_out}.", file=sys.stderr)
    print(
        f"Sikkerhedskopien ligger i {options.file}; {version.id} er i brug. "
        "Nøglen til pseudonymer er ikke med: gem en kopi af den et andet sted."
    )
    return 0


def _restore(options: argparse.Namespace) -> int:
    version = restore(read_settings(), options.file)
    print(
        f"Hentet; {version.id} er i brug, opgjort pr. {date_text(version.as_of)}. "
        "Læg nøglen til pseudonymer, hvor COCKPIT_KEY_FILE peger, før næste indlæsning."
    )
    return 0


def _report(options: argparse.Namespace) -> int:
    # The other commands do not wait for what files are made of.
    from cockpit.handing_out import reported

    done = reported(options, read_settings())
    print("\n".join(done.lines))
    if done.problem:
        print(done.problem, file=sys.stderr)
    return 1 if done.problem else 0


def _serve(options: argparse.Namespace) -> NoReturn:
    # The other commands do not wait for Dash.
    from cockpit.pages.start import check_start

    settings = read_settings()
    check_start()
    clear_at_start(settings.data_dir)
    port = settings.port if options.port is None else options.port
    _check_free(settings.host, port)
    place = f"[{settings.host}]:{port}" if ":" in settings.host else f"{settings.host}:{port}"
    print(f"Styringscockpit kører på http://{place} (stop med Ctrl+C)", flush=True)
    server = [sys.executable, "-m", "gunicorn", "app:server", "--chdir", str(PROJECT), "--no-control-socket"]
    size = ["--workers", str(settings.workers), "--threads", str(settings.threads), "--log-level", "warning"]
    where = ["--bind", place, "--config", "python:cockpit.worker"]
    # Else numpy, which nothing here reckons matrices with, starts threads before the processes part.
    os.putenv("OPENBLAS_NUM_THREADS", "1")
    os.execv(sys.executable, [*server, *size, *where])  # noqa: S606


def _check_free(host: str, port: int) -> None:
    if not 0 < port < 65536:
        raise PlainError("Porten skal være et tal fra 1 til 65535. Vælg en anden med --port.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PlainError(
                f"Port {port} kan ikke bruges, måske er den optaget. Vælg en anden med --port."
            ) from error
