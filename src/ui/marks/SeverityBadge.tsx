import { useMessages } from '../../i18n/messages.ts'
import type { words } from '../../i18n/words.ts'
import './SeverityBadge.css'

type Level = keyof (typeof words)['ja']['severity']

/** Numeral and word of a severity; a dash where none is stated. Never colour alone. */
export function SeverityBadge({ level }: { level: Level | null }) {
  const { w } = useMessages()
  return (
    <span className="severity-badge" data-severity={level ?? 'none'}>
      <i aria-hidden={level === null}>{level ?? '–'}</i>
      {level !== null && w.severity[level]}
    </span>
  )
}
