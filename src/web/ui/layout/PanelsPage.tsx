import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './PanelsPage.module.css'

/** A page that is a column of panels. */
export function PanelsPage({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <main id="content" className={clsx(styles['panels-page'], className)}>
      {children}
    </main>
  )
}
