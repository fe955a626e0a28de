-- The rights on the cluster's tables of a role that only serves, beside infra/postgres/serving-role.sql:
--
--   psql -v role=kpigrid_serving -f infra/orleans/serving-role.sql kpigrid
grant select on OrleansQuery, cluster_schema to :"role";
grant select, insert, update, delete on cluster_version, cluster_member, reminder to :"role";
