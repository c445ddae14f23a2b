import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { useDataAge } from '../i18n/data-age.ts'
import { useListMessages } from './list-messages.ts'
import styles from './ListScope.module.css'

/** How old the data is, and which sources are off or fail; nothing until that is known. */
export function DataAgeLine() {
  const { data } = useQuery({
    queryKey: [...wholeKey('imports'), 'age'],
    queryFn: async ({ signal }) => (await read('/api/overview', { signal })).data,
  })
  return data === undefined ? null : <Line data={data} />
}

function Line({ data }: { data: Overview['data'] }) {
  const t = useListMessages()
  const { read: readAt, off } = useDataAge(data)
  const between = dot(useLanguage())
  const failing = data.sources.filter(({ isFailing }) => isFailing).length
  return (
    <Link to="/sources" className={styles['age']}>
      {readAt}
      {failing > 0 && (
        <b className="hot">
          {between}
          {t.failing(failing)}
        </b>
      )}
      {off !== null && between + off}
    </Link>
  )
}
