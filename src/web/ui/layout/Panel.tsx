import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './Panel.module.css'

type Props = {
  id: string
  title: string
  /** Said small beside the title. */
  note?: ReactNode
  /** What can be done with what it holds; shown beside the title. */
  actions?: ReactNode
  /** Whether there is nothing in it but fields and files to choose, of which paper has nothing. */
  isOnScreen?: boolean
  children: ReactNode
}

/** A titled sheet of paper, which a link can lead to by its id. Its heading names it; a second landmark of that name would only be noise. */
export function Panel({ id, title, note, actions, isOnScreen = false, children }: Props) {
  return (
    <section className={clsx('surface', styles['panel'], isOnScreen && 'on-screen')} id={id}>
      <h2>
        {title}
        {note !== undefined && <small>{note}</small>}
      </h2>
      {actions !== undefined && <div className={styles['panel-actions']}>{actions}</div>}
      {children}
    </section>
  )
}
