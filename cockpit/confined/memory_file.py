"""A file without a name: it is gone when the process ends, however it ends."""

import os
import tempfile
import weakref


class OpenFile:
    """A file that stays open as long as anything refers to it."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        weakref.finalize(self, os.close, descriptor)

    @property
    def path(self) -> str:
        """Where this process, and no other, can open it."""
        return f"/dev/fd/{self.descriptor}"

    @property
    def size(self) -> int:
        return os.fstat(self.descriptor).st_size

    def read(self) -> bytes:
        return os.pread(self.descriptor, self.size, 0)


class MemoryFile(OpenFile):
    """What is written lies in memory or, where the system has no such files, in one already deleted."""

    def __init__(self) -> None:
        super().__init__(_unnamed())


def _unnamed() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("cockpit")
    with tempfile.TemporaryFile() as unnamed:
        return os.dup(unnamed.fileno())
