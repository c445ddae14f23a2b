import type { ComponentProps, ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './FilterGroup.module.css'

type Props = {
  title: string
  /** A button beside the title. */
  action?: ComponentProps<'button'> | undefined
  children: ReactNode
}

/** A titled group of the panel. */
export function FilterGroup({ title, action, children }: Props) {
  return (
    <fieldset className={styles['filter-group']}>
      <legend>{title}</legend>
      {action && <button {...action} type="button" className={clsx('link', styles['action'])} />}
      {children}
    </fieldset>
  )
}
