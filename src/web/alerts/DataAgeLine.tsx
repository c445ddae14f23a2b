import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage, messagesHook } from '../i18n/language.tsx'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'
import styles from './ListScope.module.css'

const ja = {
  never: 'まだ何も取り込んでいません',
  readAt: (when: string) => `最終取り込み ${when}`,
  failing: (n: number) => `取得に失敗している取り込み元 ${n}`,
  off: (n: number) => `停止中の取り込み元 ${n}`,
}

const en: typeof ja = {
  never: 'Nothing has been imported yet',
  readAt: (when) => `Last import ${when}`,
  failing: (n) => `${n} ${n === 1 ? 'source fails' : 'sources fail'}`,
  off: (n) => `${n} ${n === 1 ? 'source' : 'sources'} off`,
}

const useAgeMessages = messagesHook({ ja, en })

/** How old the data is, and which sources are off or fail; nothing until that is known. */
export function DataAgeLine() {
  const t = useAgeMessages()
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: [...wholeKey('imports'), 'age'],
    queryFn: async ({ signal }) => (await read('/api/overview', { signal })).data,
  })
  if (data === undefined) return null
  const { readAt, sources, off } = data
  const failing = sources.filter(({ isFailing }) => isFailing).length
  return (
    <Link to="/sources" className={styles['age']}>
      {readAt === null ? t.never : t.readAt(formatMoment(readAt, language))}
      {failing > 0 && <b className="hot"> · {t.failing(failing)}</b>}
      {off > 0 && ` · ${t.off(off)}`}
    </Link>
  )
}
