import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './DataAge.module.css'

/** How old the data is, and each source of it. */
export function DataAge({ data: { readAt, sources, off } }: { data: Overview['data'] }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  return (
    <footer className={styles['data-age']}>
      <h2>{t.data}</h2>
      <ul>
        <li>{readAt === null ? t.neverRead : t.readAt(formatMoment(readAt, language))}</li>
        {sources.map(({ id, title, readAt: at, isFailing, message }) => (
          <li key={id} title={message ?? undefined}>
            {title}: {at === null ? t.never : formatMoment(at, language)}
            {isFailing && (
              <>
                {' '}
                <b className="hot">{t.failing}</b>
              </>
            )}
          </li>
        ))}
        {sources.length === 0 && <li>{t.noSources}</li>}
        {off > 0 && <li>{t.off(off)}</li>}
        <li>
          <Link to="/sources" className="link">
            {t.toSources}
          </Link>
        </li>
      </ul>
    </footer>
  )
}
