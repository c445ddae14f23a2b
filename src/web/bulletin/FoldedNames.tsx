import type { ReactNode } from 'react'
import styles from './FoldedNames.module.css'

/** More names than this would hide the text that they belong to. */
export const maxUnfolded = 6

type Props = { summary: string; count: number; children: ReactNode }

/** Names of products or vulnerabilities, folded up where they are many. */
export function FoldedNames({ summary, count, children }: Props) {
  if (count === 0) return null
  if (count <= maxUnfolded) return <div className={styles['folded-names']}>{children}</div>
  return (
    <details className={styles['folded-names']}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
