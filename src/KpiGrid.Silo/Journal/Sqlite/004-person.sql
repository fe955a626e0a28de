-- Who an actor is. The only place that holds a name or an address of a person; records hold the actor's id alone.
-- A row that is erased is overwritten (secure_delete), and the log that held its pages is emptied.
create table person (
  actor text not null primary key,
  name text not null,
  email text
);
