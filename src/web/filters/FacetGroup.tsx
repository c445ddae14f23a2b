import type { ReactNode } from 'react'
import { useMessages } from '../i18n/messages.ts'

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
  const { t } = useMessages()
  return (
    <fieldset>
      <legend>{title}</legend>
      {isActive && (
        <button type="button" className="clear link" onClick={onClear} aria-label={`${title}: ${t.filters.clear}`}>
          {t.filters.clear}
        </button>
      )}
      {children}
    </fieldset>
  )
}
