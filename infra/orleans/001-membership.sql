-- Which silos are in a cluster. Orleans' ADO.NET provider reads the texts of its queries from OrleansQuery when a process
-- starts; names of parameters and columns are its contract, everything else here is ours.

create table OrleansQuery (
    QueryKey text primary key,
    QueryText text not null
);

create table cluster_version (
    deployment text primary key,
    version integer not null default 0
);

create table cluster_member (
    deployment text not null references cluster_version,
    address text not null,
    port integer not null,
    generation integer not null,
    silo_name text not null,
    host_name text not null,
    status integer not null,
    proxy_port integer not null,
    suspect_times text,
    start_time timestamptz not null,
    alive_time timestamptz not null,
    primary key (deployment, address, port, generation)
);

insert into OrleansQuery (QueryKey, QueryText) values

('GatewaysQueryKey', $$
select address as "Address", proxy_port as "ProxyPort", generation as "Generation"
from cluster_member
where deployment = @DeploymentId and status = @Status and proxy_port > 0
$$),

-- The version is told even of a cluster without members, so that whoever joins first knows what to expect.
('MembershipReadAllKey', $$
select v.version as "Version", m.address as "Address", m.port as "Port", m.generation as "Generation",
    m.silo_name as "SiloName", m.host_name as "HostName", m.status as "Status", m.proxy_port as "ProxyPort",
    m.suspect_times as "SuspectTimes", m.start_time as "StartTime", m.alive_time as "IAmAliveTime"
from cluster_version v
left join cluster_member m on m.deployment = v.deployment
where v.deployment = @DeploymentId
$$),

('MembershipReadRowKey', $$
select v.version as "Version", m.address as "Address", m.port as "Port", m.generation as "Generation",
    m.silo_name as "SiloName", m.host_name as "HostName", m.status as "Status", m.proxy_port as "ProxyPort",
    m.suspect_times as "SuspectTimes", m.start_time as "StartTime", m.alive_time as "IAmAliveTime"
from cluster_version v
left join cluster_member m on m.deployment = v.deployment
    and m.address = @Address and m.port = @Port and m.generation = @Generation
where v.deployment = @DeploymentId
$$),

('InsertMembershipVersionKey', $$
with put as (
    insert into cluster_version (deployment) values (@DeploymentId)
    on conflict do nothing
    returning 1)
select exists (select from put)
$$),

-- The version row is the fence: of all who write at one version, whoever moves it on writes, and nobody else does.
('InsertMembershipKey', $$
with moved as (
    update cluster_version v set version = v.version + 1
    where v.deployment = @DeploymentId and v.version = @Version
        and not exists (
            select from cluster_member m
            where m.deployment = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation)
    returning v.deployment),
put as (
    insert into cluster_member (deployment, address, port, generation, silo_name, host_name, status, proxy_port,
        start_time, alive_time)
    select deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    from moved
    returning 1)
select exists (select from put)
$$),

('UpdateMembershipKey', $$
with moved as (
    update cluster_version v set version = v.version + 1
    where v.deployment = @DeploymentId and v.version = @Version
        and exists (
            select from cluster_member m
            where m.deployment = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation)
    returning v.deployment),
put as (
    update cluster_member m set status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
    from moved
    where m.deployment = moved.deployment and m.address = @Address and m.port = @Port and m.generation = @Generation
    returning 1)
select exists (select from put)
$$),

('UpdateIAmAlivetimeKey', $$
update cluster_member set alive_time = @IAmAliveTime
where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$$),

('DeleteMembershipTableEntriesKey', $$
with gone as (delete from cluster_member where deployment = @DeploymentId)
delete from cluster_version where deployment = @DeploymentId
$$),

-- 6 is dead.
('CleanupDefunctSiloEntriesKey', $$
delete from cluster_member
where deployment = @DeploymentId and status = 6 and alive_time < @IAmAliveTime
$$),

('CleanupDefunctSiloEntryKey', $$
delete from cluster_member
where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation and status = 6
    and suspect_times is not distinct from @SuspectTimes
    and start_time = @StartTime and alive_time = @IAmAliveTime
$$);
