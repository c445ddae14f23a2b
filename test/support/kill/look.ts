/** Looks at what a round has left: whether every write is as its sender was told, and all fits together. */
import type { Desk, Found } from './desk.ts'
import { readRows, type Place, type Rows } from './tables.ts'
import { faultsInRows, nothingYet } from './whole.ts'
import { comparedWith, type PendingEdit } from './writers.ts'

/** What has come into a database since it was looked at last. */
function foundIn({ events, replaced, documents, sources, emptied, takenBack, machines, attempts }: Rows): Found {
  const versions = new Map<string, string[]>()
  for (const { bulletin_id: id, document } of [...replaced, ...documents])
    versions.set(id, [...(versions.get(id) ?? []), document])
  return {
    events: events.map(({ bulletin_id, action, detail, ...event }) => ({
      ...event,
      what: action,
      bulletin: bulletin_id,
      detail: detail ?? '',
    })),
    versions,
    sources: new Map(sources.map(({ id, settings }) => [id, (JSON.parse(settings) as { title: string }).title])),
    emptied: new Set(emptied),
    takenBack,
    machines: Map.groupBy(machines, (name) => name),
    attempts: Map.groupBy(attempts, (name) => name),
  }
}

/** Lays on the desk what is new, for the writers of the next round. */
function layOut(desk: Desk, { events, triage, sources }: Rows) {
  const left = (topic: string, what: readonly string[]) =>
    events.flatMap(({ id, bulletin_id: bulletin, ...event }) =>
      event.topic === topic && what.includes(event.action) && bulletin !== null ? [{ id, bulletin }] : [],
    )
  desk.comments.push(...left('discussion', ['said']))
  desk.results.push(...left('lab', ['recorded', 'corrected']))
  desk.reports.push(...left('field-reports', ['works', 'broke']))
  desk.rollouts.push(...left('rollouts', ['measured']))
  desk.sources = sources.flatMap(({ id, settings }) =>
    (JSON.parse(settings) as { isShipped: boolean }).isShipped ? [] : [id],
  )
  desk.versions = new Map(triage.map(({ bulletin_id: id, version }) => [id, version]))
}

/** Looks at a place again and again; each time tells what is lost or half there of the writes since. */
export function lookingAt(place: Place) {
  const standing = nothingYet()
  const since = { event: 0, replaced: 0 }
  return async (desk: Desk, attempts: readonly PendingEdit[]) => {
    const rows = await readRows(place, since)
    const found = foundIn(rows)
    const { lost, half } = comparedWith(attempts, ({ write }) => write.countIn(found))
    half.push(...faultsInRows(standing, rows))
    since.event = rows.events.at(-1)?.id ?? since.event
    since.replaced = rows.replaced.at(-1)?.id ?? since.replaced
    layOut(desk, rows)
    return { lost, half }
  }
}
