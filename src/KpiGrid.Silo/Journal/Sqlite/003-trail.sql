-- Who did what, newest first: the records themselves in order of time.
create index journal_by_time on journal (recorded_at, stream, sequence);
