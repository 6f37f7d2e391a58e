"""Files that are broken, or made to do harm, by name; and a run of `check` on each that measures itself.

`python -m tests.intake.hostile FOLDER` prints, as JSON, what became of each delivery in the folder.
"""

import json
import resource
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import duckdb

from cockpit.intake import CANONICAL, check_apart
from cockpit.wording import PlainError
from tests.intake.deliveries import GOOD, settings_in
from tests.intake.test_xlsx import HEAD, workbook

MB = 1_000_000
ROW = b'<row><c t="str"><v>T1</v></c><c t="str"><v>Et</v></c><c t="str"><v>own</v></c></row>'
SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<sheetData><row><c t="str"><v>provider_id</v></c><c t="str"><v>name</v></c>'
    b'<c t="str"><v>owner</v></c></row>'
)
LAUGHS = b"<!DOCTYPE sst [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (letter + 1, b"&%c;" % letter * 10) for letter in range(ord("a"), ord("j"))
) + b"]><sst><si><t>&j;</t></si></sst>"  # fmt: skip
OTHER_BOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def good_book(path: Path) -> bytes:
    return workbook(path, {"Ark1": [HEAD, ("T1", "Et", "own"), ("T2", "To", "own")]}).read_bytes()


def good_parquet(path: Path) -> bytes:
    rows = "select 'T' || range as provider_id, 'navn ' || range as name, 'own' as owner from range(5000)"
    path.parent.mkdir(parents=True, exist_ok=True)
    duckdb.execute(f"copy ({rows}) to '{path}' (format parquet)")
    return path.read_bytes()


def good_zip(path: Path) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in GOOD.items():
            archive.writestr(f"{name}.csv", text)
    return path.read_bytes()


def repeated(start: bytes, block: bytes, size: int) -> tuple[bytes, int, int]:
    """`start` and then `block` up to `size` bytes, deflated in no time: stream, its true size and its CRC."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    chunk = block * (MB // len(block))
    middle = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    times = size // len(chunk)
    crc = zlib.crc32(start)
    for _ in range(times):
        crc = zlib.crc32(chunk, crc)
    return head + middle * times + packer.flush(zlib.Z_FINISH), len(start) + len(chunk) * times, crc


def with_part(book: bytes, name: str, stream: bytes, size: int, crc: int, path: Path) -> None:
    """The workbook with one part replaced by a deflated stream that claims this size and this CRC."""
    path.write_bytes(book)
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist() if part != name}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
        member = zipfile.ZipInfo(name)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.header_offset = archive.fp.tell()  # type: ignore[union-attr]
        member.file_size, member.compress_size, member.CRC = size, len(stream), crc
        archive.fp.write(member.FileHeader(zip64=False) + stream)  # type: ignore[union-attr]
        archive.start_dir = archive.fp.tell()  # type: ignore[union-attr]
        archive.filelist.append(member)
        archive._didModify = True  # type: ignore[attr-defined]


def sheet_of(path: Path, content: bytes, part: str = "xl/worksheets/sheet1.xml") -> None:
    stream, size, crc = repeated(content, b" ", 0)
    with_part(good_book(path), part, stream, size, crc, path)


def bomb(path: Path, size: int, claimed: int | None = None, block: bytes = ROW) -> None:
    """A sheet of `size` bytes, which may claim to be smaller, with the CRC that its first bytes have."""
    stream, true_size, crc = repeated(SHEET, block, size)
    if claimed and claimed < true_size:
        crc = zlib.crc32((SHEET + block * (claimed // len(block)))[:claimed])
    with_part(good_book(path), "xl/worksheets/sheet1.xml", stream, claimed or true_size, crc, path)


def cells(*references: str) -> bytes:
    written = "".join(f'<row><c r="{place}" t="str"><v>x</v></c></row>' for place in references)
    return SHEET.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>') + (
        f"{written}</sheetData></worksheet>".encode()
    )


def shared(path: Path) -> None:
    """A long text that many cells point to."""
    sheet_of(path, b"<sst><si><t>" + b"x" * MB + b"</t></si></sst>", "xl/sharedStrings.xml")
    pointing = b'<row><c t="s"><v>0</v></c></row>' * 10_000
    stream, size, crc = repeated(SHEET + pointing + b"</sheetData></worksheet>", b" ", 0)
    with_part(path.read_bytes(), "xl/worksheets/sheet1.xml", stream, size, crc, path)


def zip_bomb(path: Path, size: int, claimed: int | None = None, copies: int = 1) -> None:
    """An extract of `size` bytes, which may stand in the directory many times."""
    head = GOOD["providers"].splitlines(keepends=True)[0].encode()
    stream, true_size, crc = repeated(head, b"T1;Et;own;;\n", size)
    name = b"providers_%05d.csv"
    sizes = struct.pack("<III", crc, len(stream), claimed or true_size)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes
    content = local + struct.pack("<HH", len(name % 0), 0) + name % 0 + stream
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
        + struct.pack("<HHHHHII", len(name % 0), 0, 0, 0, 0, 0, 0) + name % number
        for number in range(copies)
    )  # fmt: skip
    end = struct.pack("<HHHHIIH", 0, 0, copies, copies, len(entries), len(content), 0)
    path.write_bytes(content + entries + b"PK\x05\x06" + end)


def constant_parquet(path: Path, text: str, rows: int) -> None:
    duckdb.execute(f"copy (select {text} as name from range({rows})) to '{path}' (format parquet)")


HEADING, ROWS = b"provider_id;name;owner\n", b"T2;To;own\n" * MB
WIDE = ", ".join(f"true as column_{place}" for place in range(900)) + ", 'Et'"
Maker = Callable[[Path], object]
LIMITS, LARGE, DAMAGED = "kræver mere tid eller hukommelse", "fylder for meget", "er beskadiget"
# By name of the file: how it is made, and what is told of it.
HOSTILE: dict[str, tuple[Maker, str]] = {
    "providers_bomb.xlsx": (lambda path: bomb(path, 700 * MB), LARGE),
    "providers_claims.xlsx": (lambda path: bomb(path, 30 * MB, claimed=2**32 - 2), LARGE),
    "providers_cells.xlsx": (lambda path: bomb(path, 290 * MB), LIMITS),
    "providers_lies.xlsx": (lambda path: bomb(path, 900 * MB, claimed=5000), DAMAGED),
    "providers_shared.xlsx": (shared, LIMITS),
    "providers_wide.xlsx": (lambda path: sheet_of(path, cells("A2", "XFD2", "A1048576")), LIMITS),
    "providers_wider.xlsx": (lambda path: sheet_of(path, cells("A2", "ZZZZZ2")), LIMITS),
    "providers_laughs.xlsx": (lambda path: sheet_of(path, LAUGHS, "xl/sharedStrings.xml"), "definitioner"),
    "providers_utf16.xlsx": (
        lambda path: sheet_of(path, LAUGHS.decode().encode("utf-16"), "xl/sharedStrings.xml"), DAMAGED,
    ),
    "providers_pdf.xlsx": (lambda path: path.write_bytes(b"%PDF-1.7\n"), "er ikke et regneark"),
    "providers_zip.xlsx": (good_zip, "er ikke et regneark"),
    "providers_locked.xlsx": (
        lambda path: path.write_bytes(OTHER_BOOK + "EncryptedPackage".encode("utf-16-le")), "adgangskode",
    ),
    "providers_old.xlsx": (lambda path: path.write_bytes(OTHER_BOOK), "i en gammel form"),
    "providers_nul.xlsx": (lambda path: path.write_bytes(b""), "er tom"),
    "providers_nul.parquet": (lambda path: path.write_bytes(b""), DAMAGED),
    "providers_pdf.parquet": (lambda path: path.write_bytes(b"%PDF-1.7\n"), DAMAGED),
    "providers_rows.parquet": (lambda path: constant_parquet(path, "'Et'", 21 * MB), LARGE),
    "providers_cells.parquet": (lambda path: constant_parquet(path, WIDE, 70_000), LARGE),
    "providers_text.parquet": (lambda path: constant_parquet(path, "repeat('Et', 50000)", 10_000), LARGE),
    "providers_columns.csv": (
        lambda path: path.write_text(";".join(f"k{place}" for place in range(100_000)) + "\n1\n"), "kolonner",
    ),
    "providers_heading.csv": (lambda path: path.write_bytes(b"a" * 100 * MB), "en linje på over 1.000.000"),
    "providers_line.csv": (
        lambda path: path.write_bytes(b"provider_id;name\nT1;" + b"a" * 100 * MB + b"\n"),
        "en linje på over 1.000.000",
    ),
    "providers_quote.csv": (
        lambda path: path.write_bytes(HEADING + b'T1;"Et;own\n' + ROWS * 10), "et anførselstegn, der ikke er",
    ),
    "providers_columns_1m.csv": (
        lambda path: path.write_text(";".join(f"k{place}" for place in range(MB)) + "\n1\n"),
        "en linje på over 1.000.000",
    ),
    "providers_nuls.csv": (lambda path: path.write_bytes(HEADING + b"T1;\0;own\n" * 10 * MB), "ren tekst"),
    "bomb.zip": (lambda path: zip_bomb(path, 950 * MB), LARGE),
    "dense.zip": (lambda path: zip_bomb(path, 100 * MB), LARGE),
    "overlapping.zip": (lambda path: zip_bomb(path, 40 * MB, copies=150), LARGE),
    "lies.zip": (lambda path: zip_bomb(path, 900 * MB, claimed=500), DAMAGED),
    "many.zip": (lambda path: zip_bomb(path, MB, copies=60_000), "har flere end 200 filer"),
    "nul.zip": (lambda path: path.write_bytes(b""), "er ikke en zip-fil"),
}  # fmt: skip


def deliver(place: Path, name: str, content: bytes | bytearray | None = None) -> None:
    """Make the hostile file of that name, or one with this content, a delivery in the folder `place`."""
    path = place / name if name.endswith(".zip") else place / f"{name}.d" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        HOSTILE[name][0](path)
    else:
        path.write_bytes(content)


def spent() -> float:
    """Seconds of the processor, in this process and those that have ended: another's work does not count."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main(place: Path) -> None:
    found = {}
    for delivery in sorted(place.iterdir()):
        begun = spent()
        try:
            told = check_apart(delivery, settings_in(place.parent), CANONICAL).refusals
        except PlainError as problem:
            told = [str(problem)]
        found[delivery.name.removesuffix(".d")] = told, spent() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"peak": peak, "told": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
