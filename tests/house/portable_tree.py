"""The rules of the portable subset that need the parsed statement."""

import re
from collections.abc import Callable, Iterator, Mapping

from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types

Schema = Mapping[str, Mapping[str, str]]
Tree = exp.Expr
DType = exp.DataType.Type

TYPES = {DType.BIGINT, DType.BOOLEAN, DType.DATE, DType.DECIMAL, DType.DOUBLE, DType.INT, DType.TIMESTAMP}
DATES = {DType.DATE, DType.TIMESTAMP}
# Ranking and shifting functions have no frame; Spark refuses one.
WITHOUT_FRAME = (
    exp.RowNumber, exp.Rank, exp.DenseRank, exp.PercentRank, exp.CumeDist, exp.Ntile, exp.Lag, exp.Lead,
)  # fmt: skip


def tree_problems(sql: str, parsed: Mapping[str, Tree], schema: Schema | None) -> Iterator[str]:
    """Problems of one statement, parsed as each engine reads it (`duckdb`, `postgres`, `spark`)."""
    tree = parsed["duckdb"]
    yield from _missing_as(sql, tree)
    yield from _nulls_unplaced(parsed)
    yield from _types(parsed["postgres"])
    for rule in RULES:
        yield from rule(tree)
    yield from _typed(tree, schema or {})


def _stars(tree: Tree) -> Iterator[str]:
    for select in tree.find_all(exp.Select):
        if any(item.is_star for item in select.expressions):
            yield "no select *: name the columns"


def _groups(tree: Tree) -> Iterator[str]:
    for group in tree.find_all(exp.Group):
        if group.args.get("all"):
            yield "no group by all: write the expressions"
        if any(isinstance(item, exp.Literal) for item in group.expressions):
            yield "group by a number: write the expression"


def _unqualified(tree: Tree) -> Iterator[str]:
    """A bare column is an alias used again in its own select, or a reader's guess which table it is from."""
    for column in tree.find_all(exp.Column):
        if column.table or column.find_ancestor(exp.Order, exp.Select, exp.Values) is None:
            continue
        if isinstance(column.find_ancestor(exp.Order, exp.Select), exp.Order) and not _in_window(column):
            continue
        yield f"{column.name} without its table (an alias cannot be used again in the same select)"


def _in_window(node: Tree) -> bool:
    around = node.find_ancestor(exp.Select, exp.Window, exp.WithinGroup)
    return isinstance(around, exp.Window | exp.WithinGroup)


def _frames(tree: Tree) -> Iterator[str]:
    for window in tree.find_all(exp.Window):
        function = window.this
        if isinstance(function, exp.IgnoreNulls | exp.RespectNulls):
            yield "no ignore nulls"
            function = function.this
        if isinstance(function, exp.Filter):
            function = function.this
        spec = window.args.get("spec")
        rows = spec is not None and str(spec.args.get("kind")).lower() == "rows"
        if not rows and not isinstance(function, WITHOUT_FRAME):
            yield f"{function.sql('duckdb')} over (…) needs an explicit rows frame"


def _divisions(tree: Tree) -> Iterator[str]:
    for division in tree.find_all(exp.Div):
        divisor = division.expression.unnest()
        while isinstance(divisor, exp.Cast):
            divisor = divisor.this.unnest()
        literal = isinstance(divisor, exp.Literal) and float(divisor.this) != 0
        if not literal and not isinstance(divisor, exp.Nullif):
            yield f"{division.sql('duckdb')}: nullif(…, 0) before every division"


def _correlated(tree: Tree) -> Iterator[str]:
    for subquery in tree.find_all(exp.Subquery):
        if isinstance(subquery.parent, exp.From | exp.Join | exp.CTE | exp.In | exp.SetOperation):
            continue
        inside = {table.alias_or_name for table in subquery.find_all(exp.Table)}
        if any(column.table and column.table not in inside for column in subquery.find_all(exp.Column)):
            yield "no correlated scalar subquery: join"


def _intervals(tree: Tree) -> Iterator[str]:
    """A date plus days is a date in Spark and a timestamp elsewhere, so it is cast."""
    for interval in tree.find_all(exp.Interval):
        cast = interval.find_ancestor(exp.Cast, exp.Select)
        is_date = isinstance(cast, exp.Cast) and cast.to.this == DType.DATE
        if not is_date or str(interval.unit).lower() != "day":
            yield "interval only as cast(… + interval '1' day as date)"


def _missing_as(sql: str, tree: Tree) -> Iterator[str]:
    for alias in tree.find_all(exp.Alias, exp.TableAlias):
        name = alias.this if isinstance(alias, exp.TableAlias) else alias.args["alias"]
        if name is None or isinstance(alias.parent, exp.CTE) or "start" not in name.meta:
            continue
        if not re.search(r"\bas\s+$", sql[: name.meta["start"]], re.IGNORECASE):
            yield f"{name.name}: write as before the name"


def _nulls_unplaced(parsed: Mapping[str, Tree]) -> Iterator[str]:
    """PostgreSQL puts nulls first when descending, Spark when ascending: read by both, an order that
    says `nulls last` is the same, and one that says nothing is not.
    """
    silent = {
        ordered.this.sql()
        for engine in ("postgres", "spark")
        for order in parsed[engine].find_all(exp.Order)
        if not isinstance(order.parent, exp.WithinGroup)
        for ordered in order.expressions
        if ordered.args.get("nulls_first")
    }
    yield from (f"order by {name}: say nulls last" for name in sorted(silent))


def _types(tree: Tree) -> Iterator[str]:
    """Read as PostgreSQL, for DuckDB's parser forgets the length of a varchar, and Spark demands one."""
    for cast in tree.find_all(exp.Cast):
        kind = cast.to.this
        if kind not in TYPES and not (kind == DType.VARCHAR and cast.to.expressions):
            yield f"cast as {cast.to.sql('postgres').lower()}: not a type of every engine"


def _typed(tree: Tree, schema: Schema) -> Iterator[str]:
    known: dict[str, object] = {table: dict(columns) for table, columns in schema.items()}
    copy = tree.copy()
    for call in list(copy.find_all(exp.Anonymous)):
        # Our own function, of which sqlglot cannot know the type.
        if call.name.lower() == "days_between":
            call.replace(exp.cast(call.copy(), "bigint"))
    typed = annotate_types(copy, schema=known, dialect="duckdb")
    for operation in typed.find_all(exp.Div, exp.Sub):
        left, right = operation.left.unnest(), operation.right.unnest()
        if isinstance(operation, exp.Div) and all(_is_integer(side) for side in (left, right)):
            yield f"{operation.sql('duckdb')}: integer division; cast one side as double"
        if isinstance(operation, exp.Sub) and all(side.is_type(*DATES) for side in (left, right)):
            yield f"{operation.sql('duckdb')}: no date - date; use days_between"


def _is_integer(node: Tree) -> bool:
    # sqlglot leaves nullif without a type; it has that of its first argument.
    if isinstance(node, exp.Nullif):
        return _is_integer(node.this.unnest())
    return node.is_type(*exp.DataType.INTEGER_TYPES)


RULES: tuple[Callable[[Tree], Iterator[str]], ...] = (
    _stars, _groups, _unqualified, _frames, _divisions, _correlated, _intervals,
)  # fmt: skip
