-- Who an actor is. The only place that holds a name or an address of a person; records hold the actor's id alone.
-- No statistics of it are kept, for those would be copies of names; the row's old place is freed by rewriting the table.
create table person (
  actor text collate "C" not null primary key,
  name text not null,
  email text
);

alter table person alter column name set statistics 0, alter column email set statistics 0;
