"""The SQL that runs unchanged on DuckDB, PostgreSQL 15+ and Spark: what a query file may hold.

`problems(sql)` reads the words, `portable_tree.py` the parsed statement. The subset is an allow-list where
one is possible, for a list of forbidden functions is out of date the day an engine learns a new one.
"""

import re
from collections.abc import Iterator

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import TokenType  # sqlglot.tokens does not export it to mypy

from tests.house.portable_tree import Schema, tree_problems

ENGINES = ("duckdb", "postgres", "spark")

FUNCTIONS = {
    *("abs", "ceil", "exp", "floor", "greatest", "least", "ln", "round"),
    *("avg", "count", "max", "min", "percentile_cont", "sum"),
    *("cast", "coalesce", "nullif"),
    *("date_trunc", "days_between", "extract"),
    *("dense_rank", "lag", "lead", "ntile", "percent_rank", "rank", "row_number"),
    *("first_value", "last_value"),
    *("length", "lower", "position", "split_part", "substring", "trim", "upper"),
}
# Words that an opening bracket may follow without being a function.
BEFORE_BRACKET = {
    *("all", "and", "any", "as", "between", "case", "distinct", "else", "except", "exists", "filter", "from"),
    *("group", "group by", "having", "in", "intersect", "is", "join", "like", "not", "on", "or", "order by"),
    *("over", "partition by", "rollup", "select", "then", "union", "using", "values", "when", "where"),
    *("decimal", "varchar", "with"),
}
FORBIDDEN = {
    "asof": "a window function, or a join on the latest date",
    "exclude": "the columns, by name",
    "ignore": "a filter in the query before",
    "lateral": "a join",
    "pivot": "case and a sum for each column",
    "unpivot": "union all",
    "qualify": "a window function in a query of its own",
    "isodow": "the calendar tables",
    "recursive": "window functions",
    "tablesample": "nothing: every row counts",
}


def problems(sql: str, schema: Schema | None = None) -> list[str]:
    """Everything in `sql` that is outside the subset, one sentence each; empty when there is nothing.

    `schema` ({table: {column: type}}) lets the types be known: without it only what the text itself
    types (casts, counts, literals) is judged by type.
    """
    text = _without_parameters(sql)
    try:
        trees = {engine: sqlglot.parse(text, read=engine) for engine in ENGINES}
    except SqlglotError as error:
        return [f"does not parse on every engine: {error}"]
    if any(len(tree) != 1 for tree in trees.values()):
        return ["one file holds one statement"]
    parsed = {engine: tree[0] for engine, tree in trees.items() if tree[0] is not None}
    return [*word_problems(text), *tree_problems(text, parsed, schema)]


def _without_parameters(sql: str) -> str:
    """`:name` as the text literal `'name'`: sqlglot's engines do not agree on how a parameter is written."""
    return re.sub(r"(?<![:\w]):([a-z]\w*)", r"'\1'", sql)


def word_problems(sql: str) -> Iterator[str]:
    """What the words alone tell: case, functions, forbidden words."""
    tokens = sqlglot.tokenize(sql, read="duckdb")
    for earlier, token, later in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        # Cut from the source: the tokenizer writes words of two parts (partition by) in upper case.
        text = " ".join(sql[token.start : token.end + 1].split())
        word = text.lower()
        where = f"line {token.line}"
        if token.token_type == TokenType.STRING:
            continue
        if text != word:
            yield f"{where}: {text} is written in lower case"
        if word == "::":
            yield f"{where}: no ::; write cast(… as …)"
        if not word[0].isalpha() or (earlier and earlier.token_type in (TokenType.DOT, TokenType.ALIAS)):
            continue
        if word in FORBIDDEN:
            yield f"{where}: no {word}; use {FORBIDDEN[word]}"
        elif later and later.token_type == TokenType.L_PAREN and word not in FUNCTIONS | BEFORE_BRACKET:
            yield f"{where}: {word}() is not in the portable subset"
