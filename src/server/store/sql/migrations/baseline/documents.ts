import type { ColumnTypes } from '../../../engines/engine.ts'

/** Documents that came in, from which source, and what they say that is no bulletin. */
export const documentsSchema = ({ key, counter }: ColumnTypes) => `
create table import (
  id ${counter},
  at text not null,
  actor text not null,
  name text not null,
  kind text not null,
  document ${key},
  source_id ${key},
  counts text not null,
  before text,
  is_held integer not null,
  undone_at text,
  undone_by text
);
create index import_document on import (document, id);
create index import_source on import (source_id);

create table import_run (
  id ${counter},
  name text not null,
  began_at text not null,
  seen_at ${key} not null,
  ended_at text,
  last_event integer
);
create index import_run_ended on import_run (ended_at);

create table replaced_source (
  import_id integer not null references import (id) on delete cascade,
  source ${key} not null,
  subject ${key} not null,
  content text,
  was_withdrawn integer not null,
  constraint replaced_source_pk primary key (import_id, source, subject)
);
create index replaced_source_subject on replaced_source (source, subject);

create table document (
  key ${key} primary key,
  version text not null,
  read_at text not null,
  read_by text not null,
  import_id integer not null
);

create table reference_document (
  key ${key} primary key,
  kind text not null,
  subject ${key} not null,
  content text not null
);
create index reference_document_subject on reference_document (subject, kind);

create table source (
  id ${key} primary key,
  settings text not null,
  run text not null
);

create table fetched_document (
  source_id ${key} not null references source (id) on delete cascade,
  url ${key} not null,
  updated text,
  etag text,
  last_modified text,
  problem text,
  constraint fetched_document_pk primary key (source_id, url)
);

create table known_exploited (
  cve ${key} primary key,
  entry text not null
);

create table epss_block (
  import_id integer not null,
  block ${key} not null,
  content text not null,
  constraint epss_block_pk primary key (import_id, block)
);

create table cve_record (
  cve ${key} primary key,
  record text not null,
  import_id integer not null
);
create index cve_record_import on cve_record (import_id);
`
