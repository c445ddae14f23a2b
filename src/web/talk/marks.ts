import type { Mention } from '../../contract/mentions.ts'
import { mentionSpans } from '../../domain/board/mentions.ts'
import type { TextMarks } from '../ui/Markdown.tsx'

/** TextMarks those in a text whom it names, as they were known when it was written; undefined where it names nobody. */
export function nameMarks(mentions: readonly Mention[]): TextMarks | undefined {
  if (mentions.length === 0) return undefined
  const named = (kind: Mention['kind']) => mentions.flatMap((mention) => (mention.kind === kind ? [mention.name] : []))
  const nameable = { people: named('person'), teams: named('team') }
  return (text) => mentionSpans(text, nameable)
}
