import { Link } from '@tanstack/react-router'
import { useNoticeMessages } from './messages.ts'
import { startNames } from './starting-points.ts'
import { SideBoard } from './SideBoard.tsx'
import styles from './ReadyMade.module.css'

/** In the place of a list in which nothing is yet: subscriptions to start from. */
export function ReadyMade() {
  const t = useNoticeMessages()
  return (
    <SideBoard id="start" title={t.emptyTitle}>
      <p className="muted">{t.emptyHint}</p>
      <ul className={styles['ready-made']}>
        {startNames.map((name) => (
          <li key={name}>
            <Link to="/notices" search={(search) => ({ ...search, show: 'form', from: name })}>
              <b>{t.readyMade[name]}</b>
              <span>{t.readyMadeHints[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </SideBoard>
  )
}
