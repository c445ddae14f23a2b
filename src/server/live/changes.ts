import { maxNamed, type Changes, type Topic } from '../../contract/events.ts'
import type { EventStore, EventNotice } from '../store/events.ts'

/** Read at a time: a document may bring in thousands of bulletins. */
const readAtOnce = 5000

/** What events tell an open page, each bulletin once; what is of no bulletin, as the fleet, names none. */
export function changesOf(notices: readonly EventNotice[], last: number): Changes {
  const bulletins = new Map<Topic, Set<string | null>>()
  for (const { topic, bulletin } of notices) bulletins.set(topic, (bulletins.get(topic) ?? new Set()).add(bulletin))
  const namesOf = (named: ReadonlySet<string | null>) => {
    const names = [...named].filter((name) => name !== null)
    return names.length < named.size || names.length > maxNamed ? null : names
  }
  return { last, topics: Object.fromEntries([...bulletins].map(([topic, named]) => [topic, namesOf(named)])) }
}

/** What has happened after an event; null where nothing has. */
export async function changesAfter(events: EventStore, since: number): Promise<Changes | null> {
  const notices: EventNotice[] = []
  for (;;) {
    const last = notices.at(-1)?.id ?? since
    const more = await events.after(last, readAtOnce)
    for (const notice of more) notices.push(notice)
    if (more.length < readAtOnce) break
  }
  const last = notices.at(-1)
  return last === undefined ? null : changesOf(notices, last.id)
}
