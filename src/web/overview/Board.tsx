import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './Board.module.css'

type Props = {
  id: string
  title: string
  note?: ReactNode
  /** What can be gone to from here; beside the title. */
  links?: ReactNode
  className?: string | undefined
  children?: ReactNode
}

/** A part of the start page: its title, what it counts, and the way to the page that has all of it. */
export function Board({ id, title, note, links, className, children }: Props) {
  return (
    <section id={id} className={clsx('surface', styles['board'], className)} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {note !== undefined && <p className="muted">{note}</p>}
        {links !== undefined && <div className={styles['links']}>{links}</div>}
      </header>
      {children}
    </section>
  )
}
