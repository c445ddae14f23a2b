import type { QueryClient } from '@tanstack/react-query'
import type { Changes, Topic } from '../../contract/events.ts'

const historyOf = (bulletin: string | null) =>
  bulletin === null ? ['bulletins', 'history'] : ['bulletins', 'history', bulletin]

/** What is read again when something of a topic has happened, for one bulletin or for many. */
const keysOf: Record<Topic, (bulletin: string | null) => readonly (readonly string[])[]> = {
  bulletins: () => [['bulletins']],
  triage: (bulletin) => [['triage'], historyOf(bulletin)],
  discussion: (bulletin) => [historyOf(bulletin)],
  lab: (bulletin) => [
    ['bulletins', 'catalogue'],
    ['bulletins', 'lab'],
    bulletin === null ? ['bulletins', 'view'] : ['bulletins', 'view', bulletin],
    historyOf(bulletin),
  ],
  decision: (bulletin) => [historyOf(bulletin)],
  rollouts: (bulletin) => [['rollouts'], historyOf(bulletin)],
  fleet: () => [['fleet']],
  coverage: (bulletin) => [historyOf(bulletin)],
}

/** Has read again what has changed, and nothing else: what is on screen now, the rest when it is wanted. */
export function refresh(client: QueryClient, { topics }: Changes): void {
  const keys = new Map<string, readonly string[]>()
  for (const [topic, bulletins] of Object.entries(topics) as [Topic, string[] | null][])
    for (const key of (bulletins ?? [null]).flatMap((bulletin) => keysOf[topic](bulletin))) keys.set(key.join(' '), key)
  for (const queryKey of keys.values()) void client.invalidateQueries({ queryKey })
}
