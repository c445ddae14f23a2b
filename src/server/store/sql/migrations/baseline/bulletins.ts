import type { ColumnTypes } from '../../../engines/engine.ts'

/** Bulletins, what each document says of them, and what they were before. */
export const bulletinsSchema = ({ key, counter }: ColumnTypes) => `
create table platform (
  id ${key} primary key,
  position integer not null,
  document text not null
);
create index platform_position on platform (position, id);

create table former_platform (
  former_id ${key} not null,
  platform_id ${key} not null references platform (id) on delete cascade,
  constraint former_platform_pk primary key (former_id, platform_id)
);

create table bulletin (
  id ${key} primary key,
  summary text not null,
  changed integer not null default 0
);
create index bulletin_changed on bulletin (changed);

create table bulletin_document (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  document text not null
);

create table bulletin_fix (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade,
  facts text not null
);

create table bulletin_source (
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  source ${key} not null,
  content text not null,
  import_id integer,
  constraint bulletin_source_pk primary key (bulletin_id, source)
);
create index bulletin_source_source on bulletin_source (source);
create index bulletin_source_import on bulletin_source (import_id);

create table bulletin_revision (
  id ${counter},
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  until text not null,
  document text not null,
  changes text not null,
  updated_on text not null default '',
  revision text not null default ''
);
create index bulletin_revision_bulletin on bulletin_revision (bulletin_id);
`
