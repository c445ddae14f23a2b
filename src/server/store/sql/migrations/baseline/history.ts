import type { ColumnTypes } from '../../../engines/engine.ts'

/** The log of everything, and the indexes over it. */
export const historySchema = ({ key, counter }: ColumnTypes) => `
create table event (
  id ${counter},
  at text not null default current_timestamp,
  actor text not null,
  action text not null,
  bulletin_id ${key} references bulletin (id) on delete cascade,
  topic text not null default 'bulletins',
  detail text,
  key ${key},
  run_id integer
);
create index event_topic on event (topic, id);
create index event_bulletin on event (bulletin_id, id);
create unique index event_key on event (actor, key) where key is not null;

create table bulletin_change (
  event_id integer not null,
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  kind ${key} not null,
  constraint bulletin_change_pk primary key (event_id, bulletin_id, kind)
);
create index bulletin_change_bulletin on bulletin_change (bulletin_id, event_id);

create table seen_change (
  person_id integer primary key references person (id) on delete cascade,
  event_id integer not null
);

create table talk (
  event_id integer primary key,
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  actor ${key} not null,
  kind ${key} not null,
  reply_to integer
);
create index talk_bulletin on talk (bulletin_id, event_id);
create index talk_actor on talk (actor, event_id);
create index talk_kind on talk (kind, event_id);

create table addressed (
  owner ${key} not null,
  event_id integer not null,
  reason ${key} not null,
  person_id integer references person (id) on delete cascade,
  constraint addressed_pk primary key (owner, event_id, reason)
);
create index addressed_event on addressed (event_id);

create table watch (
  owner ${key} not null,
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  person_id integer references person (id) on delete cascade,
  since integer not null,
  constraint watch_pk primary key (owner, bulletin_id)
);

create table read_concern (
  owner ${key} primary key,
  person_id integer references person (id) on delete cascade,
  event_id integer not null,
  at text not null
);
`
