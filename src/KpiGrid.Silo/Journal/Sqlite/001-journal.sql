-- A rowid table: its rows are large, so that a tree clustered by key would be deep and wide.
create table journal (
  stream text not null check (stream <> ''),
  sequence integer not null check (sequence > 0),
  recorded_at integer not null, -- microseconds since 1970-01-01T00:00:00Z
  author text not null check (author <> '' and instr(cast(author as blob), x'00') = 0),
  type text not null check (type <> '' and instr(cast(type as blob), x'00') = 0),
  body blob not null check (typeof(body) = 'blob' and length(body) > 0),
  hash blob not null check (length(hash) = 32),
  primary key (stream, sequence)
);

-- The last record of each stream. The compare-and-set in this row decides every append.
create table head (
  stream text not null primary key,
  sequence integer not null,
  hash blob not null,
  recorded_at integer not null,
  mark integer not null -- raised by every commit: what a sweep asks for is 'heads after this mark'
) without rowid;

create index head_by_mark on head (mark);

-- Which pilot ever had a share in which municipality. Rows are never removed.
create table edge (
  pilot text not null,
  municipality text not null,
  primary key (pilot, municipality)
) without rowid;

create index edge_by_municipality on edge (municipality, pilot);

create table setting (
  name text not null primary key,
  value blob not null
) without rowid;

insert into setting (name, value) values ('epoch', 1);

-- A cache of grain state; losing it costs only time.
create table snapshot (
  name text not null primary key,
  etag text not null,
  body blob not null
);
