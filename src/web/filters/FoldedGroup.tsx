import { useState, type ReactNode } from 'react'
import styles from './FoldedGroup.module.css'

/** A group that shows its title alone until it is opened, or something in it is chosen; what it holds is made only then. */
export function FoldedGroup({ title, isActive, children }: { title: string; isActive: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(isActive)
  return (
    <details
      className={styles['folded-group']}
      open={isActive || isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {(isActive || isOpen) && children}
    </details>
  )
}
