"""How a field's text becomes a value: one SQL expression per type; null where it cannot be read.

Everything here works on whole columns. `text` is an SQL expression of the cleaned text.
"""

import re

import duckdb

from cockpit.intake.contract import Column
from cockpit.wording import PLAIN, WHOLE_NUMBER, WRITTEN

TIME = r"([ T]+([01]?[0-9]|2[0-3])[:.][0-5][0-9]([:.][0-5][0-9]([.,][0-9]+)?)?)?"
DANISH_DATE = r"([0-9]{2}-[0-9]{2}-[0-9]{4}|[0-9]{2}\.[0-9]{2}\.[0-9]{4}|[0-9]{2}/[0-9]{2}/[0-9]{4})"
ISO_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
ANY_DATE = rf"({DANISH_DATE}|{ISO_DATE}){TIME}"
CLOCK = r"([0-9]{1,2})[:.]([0-9]{2})[:.]?([0-9]{2})?"
MONTH = "(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?"
# What Excel makes of 2026-03.
FIRST_OF_MONTH = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-01"
YEAR = "(19|20|21)[0-9]{2}"
TWO_DIGIT_YEAR = rf"[0-9]{{1,2}}[-./][0-9]{{1,2}}[-./][0-9]{{2}}{TIME}"
DANISH_TIME = "Europe/Copenhagen"
# Of the texts of ten characters `as_day` reads exactly those that ANY_DATE allows (tried on random ones).
# %Y-%m-%d as a fourth takes fifteen times as long: each form that does not fit makes a message nobody reads.
DATE_FORMS = "['%d-%m-%Y', '%d.%m.%Y', '%d/%m/%Y']"
# What Excel shows in English and in Danish.
SHEET_ERROR = "#(N/A|I/T|[A-ZÆØÅ_]+(/0)?[!?])"
# A sheet that took it for a number has lost its leading zero: `as_citizen` puts it back.
CPR = r"[0-9]{6}[- ]*[0-9]{4}"

# By decimal sign: the sign that parts the thousands, and both as expressions.
THOUSANDS = {",": (".", r"\."), ".": (",", ",")}
POINTS = {",": ",", ".": r"\."}

MACROS = f"""
create or replace temp macro bare(field) as
    trim(field, ' ' || chr(9) || chr(10) || chr(13) || chr(160));
create or replace temp macro cleaned(field) as
    case when field > '.' and field not in ('NULL', 'null') and not prefix(field, chr(160))
            and not suffix(field, ' ') and not suffix(field, chr(9)) and not suffix(field, chr(10))
            and not suffix(field, chr(13)) and not suffix(field, chr(160)) then field
        when field = '' or upper(bare(field)) in ('', '-', 'NULL') then null
        else bare(field) end;
create or replace temp macro as_day(ten) as
    cast(case when ten like '____-__-__' then try_strptime(ten, '%Y-%m-%d')
        else try_strptime(ten, {DATE_FORMS}) end as date);
create or replace temp macro as_date(field) as
    case when length(field) = 10 then as_day(field)
        when regexp_full_match(field, '{ANY_DATE}') then as_day(field[1:10]) end;
create or replace temp macro as_moment(field) as
    case when length(field) = 10 then cast(as_date(field) as timestamp)
        else cast(as_date(field) as timestamp)
            + to_hours(try_cast(regexp_extract(field[11:], '{CLOCK}', 1) as integer))
            + to_minutes(try_cast(regexp_extract(field[11:], '{CLOCK}', 2) as integer))
            + to_seconds(coalesce(try_cast(regexp_extract(field[11:], '{CLOCK}', 3) as integer), 0)) end;
create or replace temp macro has_time(moment) as moment > cast(cast(moment as date) as timestamp);
create or replace temp macro to_the_day(moment) as
    cast(cast(moment as date) as timestamp) + interval '86399 seconds';
create or replace temp macro due_after_hours(started, hours) as
    case when has_time(started)
        then (started at time zone '{DANISH_TIME}' + to_hours(hours)) at time zone '{DANISH_TIME}'
        else to_the_day(started + to_hours(hours)) end;
create or replace temp macro year_of(month) as try_cast(month[1:4] as bigint);
create or replace temp macro first_day_of(month) as
    case when length(month) = 7 then try_cast(month || '-01' as date) end;
create or replace temp macro century(seventh, years) as
    case when seventh <= 3 then 1900
        when seventh in (4, 9) then if(years <= 36, 2000, 1900)
        else if(years <= 57, 2000, 1800) end;
create or replace temp macro birth_date_of(cpr) as
    try_cast(century(cast(cpr[7] as integer), cast(cpr[5:6] as integer)) + cast(cpr[5:6] as integer)
        || '-' || cpr[3:4] || '-'
        || lpad(cast(cast(cpr[1:2] as integer) - if(cpr[1] >= '6', 60, 0) as varchar), 2, '0') as date);
create or replace temp macro as_citizen(field) as
    case when length(field) > 9 and regexp_full_match(field, '{CPR}')
            then regexp_replace(field, '[- ]', '', 'g')
        when length(field) = 9 and regexp_full_match(field, '[1-9][0-9]{{8}}')
            then case when birth_date_of('0' || field) is null then field else '0' || field end
        else field end;
create or replace temp macro is_sheet_error(field) as regexp_full_match(field, '{SHEET_ERROR}');
create or replace temp macro cpr_birth_date(citizen_id) as
    case when regexp_full_match(citizen_id, '[0-9]{{10}}') then birth_date_of(citizen_id) end;
create or replace temp macro holds_cpr(field) as
    len(list_filter(regexp_extract_all(translate(field, '{WRITTEN}', '{PLAIN}'), '{WHOLE_NUMBER}'),
        lambda token: birth_date_of(regexp_replace(token, '[^0-9]', '', 'g')) is not null)) > 0;
"""


def define_macros(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(MACROS)


def literal(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def path_literal(path: str) -> str:
    """`path` as an SQL string for DuckDB, which reads a path as a pattern."""
    return literal(re.sub(r"([*?\[])", r"[\1]", path))


def value_of(column: Column, text: str) -> str:
    """The SQL expression that reads `text` as the column's type, null where it does not fit."""
    match column.type:
        case "date":
            return f"as_date({text})"
        case "moment":
            return f"as_moment({text})"
        case "due":
            moment = f"as_moment({text})"
            return f"case when has_time({moment}) then {moment} else to_the_day({moment}) end"
        case "month":
            return (
                f"case when regexp_full_match({text}, '{MONTH}') then {text} "
                f"when regexp_full_match({text}, '{FIRST_OF_MONTH}') then {text}[1:7] end"
            )
        case "year":
            return f"case when regexp_full_match({text}, '{YEAR}') then try_cast({text} as bigint) end"
        case "money":
            return _number(column, text, two_decimals(column))
        case "decimal":
            return _number(column, text, decimals(column))
        case "integer":
            return _number(column, text, _whole(column))
        case "boolean":
            return (
                f"case when lower({text}) in ('ja', '1', 'true') then true "
                f"when lower({text}) in ('nej', '0', 'false') then false end"
            )
        case "code":
            return _code(column, text)
        case "municipality":
            return f"case when regexp_full_match({text}, '[0-9]{{3}}') then {text} end"
        case "citizen":
            return f"as_citizen({text})"
    return f"{column.letters}({text})" if column.letters else text


def _whole(column: Column) -> str:
    return rf"[-−+]?([0-9]{{1,3}}({THOUSANDS[column.decimal][1]}[0-9]{{3}})+|[0-9]+)"


def decimals(column: Column) -> str:
    """The expression of a number in the form that the column's files have."""
    return f"{_whole(column)}({POINTS[column.decimal]}[0-9]+)?"


def two_decimals(column: Column) -> str:
    return f"{_whole(column)}({POINTS[column.decimal]}[0-9]{{1,2}}0*)?"


def _number(column: Column, text: str, form: str) -> str:
    """Most numbers are plain; the others, with signs and thousands, take longer to read."""
    point, (thousands, _) = column.decimal, THOUSANDS[column.decimal]
    plain = "[0-9]+" if column.type == "integer" else f"[0-9]+({POINTS[point]}[0-9]{{1,2}})?"
    value = (
        f"try_cast(case when regexp_full_match({text}, '{plain}') then replace({text}, '{point}', '.') "
        f"when regexp_full_match({text}, '{form}') then translate({text}, '{point}−{thousands}', '.-') end "
        f"as {column.sql_type})"
    )
    if column.default is None:
        return value
    return f"case when {text} is null then {column.default} else {value} end"


def _code(column: Column, text: str) -> str:
    branches = " ".join(
        f"when {literal(spelling.lower())} then {literal(code)}"
        for code, synonyms in column.codes.items()
        for spelling in (code, *synonyms)
    )
    # Most are written as the contract writes them.
    return f"case {text} {branches} else case lower({text}) {branches} end end"
