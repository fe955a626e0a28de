-- Who did what, newest first: the records themselves in order of time. The author stands in it so that a question for one
-- actor passes over everybody else's records without fetching them.
create index journal_by_time on journal (recorded_at, stream, sequence, author);
