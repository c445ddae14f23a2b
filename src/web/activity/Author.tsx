import type { BulletinEvent } from '../../contract/events.ts'
import { useActivityMessages } from './messages.ts'
import { Pill } from '../ui/marks/Pill.tsx'

/** Who caused an event: a person by name, or an imported source, marked as such. */
export function Author({ event }: { event: BulletinEvent }) {
  const t = useActivityMessages()
  const { topic, who } = event
  const source = t.sources[who]
  if (topic !== 'bulletins') return <b>{topic === 'changes' ? (source ?? who) : who}</b>
  // Older events do not say whether it was a person: the name tells.
  const by = event.detail?.by ?? (source === undefined ? 'person' : 'source')
  if (by === 'person') return <b>{who}</b>
  return (
    <>
      <Pill glyph="↓" tone="plain">
        {t.imported}
      </Pill>
      <b>{source ?? who}</b>
    </>
  )
}
