import { Link } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import styles from './BulletinLink.module.css'

/** The ids on file, by the column that they are read from. */
const idsOnFile = new WeakMap<readonly string[], ReadonlySet<string>>()

function idsIn(column: readonly string[]): ReadonlySet<string> {
  const ids = idsOnFile.get(column) ?? new Set(column)
  idsOnFile.set(column, ids)
  return ids
}

/** The id of another bulletin, as a link to it where it is on file. */
export function BulletinLink({ id }: { id: string }) {
  const { columns } = useCatalogue()
  return (
    <span className={styles['bulletin-link']}>
      {idsIn(columns.table.columns.id.values).has(id) ? (
        <Link to="/bulletins/$id" params={{ id }} search={readQuery}>
          {id}
        </Link>
      ) : (
        id
      )}
    </span>
  )
}
