import type { ReactNode } from 'react'
import { useFilterMessages } from './messages.ts'

/** A titled group of options, with "clear" where one is chosen. */
export function FacetGroup({
  title,
  isActive,
  onClear,
  children,
}: {
  title: string
  isActive: boolean
  onClear: () => void
  children: ReactNode
}) {
  const t = useFilterMessages()
  return (
    <fieldset>
      <legend>{title}</legend>
      {isActive && (
        <button type="button" className="clear link" onClick={onClear} aria-label={`${title}: ${t.clear}`}>
          {t.clear}
        </button>
      )}
      {children}
    </fieldset>
  )
}
