import { useEffect, useRef, type ReactNode } from 'react'
import styles from './FilterOption.module.css'

type Props = {
  isOn: boolean
  /** Something below it is chosen, but not all of it. */
  isPartly?: boolean
  count: number
  onToggle: () => void
  children: ReactNode
}

/** A check box with its count. An option that would find nothing is dimmed and stays usable. */
export function FilterOption({ isOn, isPartly = false, count, onToggle, children }: Props) {
  const box = useRef<HTMLInputElement>(null)
  // `indeterminate` exists as a property only.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly && !isOn
  }, [isPartly, isOn])
  return (
    <label className={styles['filter-option']} data-on={isOn || undefined} data-zero={count === 0 || undefined}>
      <input ref={box} type="checkbox" checked={isOn} onChange={onToggle} />
      <span className={styles['name']}>{children}</span>
      <span className={styles['count']}>{count}</span>
    </label>
  )
}
