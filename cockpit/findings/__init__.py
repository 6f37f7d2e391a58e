"""The rules that turn figures into sentences: titles of charts, statuses of tiles. All of them live here.

A title is a finding where a rule fires and the plain name of what is shown where none does. It says how
many, where and since when, never why.
"""
