import type { Selectable } from 'kysely'
import { Role } from '../../../../contract/access.ts'
import type { KnownPerson } from '../../access.ts'
import type { Tables } from '../tables.ts'

type Row = Selectable<Tables['person']>

/** The provider no longer grants a role. */
export const noRole = 'none'

export const roleIn = ({ role }: Pick<Row, 'role'>): Role | null => (role === noRole ? null : Role.parse(role))

/** A person with what only the server may know of them. */
export const asKnown = (row: Row): KnownPerson => ({
  id: row.id,
  name: row.name,
  role: roleIn(row),
  password: row.password,
  passwordSet:
    row.password_set_by === null || row.password_set_at === null
      ? null
      : { by: row.password_set_by, at: row.password_set_at },
})
