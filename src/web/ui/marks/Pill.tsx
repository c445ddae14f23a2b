import type { ReactNode } from 'react'
import styles from './Pill.module.css'

type Props = {
  glyph: string
  /** `good` and `bad` as of an outcome; `mixed` where it is neither; `plain` says nothing of the kind. */
  tone: 'good' | 'mixed' | 'bad' | 'plain'
  children: ReactNode
}

/** How something came out: glyph and word, never colour alone. */
export function Pill({ glyph, tone, children }: Props) {
  return (
    <span className={styles['pill']} data-tone={tone}>
      <i aria-hidden>{glyph}</i>
      {children}
    </span>
  )
}
