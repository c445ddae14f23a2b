import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './Fact.module.css'

type Props = {
  name: string
  /** How the value looks: `hot`, or `unknown` and `plain` for what is less than a fact. */
  tone?: string
  /** Whether it is of no use on paper. */
  isOnScreenOnly?: boolean
  children: ReactNode
}

/** A fact of the facts panel: its name and its value. */
export function Fact({ name, tone = '', isOnScreenOnly = false, children }: Props) {
  return (
    <div className={clsx(styles['fact'], isOnScreenOnly && 'on-screen')}>
      <dt>{name}</dt>
      <dd data-tone={tone}>{children}</dd>
    </div>
  )
}
