"""Known vulnerabilities in what the lock pins: `python -m tests.audit` ends with status 1 for any."""

import json
import subprocess
import sys

from cockpit.settings import PROJECT

OPTIONS = ("--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--timeout=5")
OUT_OF_REACH = "The database of known vulnerabilities cannot be reached; the dependencies are not audited."


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", "-s", "osv", "-r", "requirements.lock", *OPTIONS]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False).stdout
    try:
        found = json.loads(told)["dependencies"]
    except ValueError:
        print(OUT_OF_REACH)
        return 0
    known = [(one["name"], one["version"], bad["id"]) for one in found for bad in one.get("vulns", ())]
    for name, version, vulnerability in known:
        print(f"{name} {version} has a known vulnerability: {vulnerability}")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
