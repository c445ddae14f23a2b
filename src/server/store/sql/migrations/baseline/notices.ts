import type { ColumnTypes } from '../../../engines/engine.ts'

/** Where notices go, what is asked for, and what became of each. */
export const noticesSchema = ({ key, counter }: ColumnTypes) => `
create table channel (
  id integer primary key,
  kind text not null,
  owner_kind text not null,
  owner_name text not null,
  person_id integer references person (id) on delete cascade,
  name text not null,
  address text not null,
  target ${key} not null,
  secret text,
  language text not null,
  state text not null,
  why text,
  "by" text not null,
  at text not null,
  confirmation ${key} unique,
  confirm_before ${key}
);
create index channel_target on channel (target);

create table subscription (
  id integer primary key,
  version integer not null,
  owner_kind text not null,
  owner_name text not null,
  person_id integer references person (id) on delete cascade,
  channel_id integer not null references channel (id) on delete cascade,
  settings text not null,
  state text not null,
  "by" text not null,
  at text not null,
  made_by text not null,
  unsubscribe ${key} not null unique
);

create table notice (
  id ${counter},
  message ${key} not null unique,
  once ${key} unique,
  queue ${key} not null,
  subscription_id integer,
  name text not null,
  owner_kind ${key} not null,
  owner ${key} not null,
  channel_id integer not null,
  kind ${key} not null,
  address text not null,
  state ${key} not null,
  run_id integer,
  not_before text,
  due_at ${key},
  made_at ${key} not null,
  day_lines text,
  content text,
  next_at ${key},
  leased_until ${key},
  sent_at text,
  failures integer not null
);
create index notice_due on notice (state, due_at, id);
create index notice_next on notice (state, next_at);
create index notice_leased on notice (state, leased_until);
create index notice_subscription on notice (subscription_id, id);
create index notice_subscription_due on notice (subscription_id, due_at);
create index notice_channel on notice (channel_id, id);
create index notice_made on notice (made_at);

create table notice_event (
  subscription_id integer not null,
  event_id integer not null,
  subject ${key} not null,
  notice_id integer not null references notice (id) on delete cascade,
  urgency_rank integer not null,
  line text,
  constraint notice_event_pk primary key (subscription_id, event_id)
);
create index notice_event_notice on notice_event (notice_id, urgency_rank, event_id);
create index notice_event_subject on notice_event (subscription_id, subject, notice_id);

create table notice_attempt (
  notice_id integer not null references notice (id) on delete cascade,
  number integer not null,
  at ${key} not null,
  outcome ${key} not null,
  answer text not null,
  constraint notice_attempt_pk primary key (notice_id, number)
);

create table notice_cursor (
  name ${key} primary key,
  place text not null
);
`
