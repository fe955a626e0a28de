create view measurement as
-- The same columns as in the embedded store. What they hold stands in the comment on the view, below.
with record as materialized ( -- parsed once per record, not once per measurement
  select substr(stream, 7) as pilot, sequence, recorded_at, author, type, convert_from(body, 'UTF8')::json as said
  from journal
  where stream >= 'pilot/' and stream < 'pilot0' and type in ('push', 'revise')
),
statement as (
  select r.pilot, r.sequence, r.recorded_at, r.author, r.said -> 'kpis' as kpis, r.said ->> 'import' as import,
    e.value as said,
    e.value ->> 'kpi' as kpi,
    e.value ->> 'id' as id,
    coalesce((e.value ->> 'revision')::bigint, 1) as revision
  from record r
  cross join lateral json_array_elements(
    case r.type when 'push' then r.said -> 'measurements' else r.said -> 'revisions' end) e
),
ranked as (
  select *,
    row_number() over (partition by pilot, kpi, id order by revision desc, sequence desc) as place,
    max(import) over (partition by pilot, kpi, id) as first_import
  from statement
)
select
  pilot,
  kpi,
  id,
  revision,
  sequence,
  to_char(timestamp 'epoch' + recorded_at * interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  author,
  coalesce((said ->> 'kind' = 'withdrawal')::int, 0) as withdrawn,
  said ->> 'class' as class,
  said ->> 'municipality' as municipality,
  said ->> 'first' as first_day,
  said ->> 'last' as last_day,
  (said -> 'a')::text as a,
  (said -> 'b')::text as b,
  kpis -> kpi ->> 'unit' as unit,
  (said -> 'value')::text as sent_value,
  said ->> 'unit' as sent_unit,
  said ->> 'flag' as flag,
  (said ->> 'provisional')::boolean::int as provisional,
  (kpis -> kpi ->> 'definition')::bigint as definition,
  first_import as import,
  said ->> 'note' as note
from ranked
where place = 1;

comment on view measurement is
'One row per measurement: what its current revision says. For reports and BI tools.

What it costs: every query parses the body of every record of every pilot, whatever its "where" says, and sorts all
revisions. Make a materialized view of it for anything that asks often. It takes no lock that a writer waits for.

What it reads (bodies are UTF-8 JSON):
  type "push":   {"kpis":{"CDW-DIV":{"definition":1,"series":1,"kind":"flow","unit":"t"}},"import":"...",
                 "measurements":[{"first":"2026-01-01","last":"2026-03-31","a":120,"b":1,"id":"wb-1",
                 "kpi":"CDW-DIV","class":"recycled","municipality":"DK-0740","period":"2026-Q1","value":120,
                 "unit":"t","flag":"weighed","provisional":false,"note":"..."}]}
  type "revise": {"kpis":{...},"revisions":[{"revision":2,"kind":"correction","reason":"...", then the members of a
                 measurement}]}; of kind "withdrawal" only id and kpi are given, so the other columns are null.
  type "facts":  the pilot''s registry document, not shown here.

a, b        text, every digit as written: cast them to numeric, never to a double
unit        the unit of a, as the KPI''s definition version of that record has it
sent_*      value and unit as the sender wrote them
sequence    the record in the pilot''s journal stream that holds this revision; recorded_at is its time, in UTC
import      the import that first brought the measurement; a correction does not change where it came from
municipality  null when the measurement is of the whole pilot';
