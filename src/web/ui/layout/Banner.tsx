import type { ReactNode } from 'react'
import styles from './Banner.module.css'

/** Said over the whole page, wherever on it the reader is. */
export function Banner({ role, children }: { role: 'status' | 'alert'; children: ReactNode }) {
  return (
    <p className={styles['banner']} role={role}>
      {children}
    </p>
  )
}
