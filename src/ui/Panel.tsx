import type { ReactNode } from 'react'
import './Panel.css'

type Props = {
  id: string
  title: string
  /** Said small beside the title. */
  note?: string | undefined
  children: ReactNode
}

/** A titled sheet of paper, which a link can lead to by its id. */
export function Panel({ id, title, note, children }: Props) {
  return (
    <section className="panel" id={id} aria-labelledby={`${id}-title`}>
      <h2>
        <span id={`${id}-title`}>{title}</span>
        {note !== undefined && <small>{note}</small>}
      </h2>
      {children}
    </section>
  )
}
