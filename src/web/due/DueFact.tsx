import type { Due } from '../../contract/due.ts'
import { DueDay } from './DueDay.tsx'
import { useDueMessages } from './messages.ts'

/** The due day as a fact of a card: until when, what is left, and by which rule. */
export function DueFact({ due }: { due: Due }) {
  const t = useDueMessages()
  return (
    <div>
      <dt>{t.title}</dt>
      <dd>
        <DueDay due={due} hasRule />
      </dd>
    </div>
  )
}
