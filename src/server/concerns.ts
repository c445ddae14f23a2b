/** What concerns a person, from all that is on file. */
import type { Concerns } from '../contract/board.ts'
import { addDays, daysFrom } from '../domain/due/days.ts'
import { concernsOf, type ConcernFacts } from '../domain/board/concerns.ts'
import { keptGates } from '../domain/plans/kept-gates.ts'
import { isOpen } from '../domain/triage/triage.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Plans } from './plans/plans.ts'
import { startIn } from './reports/start-of-day.ts'
import type { Reading } from './store/board.ts'
import type { Store } from './store/store.ts'

type Deps = { store: Store; catalogue: Catalogue; plans: Plans; now: () => Date }

/** How many days before it a due day is near. */
const nearDays = 3

/** For how many days it is told that another person has set a password. */
const passwordDays = 30

export function concernsFor({ store, catalogue, plans, now }: Deps) {
  /** What is open and theirs, and which days of that are near or over. */
  async function assignedTo(name: string): Promise<Pick<ConcernFacts, 'assigned' | 'due'>> {
    const [columns, { due, today, zone }] = await Promise.all([catalogue.columns(), catalogue.clock.list()])
    const ids = [...columns.overlay.states].flatMap(([id, state]) =>
      state.assignee === name && isOpen(state.status) ? [id] : [],
    )
    const startOf = startIn(zone)
    const days = ids.flatMap((id) => {
      const [on, row] = [due.get(id)?.on ?? null, columns.rowOf(id)]
      if (on === null || row === undefined || addDays(on, -nearDays) > today) return []
      const isOverdue = on < today
      const at = startOf(addDays(on, isOverdue ? 1 : -nearDays))
      return [{ bulletin: id, title: columns.summaryAt(row).title, on, at, isOverdue }]
    })
    return { assigned: new Set(ids), due: days }
  }

  /** The gates of running plans of theirs that keep a wave. */
  async function gatesOf(name: string): Promise<ConcernFacts['gates']> {
    const own = (await store.plans.list()).filter(
      ({ owner, state }) => owner === name && (state === 'running' || state === 'stopped'),
    )
    const gates: ConcernFacts['gates'][number][] = []
    for (const plan of own) {
      for (const { wave, name, since } of keptGates(await plans.view(plan, false)))
        gates.push({ plan: plan.id, title: { en: plan.name }, wave: name || wave, at: since })
    }
    return gates
  }

  /** Their own channels to which nothing is sent any more. */
  async function stoppedOf(person: number | null): Promise<ConcernFacts['channels']> {
    const own = (await store.channels.all()).filter(
      (channel) => channel.state === 'stopped' && channel.owner.kind === 'person' && channel.person === person,
    )
    return own.map(({ id, name, address, why, at }) => ({ id, title: { en: name || address }, why: why ?? '', at }))
  }

  return async (of: Reading | null): Promise<Concerns> => {
    const upTo = { event: await store.events.last(), at: now().toISOString() }
    // A program has no concerns, and neither has who only looks.
    if (of === null) return { items: [], unread: 0, upTo }
    const { owner, name } = of
    const [read, addressed, watched, mine, gates, channels, password] = await Promise.all([
      store.board.readUpTo(owner),
      store.board.addressedTo(owner),
      store.board.watchedBy(owner),
      assignedTo(name),
      gatesOf(name),
      stoppedOf(owner === 'single-user' ? null : owner.person),
      owner === 'single-user' ? null : store.access.passwordSetFor(name, daysFrom(now(), -passwordDays)),
    ])
    return concernsOf({ me: name, read, addressed, watched, ...mine, gates, channels, password, upTo })
  }
}
