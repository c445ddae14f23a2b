import type { ReactNode } from 'react'
import styles from './KeyFacts.module.css'

type Props = {
  name: string
  /** The section of the page that says more. */
  section: string
  tone?: 'hot' | 'warm' | 'quiet' | undefined
  /** Said small below it. */
  more?: ReactNode
  children: ReactNode
}

/** A fact, and the way to the section that says more of it. */
export function KeyFact({ name, section, tone, more, children }: Props) {
  return (
    <div className={styles['key-fact']}>
      <dt>{name}</dt>
      <dd data-tone={tone}>
        <a href={`#${section}`}>{children}</a>
        {more !== undefined && more !== null && more !== '' && <small>{more}</small>}
      </dd>
    </div>
  )
}
