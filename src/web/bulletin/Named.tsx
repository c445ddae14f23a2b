import type { ReactNode } from 'react'
import './Named.css'

/** More than a few would hide the text that they belong to. */
export const maxFew = 6

type Props = { summary: string; count: number; children: ReactNode }

/** Names of products or vulnerabilities; those of many are there when somebody opens them. */
export function Named({ summary, count, children }: Props) {
  if (count === 0) return null
  if (count <= maxFew) return <div className="named">{children}</div>
  return (
    <details className="named">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
