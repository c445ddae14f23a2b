import { lazy } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Overview } from '../../contract/overview.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { usePerson } from '../lib/me.ts'
import { useZone } from '../lib/clock.tsx'
import { useDataAge } from '../i18n/data-age.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './DataAge.module.css'

const LateBackup = lazy(() => import('./LateBackup.tsx').then((file) => ({ default: file.LateBackup })))

/** How old the data is, and each source of it. */
export function DataAge({ data }: { data: Overview['data'] }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const zone = useZone()
  const { sources } = data
  const age = useDataAge(data)
  const isAdmin = usePerson()?.role === 'admin'
  return (
    <footer className={clsx('muted', styles['data-age'])}>
      <h2>{t.data}</h2>
      <ul>
        <li>{age.read}</li>
        {sources.map(({ id, title, readAt: at, isFailing, message }) => (
          <li key={id} title={message ?? undefined}>
            {title}: {at === null ? t.never : formatMoment(at, language, zone)}
            {isFailing && (
              <>
                {' '}
                <b className="hot">{t.failing}</b>
              </>
            )}
          </li>
        ))}
        {sources.length === 0 && <li>{t.noSources}</li>}
        {isAdmin && (
          <Behind>
            <LateBackup />
          </Behind>
        )}
        {age.off !== null && <li>{age.off}</li>}
        <li>
          <Link to="/sources" className="link">
            {t.toSources}
          </Link>
        </li>
      </ul>
    </footer>
  )
}
