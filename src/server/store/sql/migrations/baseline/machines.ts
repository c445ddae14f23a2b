import type { ColumnTypes } from '../../../engines/engine.ts'

/** Machines that report, and what was attempted on them. */
export const machinesSchema = ({ key, counter }: ColumnTypes) => `
create table machine_profile (
  id ${counter},
  hash ${key} not null unique,
  facts text not null
);

create table machine (
  id ${counter},
  name_key ${key} not null unique,
  name text not null,
  profile_id integer not null references machine_profile (id),
  last_seen ${key}
);
create index machine_profile_id on machine (profile_id, id);
create index machine_last_seen on machine (last_seen);

create table machine_report (
  machine_id integer not null references machine (id) on delete cascade,
  kind ${key} not null,
  content text not null,
  constraint machine_report_pk primary key (machine_id, kind)
);

create table machine_shown (
  machine_id integer primary key references machine (id) on delete cascade,
  content text not null
);

create table attempt (
  machine_id integer not null references machine (id) on delete cascade,
  fix ${key} not null,
  at ${key} not null,
  outcome ${key} not null,
  code text,
  constraint attempt_pk primary key (machine_id, fix, at, outcome)
);
create index attempt_at on attempt (at);
`
