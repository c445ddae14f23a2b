/** Looks at the sources that are switched on when they are due, a few at once. Until one is, nothing is asked. */
import type { Source, SourceContents, SourceSettings } from '../../contract/sources.ts'
import type { Store } from '../store/store.ts'
import { neverRun, type ShippedSource, type StoredSource } from '../store/sources.ts'
import { crawlEnd, lookPerformer, usualLookTime, type LookDeps } from './perform.ts'
import { lookQueue } from './queue.ts'

export type Watch = {
  list: () => Promise<Source[]>
  find: (id: string) => Promise<Source | null>
  /** Adds a source, or changes what is set of it; null where it is not there to be changed. `who` is named in the log. */
  add: (settings: SourceSettings, who?: string) => Promise<Source>
  /** A look at what the source was is ended, and what it is now is looked at where it is switched on. */
  change: (id: string, settings: SourceSettings, who?: string) => Promise<Source | null>
  /** Ends the look at it, too, and takes out what it brought if that is wanted. False where it is not there, or ships with the product. */
  remove: (id: string, who: string, what: { withContents: boolean }) => Promise<boolean>
  /** How much it has brought; null where there is no such source. */
  countContents: (id: string) => Promise<SourceContents | null>
  /** Looks at a source now, whether it is switched on or not. Null where there is none. */
  fetchNow: (id: string) => Promise<Source | null>
  /** Begins to look at what is due, now and every minute. */
  start: () => void
  /** Ends the looks that are under way, and begins none any more. */
  stop: () => Promise<void>
}

const period = 60_000

/** How many sources are looked at at once: one that is slow holds up no other. */
const looksAtOnce = 3

/** A look that this server has begun is no other's for so long: it looks again where this one was ended meanwhile. */
const lease = usualLookTime + 5 * 60_000

/** An id that is not taken, out of a title. */
function freshId(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 30) || 'source'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}

/** Puts the sources that ship with the product beside those that are there, switched off. */
export async function seedSources({ sources }: Store, shipped: readonly ShippedSource[]): Promise<void> {
  const known = new Set((await sources.list()).map(({ id }) => id))
  for (const source of shipped.filter(({ id }) => !known.has(id)))
    await sources.add(source.id, { ...source, isOn: false, isShipped: true })
}

export function watchSources(deps: LookDeps): Watch {
  const { store, now, report } = deps
  const { sources } = store
  const performer = lookPerformer(deps)
  const queue = lookQueue({ atOnce: looksAtOnce, perform: performer.perform })
  let timer: NodeJS.Timeout | undefined

  const shown = ({ id, title, url, isOn, everyHours, since, isShipped, lastRun, nextRunAt }: StoredSource): Source => ({
    id,
    title,
    url,
    isOn,
    everyHours,
    since,
    isShipped,
    lastRun,
    isRunning: queue.has(id),
    nextRunAt: isOn ? nextRunAt : null,
  })
  const stored = async (id: string) => (await sources.list()).find((source) => source.id === id) ?? null

  async function lookAtDue() {
    const again = new Set(await performer.catchUp())
    const moment = now().toISOString()
    const until = new Date(now().getTime() + lease).toISOString()
    for (const { id, url, isOn, nextRunAt } of await sources.list()) {
      const isDue = isOn && (nextRunAt === null || nextRunAt <= moment)
      if (again.has(id)) queue.add(id, url)
      else if (isDue && !queue.has(id) && (await sources.claim(id, nextRunAt, until))) queue.add(id, url)
    }
  }

  return {
    list: async () => (await sources.list()).map(shown),
    async find(id) {
      const source = await stored(id)
      return source && shown(source)
    },
    async add(settings, who) {
      let id: string
      do id = freshId(settings.title, await sources.takenIds())
      while (!(await sources.add(id, { ...settings, isShipped: false }, who)))
      if (settings.isOn) queue.add(id, settings.url)
      return shown({ id, ...settings, isShipped: false, ...neverRun })
    },
    async change(id, settings, who) {
      const source = await stored(id)
      if (source === null) return null
      await sources.set(id, { ...settings, isShipped: source.isShipped }, who)
      const why = crawlEnd(source, { ...source, ...settings })
      if (why !== null) await queue.end(id, why)
      if (settings.isOn && (why !== null || !source.isOn)) queue.add(id, settings.url)
      const changed = await stored(id)
      return changed && shown(changed)
    },
    async remove(id, who, { withContents }) {
      const source = await stored(id)
      if (source === null || source.isShipped) return false
      await queue.end(id, 'removed')
      if (withContents) await store.imports.removeDocuments(id, who)
      await sources.remove(id, who)
      return true
    },
    countContents: async (id) => ((await stored(id)) === null ? null : store.imports.countOf(id)),
    async fetchNow(id) {
      const source = await stored(id)
      if (source === null) return null
      queue.add(id, source.url)
      return shown(source)
    },
    start() {
      const check = () => void lookAtDue().catch(report)
      timer = setInterval(check, period).unref()
      check()
    },
    async stop() {
      clearInterval(timer)
      await queue.stop()
    },
  }
}
