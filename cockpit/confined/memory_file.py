"""A file without a name: it is gone when the process ends, however it ends."""

import os
import tempfile
import weakref


class MemoryFile:
    """What is written lies in memory or, where the system has no such files, in one already deleted."""

    def __init__(self) -> None:
        if hasattr(os, "memfd_create"):
            self.descriptor = os.memfd_create("cockpit")
        else:
            with tempfile.TemporaryFile() as unnamed:
                self.descriptor = os.dup(unnamed.fileno())
        weakref.finalize(self, os.close, self.descriptor)

    @property
    def path(self) -> str:
        """Where this process, and no other, can open it."""
        return f"/dev/fd/{self.descriptor}"

    @property
    def size(self) -> int:
        return os.fstat(self.descriptor).st_size

    def read(self) -> bytes:
        return os.pread(self.descriptor, self.size, 0)
