import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Changes, Topic } from '../../../contract/events.ts'
import { bulletinKey, everyBulletinKey, wholeKey, type BulletinKey, type WholeKey } from '../query-keys.ts'

/** What shows a topic. */
const shownBy: Record<Topic, { whole: readonly WholeKey[]; single: readonly BulletinKey[] }> = {
  bulletins: {
    whole: [
      'catalogue',
      'vulnerabilities',
      'lab',
      'lab-grid',
      'imports',
      'texts',
      'due',
      'fixes',
      'changes',
      'lifecycle',
      'vulnerability',
      'releases',
      'overview',
      'plans',
      'concerns',
      'my-work',
    ],
    single: ['bulletin', 'context', 'history', 'due'],
  },
  changes: { whole: ['changes', 'vulnerability', 'overview', 'concerns'], single: ['history'] },
  triage: {
    whole: ['triage', 'vulnerability', 'overview', 'board', 'concerns', 'my-work'],
    single: ['history', 'due'],
  },
  due: { whole: ['due', 'due-policy', 'overview', 'plans', 'concerns', 'my-work'], single: ['history', 'due'] },
  discussion: { whole: ['texts', 'board', 'concerns'], single: ['history'] },
  'field-reports': { whole: ['texts', 'field-reports', 'board', 'concerns'], single: ['history'] },
  watches: { whole: ['watches', 'board', 'concerns'], single: [] },
  lab: {
    whole: ['catalogue', 'lab', 'lab-grid', 'texts', 'changes', 'overview', 'plans', 'holds', 'concerns'],
    single: ['bulletin', 'history', 'recorded'],
  },
  issues: {
    whole: ['catalogue', 'lab', 'lab-grid', 'changes', 'overview', 'plans', 'concerns'],
    single: ['bulletin', 'history'],
  },
  // With the holds comes what tools may deploy.
  decision: { whole: ['holds', 'overview', 'concerns'], single: ['history'] },
  rollouts: { whole: ['rollouts', 'overview'], single: ['history'] },
  plans: { whole: ['plans', 'overview', 'concerns'], single: [] },
  fleet: { whole: ['fleet', 'lab-grid', 'due', 'fixes', 'changes', 'overview', 'holds'], single: ['context', 'due'] },
  machines: {
    whole: ['machines', 'fleet', 'lab-grid', 'due', 'fixes', 'overview', 'plans'],
    single: ['context', 'due', 'coverage'],
  },
  signals: { whole: ['catalogue', 'due', 'vulnerability', 'overview'], single: ['context', 'due'] },
  filters: { whole: ['filters'], single: [] },
  teams: { whole: ['assignees'], single: [] },
  checklist: { whole: ['checklist'], single: [] },
  weekly: { whole: ['weekly'], single: [] },
  holds: { whole: ['holds', 'plans'], single: ['history'] },
  notices: { whole: ['notices'], single: [] },
  coverage: { whole: ['overview'], single: ['history', 'coverage'] },
}

/** The keys of what shows a change: of the bulletins that are named, or where none are, of every one. */
function keysOf(topic: Topic, bulletins: readonly string[] | null): QueryKey[] {
  const { whole, single } = shownBy[topic]
  const ofEach = single.flatMap(
    (name): QueryKey[] => bulletins?.map((id) => bulletinKey(name, id)) ?? [everyBulletinKey(name)],
  )
  // A version on file never changes, unless the store was set back: then nothing is named.
  return [
    ...whole.map(wholeKey),
    ...ofEach,
    ...(topic === 'bulletins' && bulletins === null ? [everyBulletinKey('version')] : []),
  ]
}

/**
 * Has read again what shows a change, and nothing else: what is on screen now, the rest when it is wanted. Done when what
 * is on screen has been read.
 */
export async function refresh(client: QueryClient, topics: Changes['topics']): Promise<void> {
  const keys = new Map<string, QueryKey>()
  for (const [topic, bulletins] of Object.entries(topics) as [Topic, string[] | null][])
    for (const key of keysOf(topic, bulletins)) keys.set(key.join(' '), key)
  await Promise.all(Array.from(keys.values(), (queryKey) => readAgain(client, queryKey)))
}

async function readAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  // An answer that is under way may have been made before the change. The library asks in its place where it has an older
  // one; a first answer it takes for new, so that it is asked for again once it is there.
  const first = client
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  const again = first.map(async (query) => {
    await query.promise?.catch(() => {})
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  })
  await Promise.all([client.invalidateQueries({ queryKey }), ...again])
}
