import type { Due } from '../../contract/due.ts'
import { DueDay } from './DueDay.tsx'
import { useDueMessages } from './messages.ts'

/** The due day of a card: until when, what is left, and by which rule. */
export function DueFact({ due }: { due: Due }) {
  const t = useDueMessages()
  return (
    <span>
      {t.title} <DueDay due={due} hasRule />
    </span>
  )
}
