import type { ColumnTypes } from '../../../engines/engine.ts'

/** What is to be done with a bulletin, and what is told of it each week. */
export const workSchema = ({ key }: ColumnTypes) => `
create table triage (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  version integer not null,
  at text not null,
  "by" text not null,
  state text not null
);
create index triage_version on triage (version);

create table due_facts (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  facts text not null
);

create table due_exception (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  exception text not null
);

create table due_day (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  on_day text not null,
  setting text not null
);

create table plan (
  id integer primary key,
  content text not null
);

create table plan_event (
  event_id integer primary key,
  plan_id integer not null
);
create index plan_event_plan on plan_event (plan_id, event_id);

create table weekly_issue (
  number integer primary key,
  kind text not null,
  from_at ${key} not null unique,
  to_at ${key} not null unique,
  since_event integer not null,
  last_event integer not null,
  made_at text not null,
  year ${key} not null,
  content text not null,
  words text not null
);
create index weekly_issue_year on weekly_issue (year, number);
`
