import type { ReactNode } from 'react'
import styles from './SideBoard.module.css'

type Props = { id: string; title: string; note?: string | undefined; children: ReactNode }

/** A part beside the list: its title, what it counts, and what is in it. */
export function SideBoard({ id, title, note, children }: Props) {
  return (
    <section id={id} className={styles['side-board']} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {note !== undefined && <p>{note}</p>}
      </header>
      {children}
    </section>
  )
}
