-- What grains want to be reminded of. Hashes are the 32 bits of Orleans' ring as signed numbers.

create table reminder (
    service text not null,
    grain text not null,
    name text not null,
    hash integer not null,
    start_time timestamptz not null,
    period bigint not null,
    version integer not null default 0,
    primary key (service, grain, name)
);

create index reminder_hash on reminder (service, hash);

insert into OrleansQuery (QueryKey, QueryText) values

('ReadReminderRowsKey', $$
select grain as "GrainId", name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from reminder
where service = @ServiceId and grain = @GrainId
$$),

('ReadReminderRowKey', $$
select grain as "GrainId", name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from reminder
where service = @ServiceId and grain = @GrainId and name = @ReminderName
$$),

('ReadRangeRows1Key', $$
select grain as "GrainId", name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from reminder
where service = @ServiceId and hash > @BeginHash and hash <= @EndHash
$$),

-- The range that passes the end of the ring; from a hash to itself it is the whole ring.
('ReadRangeRows2Key', $$
select grain as "GrainId", name as "ReminderName", start_time as "StartTime", period as "Period", version as "Version"
from reminder
where service = @ServiceId and (hash > @BeginHash or hash <= @EndHash)
$$),

('UpsertReminderRowKey', $$
insert into reminder as r (service, grain, name, hash, start_time, period)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period)
on conflict (service, grain, name) do update set
    hash = excluded.hash, start_time = excluded.start_time, period = excluded.period, version = r.version + 1
returning version as "Version"
$$),

('DeleteReminderRowKey', $$
with gone as (
    delete from reminder
    where service = @ServiceId and grain = @GrainId and name = @ReminderName and version = @Version
    returning 1)
select exists (select from gone)
$$),

('DeleteReminderRowsKey', $$
delete from reminder where service = @ServiceId
$$);
