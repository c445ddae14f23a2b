import type { ReactNode } from 'react'
import styles from './Fact.module.css'

type Props = {
  name: string
  /** How the value looks: `hot`, or `unknown` and `plain` for what is less than a fact. */
  tone?: string
  children: ReactNode
}

/** A fact of the facts panel: its name and its value. */
export function Fact({ name, tone = '', children }: Props) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd data-tone={tone}>{children}</dd>
    </div>
  )
}
