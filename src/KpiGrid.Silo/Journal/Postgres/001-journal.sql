-- Text is compared by bytes (collate "C"), so that every store has one order of streams.
create table journal (
  stream text collate "C" not null check (stream <> ''),
  sequence bigint not null check (sequence > 0),
  recorded_at bigint not null, -- microseconds since 1970-01-01T00:00:00Z
  author text collate "C" not null check (author <> ''),
  type text collate "C" not null check (type <> ''),
  body bytea not null check (octet_length(body) > 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (stream, sequence)
);

-- The last record of each stream. The compare-and-set in this row decides every append.
create table head (
  stream text collate "C" not null primary key,
  sequence bigint not null,
  hash bytea not null,
  recorded_at bigint not null,
  committed_in xid8 not null -- the transaction that moved it: what a sweep asks for is 'heads since this one'
) with (fillfactor = 80);

create index head_by_commit on head (committed_in);

-- Which pilot ever had a share in which municipality. Rows are never removed.
create table edge (
  pilot text collate "C" not null,
  municipality text collate "C" not null,
  primary key (pilot, municipality)
);

create index edge_by_municipality on edge (municipality, pilot);

create table setting (
  name text not null primary key,
  value text not null
);

insert into setting (name, value) values ('epoch', '1');

-- A cache of grain state; losing it costs only time.
create table snapshot (
  name text collate "C" not null primary key,
  etag text not null,
  body bytea not null
);

-- History is added to. Whoever owns the tables can switch this off; a role that serves needs no such right at all, see
-- infra/postgres/roles.sql.
create function is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it is only ever added to', lower(tg_op), tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;

create trigger only_added_to before update or delete or truncate on journal
  for each statement execute function is_only_added_to();
create trigger only_added_to before update or delete or truncate on edge
  for each statement execute function is_only_added_to();
create trigger only_moved before delete or truncate on head
  for each statement execute function is_only_added_to();
