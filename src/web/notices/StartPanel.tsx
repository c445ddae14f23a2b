import { Link } from '@tanstack/react-router'
import { readyMade } from '../../domain/notices/ready-made.ts'
import { useNoticeMessages } from './messages.ts'
import { PagePart } from '../ui/layout/PagePart.tsx'
import styles from './StartPanel.module.css'

/** In the place of a list in which nothing is yet: subscriptions to start from. */
export function StartPanel() {
  const t = useNoticeMessages()
  return (
    <PagePart id="start" title={t.emptyTitle}>
      <p className="muted">{t.emptyHint}</p>
      <ul className={styles['start-panel']}>
        {readyMade.map(({ key: name }) => (
          <li key={name}>
            <Link to="/notices" search={(search) => ({ ...search, show: 'form', from: name })}>
              <b>{t.readyMade[name]}</b>
              <span>{t.readyMadeHints[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </PagePart>
  )
}
