"""Two small deliveries whose citizens have CPR numbers: the one in use, and the next."""

from random import Random

from tests.intake.deliveries import GOOD

OLD, NEW = 30, 34  # citizens
HEADS = {name: text.splitlines()[0] for name, text in GOOD.items()}


def cpr(number: int) -> str:
    """Nobody's: the serial numbers of these years were never given out."""
    return f"{number % 28 + 1:02}{number % 12 + 1:02}{40 + number % 50}-{1000 + number}"


def delivery(citizens: int) -> dict[str, str]:
    """Text by extract; as many services, rates and cases as citizens, all sound."""
    numbers = range(citizens)
    lines = {
        "citizens": [f"{cpr(n)};;{'km'[n % 2]};Autisme;ja;" for n in numbers],
        "providers": GOOD["providers"].splitlines()[1:],
        "services": [
            f"S{n};{cpr(n)};SEL;{107 + n % 2};T{1 + n % 2};{_day(n)}-2024;{_day(n)}-2025" for n in numbers
        ],
        "rates": [f"S{n};{_day(n)}-2024;;{1000 + n},50;døgn;grundtakst" for n in numbers],
        "case_assignments": [f"C{n};{cpr(n)};R1;voksne;{_day(n)}-2024;;;" for n in numbers],
        "caseworkers": GOOD["caseworkers"].splitlines()[1:],
        "capacity": GOOD["capacity"].splitlines()[1:],
    }
    return {name: "\n".join([HEADS[name], *rows, ""]) for name, rows in lines.items()}


def written_otherwise(texts: dict[str, str], random: Random) -> dict[str, bytes]:
    """The same delivery under other names, line endings, letters, delimiters, and cut in two."""
    files: dict[str, bytes] = {}
    for extract, text in texts.items():
        head, *rows = text.splitlines()
        random.shuffle(rows)
        cut = random.randrange(1, len(rows)) if len(rows) > 1 and random.random() < 0.5 else len(rows)
        for part, lines in enumerate(filter(None, (rows[:cut], rows[cut:]))):
            name = f"{extract}{random.choice(('_', '-'))}{part}{random.choice(('', ' kopi'))}.csv"
            files[name] = _saved([head, *lines], random)
    return files


def _saved(lines: list[str], random: Random) -> bytes:
    delimiter = random.choice((";", "\t"))
    if random.random() < 0.5:
        lines = [";".join(f'"{field}"' for field in line.split(";")) for line in lines]
    text = random.choice(("\n", "\r\n")).join([*lines, ""]).replace(";", delimiter)
    return text.encode(random.choice(("utf-8", "utf-8-sig", "cp1252")))


def _day(number: int) -> str:
    return f"{number % 28 + 1:02}-{number % 12 + 1:02}"
