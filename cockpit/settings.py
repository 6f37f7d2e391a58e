"""Every setting: name, default, meaning. The only reader of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from cockpit.wording import PlainError

EVERYONE = "all"
NONE = "none"
LOOPBACK = "127.0.0.1"
# What is told of a user: by which name, with which role, and what it is limited to.
USER_PARTS = {"id", "role", "areas", "owners", "teams"}
CLAIMS = "id=sub,role=roles,areas=areas,owners=owners,teams=teams"
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One environment variable; `default` is its text form as shown in the README."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("COCKPIT_DATA_DIR", "data/local", "Folder of versions, rejected rows and manifest"),
    Setting("COCKPIT_MUNICIPALITY", "330", "The municipality's own code, three digits"),
    Setting(
        "COCKPIT_COMPARISON_GROUP",
        EVERYONE,
        "Municipalities to compare with: codes by comma, or all in the extract; from the next load",
    ),
    Setting(
        "COCKPIT_KEY_FILE",
        "~/.config/styringscockpit/pseudonym.key",
        "Key that pseudonyms are made with; outside the data folder, kept apart from its backups",
    ),
    Setting(
        "COCKPIT_REFERENCE_DIR",
        "COCKPIT_DATA_DIR/reference",
        "The municipality's own lists, such as sections and deadlines; its rows win over data/reference",
    ),
    Setting("COCKPIT_MAX_REJECTED_SHARE", "0.05", "Share of an extract's rows that may be rejected"),
    Setting(
        "COCKPIT_SMALLEST_COUNT",
        "5",
        "Counts of citizens below this are hidden from politicians; from the next load",
    ),
    Setting("COCKPIT_KEEP_MONTHS", "24", "How many months versions are kept; the one in use always is"),
    Setting("COCKPIT_AUDIT_MONTHS", "13", "How many months it is kept who has seen what"),
    Setting(
        "COCKPIT_RHYTHM_DAYS", "45", "Days from the as-of date until every page says the figures are old"
    ),
    Setting(
        "COCKPIT_HOST", LOOPBACK, "Address to serve on; another than the loopback's only behind a gateway"
    ),
    Setting("COCKPIT_PORT", "8050", "Port to serve on"),
    Setting("COCKPIT_PUBLIC_URL", NONE, "Address that users know, such as https://cockpit.kommune.dk"),
    Setting("COCKPIT_OIDC_ISSUER", NONE, "Address of the municipality's sign-in (OpenID Connect)"),
    Setting("COCKPIT_OIDC_CLIENT", NONE, "Name by which the sign-in knows the cockpit (client id)"),
    Setting("COCKPIT_OIDC_SECRET_FILE", NONE, "File with the secret that it shares with the sign-in"),
    Setting("COCKPIT_OIDC_CLAIMS", CLAIMS, "By which claims the sign-in tells who is asking"),
    Setting("COCKPIT_PROXY", LOOPBACK, "Address of the proxy in front; no other may tell who is asking"),
    Setting(
        "COCKPIT_GATEWAY_HEADERS",
        NONE,
        "Headers by which the municipality's own gateway tells who is asking: id=NAME,role=NAME and, where "
        "there are any, areas=NAME,owners=NAME,teams=NAME",
    ),
    Setting("COCKPIT_WORKERS", "2", "Server processes"),
    Setting("COCKPIT_THREADS", "4", "Threads in each server process"),
    Setting(
        "COCKPIT_MEMORY_LIMIT",
        "2GB",
        "DuckDB's memory in each process; for the version before the one in use, as much again",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The settings in force, paths absolute."""

    data_dir: Path
    municipality: str
    key_file: Path
    reference_dir: Path
    comparison_group: str = EVERYONE
    max_rejected_share: float = 0.05
    smallest_count: int = 5
    keep_months: int = 24
    audit_months: int = 13
    rhythm_days: int = 45
    host: str = LOOPBACK
    port: int = 8050
    public_url: str = NONE
    oidc_issuer: str = NONE
    oidc_client: str = NONE
    oidc_secret_file: str = NONE
    oidc_claims: str = CLAIMS
    proxy: str = LOOPBACK
    gateway_headers: str = NONE
    workers: int = 2
    threads: int = 4
    memory_limit: str = "2GB"

    @property
    def compared_with(self) -> tuple[str, ...]:
        """The codes of the comparison group; none where all are compared with."""
        return () if self.comparison_group == EVERYONE else tuple(self.comparison_group.split(","))

    @property
    def signs_in(self) -> bool:
        """Whether people sign in with the cockpit itself."""
        return self.oidc_issuer != NONE

    @property
    def knows_people(self) -> bool:
        """Whether it is told who asks; else only the person at this machine may."""
        return self.signs_in or self.gateway_headers != NONE

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by https, so that cookies may ask for that."""
        return self.public_url.startswith("https://")

    @property
    def oidc_secret(self) -> str:
        """PlainError where the file cannot be read or holds nothing."""
        try:
            secret = _path(self.oidc_secret_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            secret = ""
        if not secret:
            raise PlainError("Filen i COCKPIT_OIDC_SECRET_FILE mangler eller er tom. Ret indstillingen.")
        return secret

    @property
    def oidc_claim_of(self) -> dict[str, str]:
        """The claim that tells each part of who is asking."""
        return _parts(CLAIMS) | _parts(self.oidc_claims)

    @property
    def gateway_header_of(self) -> dict[str, str]:
        """The header that tells each part of who is asking; none without a gateway."""
        return {} if self.gateway_headers == NONE else _parts(self.gateway_headers)


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment; a value that does not fit is a PlainError naming the variable."""
    texts = {setting.name: environ.get(setting.name) or setting.default for setting in SETTINGS}
    data_dir = _path(texts["COCKPIT_DATA_DIR"])
    own_reference = environ.get("COCKPIT_REFERENCE_DIR")
    return Settings(
        data_dir=data_dir,
        municipality=_municipality(texts["COCKPIT_MUNICIPALITY"]),
        key_file=_path(texts["COCKPIT_KEY_FILE"]),
        reference_dir=_path(own_reference) if own_reference else data_dir / "reference",
        comparison_group=_comparison_group(texts["COCKPIT_COMPARISON_GROUP"]),
        max_rejected_share=_share(texts["COCKPIT_MAX_REJECTED_SHARE"]),
        smallest_count=_whole("COCKPIT_SMALLEST_COUNT", texts),
        keep_months=_whole("COCKPIT_KEEP_MONTHS", texts),
        audit_months=_whole("COCKPIT_AUDIT_MONTHS", texts),
        rhythm_days=_whole("COCKPIT_RHYTHM_DAYS", texts),
        host=_address("COCKPIT_HOST", texts),
        port=_whole("COCKPIT_PORT", texts),
        public_url=_public(texts["COCKPIT_PUBLIC_URL"].rstrip("/")),
        oidc_issuer=texts["COCKPIT_OIDC_ISSUER"],
        oidc_client=texts["COCKPIT_OIDC_CLIENT"],
        oidc_secret_file=texts["COCKPIT_OIDC_SECRET_FILE"],
        oidc_claims=_claims(texts["COCKPIT_OIDC_CLAIMS"]),
        proxy=_address("COCKPIT_PROXY", texts),
        gateway_headers=_headers(texts["COCKPIT_GATEWAY_HEADERS"]),
        workers=_whole("COCKPIT_WORKERS", texts),
        threads=_whole("COCKPIT_THREADS", texts),
        memory_limit=texts["COCKPIT_MEMORY_LIMIT"],
    )


def _path(text: str) -> Path:
    return (PROJECT / Path(text).expanduser()).resolve()


def _municipality(text: str) -> str:
    if len(text) == 3 and text.isdigit():
        return text
    raise PlainError("COCKPIT_MUNICIPALITY skal være kommunens kode på tre cifre. Ret indstillingen, fx 330.")


def _comparison_group(text: str) -> str:
    """The codes with a comma between and no blanks, each once."""
    codes = [code.strip() for code in text.split(",")]
    if text.strip().lower() == EVERYONE or all(len(code) == 3 and code.isdigit() for code in codes):
        return ",".join(dict.fromkeys(codes)).lower()
    raise PlainError(
        "COCKPIT_COMPARISON_GROUP skal være kommunekoder på tre cifre med komma imellem, fx 306,316, "
        f"eller {EVERYONE}. Ret indstillingen."
    )


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise PlainError("COCKPIT_MAX_REJECTED_SHARE skal være et tal fra 0 til 1. Ret indstillingen, fx 0.05.")


def _whole(name: str, texts: Mapping[str, str]) -> int:
    text = texts[name]
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise PlainError(f"{name} skal være et helt tal over nul. Ret indstillingen.")


def _address(name: str, texts: Mapping[str, str]) -> str:
    try:
        return str(ip_address(texts[name]))
    except ValueError:
        raise PlainError(f"{name} skal være en IP-adresse, fx {LOOPBACK}. Ret indstillingen.") from None


def _public(text: str) -> str:
    """Without https only on this machine: what signs in would else be sent for all to read."""
    if text == NONE or text.startswith(("https://", f"http://{LOOPBACK}:", "http://localhost:")):
        return text
    raise PlainError("COCKPIT_PUBLIC_URL skal begynde med https://. Ret indstillingen.")


def _claims(text: str) -> str:
    if _parts(text).keys() <= USER_PARTS and all(_parts(text).values()):
        return text
    raise PlainError(f"COCKPIT_OIDC_CLAIMS skal være som {CLAIMS}. Ret indstillingen.")


def _headers(text: str) -> str:
    """As given; the name of a header has neither blanks nor underscores, which servers let pass or drop."""
    if text == NONE:
        return text
    names = _parts(text)
    if (
        names.keys() <= USER_PARTS
        and {"id", "role"} <= names.keys()
        and all(name.replace("-", "").isalnum() and name.isascii() for name in names.values())
    ):
        return text
    raise PlainError(
        "COCKPIT_GATEWAY_HEADERS skal nævne mindst to headere, fx id=X-User,role=X-Role. Ret indstillingen."
    )


def _parts(text: str) -> dict[str, str]:
    """`id=X-User,role=X-Role` in its parts."""
    pairs = (pair.partition("=") for pair in text.split(","))
    return {name.strip(): value.strip() for name, _, value in pairs}
