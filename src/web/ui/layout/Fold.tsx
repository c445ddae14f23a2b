import { useState, type ReactNode } from 'react'

type Props = {
  title: string
  /** Whether it is open whatever its reader does. */
  isActive?: boolean
  className?: string | undefined
  children: ReactNode
}

/** A part that shows its title alone until it is opened; what it holds is made only then. */
export function Fold({ title, isActive = false, className, children }: Props) {
  const [isOpen, setOpen] = useState(isActive)
  return (
    <details
      className={className}
      open={isActive || isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {(isActive || isOpen) && children}
    </details>
  )
}
