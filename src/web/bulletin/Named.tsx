import type { ReactNode } from 'react'
import styles from './Named.module.css'

/** More than a few would hide the text that they belong to. */
export const maxFew = 6

type Props = { summary: string; count: number; children: ReactNode }

/** Names of products or vulnerabilities; those of many are there when somebody opens them. */
export function Named({ summary, count, children }: Props) {
  if (count === 0) return null
  if (count <= maxFew) return <div className={styles['named']}>{children}</div>
  return (
    <details className={styles['named']}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
