import { clsx } from 'clsx'
import type { Bulletin } from '../../contract/bulletin.ts'
import { formatDay } from '../i18n/format.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { useBulletinMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DocumentMarks } from '../ui/marks/DocumentMarks.tsx'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { UrgencyGauge } from '../ui/marks/UrgencyGauge.tsx'
import styles from './BulletinHeader.module.css'

/** What the bulletin is about, its severity, and how soon to deploy the fix and why. */
export function BulletinHeader({ bulletin }: { bulletin: Bulletin }) {
  const t = useBulletinMessages()
  const words = useWords()
  const language = useLanguage()
  const { id, kb, severity, publishedOn, updatedOn, revision, title, urgency, source } = bulletin
  return (
    <header className={styles['bulletin-header']}>
      <div className={clsx('muted', styles['line'])}>
        <SeverityBadge level={severity} />
        <b>{id}</b>
        {kb
          .filter((number) => `KB${number}` !== id)
          .map((number) => (
            <span key={number}>KB{number}</span>
          ))}
        <span>{t.published(formatDay(publishedOn, language))}</span>
        <span>{t.updated(formatDay(updatedOn, language))}</span>
        {revision !== updatedOn && <span>{t.revision(revision)}</span>}
        <DocumentMarks status={source.status} tlp={source.tlp} />
      </div>
      <h1>
        <LocalText text={title} />
      </h1>
      <div className={styles['urgency']}>
        <UrgencyGauge level={urgency.level} />
        <span>
          <b>
            <LocalText text={urgency.why} isOurs={urgency.basis === 'rule'} />
          </b>{' '}
          <span className="muted">{words.urgencyBasis[urgency.basis]}</span>
        </span>
      </div>
    </header>
  )
}
