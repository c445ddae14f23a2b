import type { ColumnTypes } from '../../../engines/engine.ts'

/** Who may come in, and what is a person's own. */
export const peopleSchema = ({ key, counter }: ColumnTypes) => `
create table person (
  id ${counter},
  name ${key} not null unique,
  role text not null,
  password text,
  subject ${key} unique,
  last_sign_in_at text,
  name_key ${key},
  password_set_by text,
  password_set_at text
);
create unique index person_key_of_name on person (name_key);

create table former_name (
  name_key ${key} primary key,
  subject ${key}
);

create table session (
  hash ${key} primary key,
  person_id integer not null references person (id) on delete cascade,
  started_at text not null,
  expires_at ${key} not null,
  way text not null default '',
  browser text,
  system text,
  address text,
  proved_at text,
  id ${key} not null default '',
  used_at ${key} not null default ''
);

create table token (
  id ${counter},
  hash ${key} not null unique,
  title text not null,
  role text not null,
  made_by text not null,
  made_at text not null,
  expires_at ${key} not null,
  last_used_at text,
  maker_id integer
);

create table private_feed (
  id ${counter},
  hash ${key} not null unique,
  person_id integer references person (id) on delete cascade,
  way text not null,
  content text not null,
  made_at text not null,
  last_used_at text
);
create index private_feed_person on private_feed (person_id);

create table told_entry (
  uid ${key} primary key,
  plan_id integer,
  feed_id integer references private_feed (id) on delete cascade,
  sequence integer not null,
  modified_at text not null,
  gone_at text,
  fact text not null
);
create index told_entry_plan on told_entry (plan_id);
create index told_entry_feed on told_entry (feed_id);

create table filter_list (
  owner ${key} primary key,
  person_id integer references person (id) on delete cascade,
  version integer not null,
  content text not null
);
`
