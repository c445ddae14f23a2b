import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './GridLegend.module.css'

/** What the signs of a grid mean. */
export function GridLegend({ children }: { children: ReactNode }) {
  return <p className={clsx('muted', styles['grid-legend'])}>{children}</p>
}
