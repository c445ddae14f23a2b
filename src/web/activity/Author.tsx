import type { BulletinEvent } from '../../contract/events.ts'
import { useActivityMessages } from './messages.ts'
import { Pill } from '../ui/marks/Pill.tsx'

/** Who has done something: a person by name; a source that it came from by itself is marked as such. */
export function Author({ event }: { event: BulletinEvent }) {
  const t = useActivityMessages()
  const { topic, who } = event
  if (topic !== 'bulletins') return <b>{who}</b>
  const source = t.sources[who]
  // What was recorded before it was kept who that is goes by the name.
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
