import type { ColumnTypes } from '../../../engines/engine.ts'

/** The texts that are searched. The index of their pairs is the engine's own: see `GramIndex`. */
export const searchSchema = ({ key, counter }: ColumnTypes) => `
create table passage (
  id ${counter},
  hash ${key} not null unique,
  text text not null
);

create table bulletin_passage (
  bulletin_id ${key} not null references bulletin (id) on delete cascade,
  place ${key} not null,
  about ${key} not null,
  passage_id integer not null references passage (id),
  constraint bulletin_passage_pk primary key (bulletin_id, place, about, passage_id)
);
create index bulletin_passage_passage on bulletin_passage (passage_id);

create table indexed_bulletin (
  bulletin_id ${key} primary key references bulletin (id) on delete cascade
);

create table indexed_event (
  last integer not null
);
`
