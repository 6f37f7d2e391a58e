"""Work on files that nobody vouches for, in a process of its own with limits of memory, time and size.

`running` is the parent's side; the other modules run as scripts and import as little as they can.
"""
