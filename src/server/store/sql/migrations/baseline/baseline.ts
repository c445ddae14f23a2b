import { sql, type Kysely, type Migration } from 'kysely'
import type { Engine } from '../../../engines/engine.ts'
import { bulletinsSchema } from './bulletins.ts'
import { documentsSchema } from './documents.ts'
import { historySchema } from './history.ts'
import { machinesSchema } from './machines.ts'
import { noticesSchema } from './notices.ts'
import { peopleSchema } from './people.ts'
import { searchSchema } from './search.ts'
import { workSchema } from './work.ts'

/** Every table, those first that others refer to. */
const subjects = [
  bulletinsSchema,
  documentsSchema,
  peopleSchema,
  historySchema,
  workSchema,
  machinesSchema,
  noticesSchema,
  searchSchema,
]

/** The schema of version 1.0, which later migrations start from. What the tables hold is told in `tables.ts`. */
export const baseline = ({ grams, ...types }: Engine['types']): Migration => ({
  async up(db: Kysely<unknown>) {
    const statements = subjects.flatMap((schema) => schema(types).split(';'))
    for (const statement of statements) if (statement.trim() !== '') await sql.raw(statement).execute(db)
    await grams.create(db)
    await sql`insert into notice_cursor (name, place) values ('events', '0')`.execute(db)
  },
})
