import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './PagePart.module.css'

type Props = {
  id: string
  title: string
  /** Said small beside the title. */
  note?: ReactNode
  actions?: ReactNode
  /** Whether what it holds goes to its edges, as rows do. */
  isFull?: boolean
  className?: string | undefined
  children: ReactNode
}

/** A part of a page: its title, what it counts, and what is in it. A link can lead to it by its id. */
export function PagePart({ id, title, note, actions, isFull = false, className, children }: Props) {
  return (
    <section id={id} className={clsx('surface', styles['page-part'], className)} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {note !== undefined && <p className="muted">{note}</p>}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {isFull ? children : <div className={styles['in']}>{children}</div>}
    </section>
  )
}
