import { Link } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import styles from './BulletinLink.module.css'
import { useBulletinContext } from './use-context.ts'

/** The id of another bulletin, as a link to it where it is on file. */
export function BulletinLink({ id }: { id: string }) {
  const { onFile, replacedBy } = useBulletinContext()
  return (
    <span className={styles['bulletin-link']}>
      {onFile.includes(id) || replacedBy.includes(id) ? (
        <Link to="/bulletins/$id" params={{ id }} search={readQuery}>
          {id}
        </Link>
      ) : (
        id
      )}
    </span>
  )
}
