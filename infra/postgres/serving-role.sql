-- The rights of a role that serves and cannot rewrite history, given by whoever owns the tables:
--
--   psql -v role=kpigrid_serving -f infra/postgres/serving-role.sql kpigrid
--
-- The owner makes and upgrades the tables: start each new version once with the owner's connection string, then run this
-- again. No right to change or remove a record is among these.
grant usage on schema public to :"role";
grant select on step, setting, measurement to :"role";
grant select, insert on journal, edge to :"role";
grant select, insert, update on head to :"role";
grant select, insert, update, delete on snapshot, person to :"role";
