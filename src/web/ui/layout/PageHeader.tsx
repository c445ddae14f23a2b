import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

type Props = {
  title: string
  note: ReactNode
  /** Whether the title is read out when it changes. */
  isLive?: boolean
  /** What can be done with what the page shows. */
  children?: ReactNode
}

/** The heading of a page, what it counts, and its actions. */
export function PageHeader({ title, note, isLive = false, children }: Props) {
  return (
    <header className={styles['page-header']}>
      <div>
        <h1 aria-live={isLive ? 'polite' : undefined}>{title}</h1>
        <p className="muted">{note}</p>
      </div>
      {children}
    </header>
  )
}
