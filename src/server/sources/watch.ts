/** Looks at the sources that are switched on when they are due, one after the other. Until one is, nothing is asked. */
import type { Source, SourceRun, SourceSettings } from '../../contract/sources.ts'
import type { Fetcher } from '../fetching/fetch-document.ts'
import { importDocument, type Reader } from '../imports/import-document.ts'
import { totalsOf } from '../imports/report.ts'
import type { Store } from '../store/store.ts'
import { neverRun, type ShippedSource, type StoredSource } from '../store/sources.ts'
import { lookAt, type Look } from './look.ts'
import { nextLook } from './schedule.ts'

type Deps = {
  store: Store
  fetch: Fetcher
  read: Reader
  now: () => Date
  /** Told of errors that are no fault of a source. */
  report: (error: unknown) => void
}

export type Watch = {
  list: () => Promise<Source[]>
  find: (id: string) => Promise<Source | null>
  /** Adds a source, or changes what is set of it; null where it is not there to be changed. `who` is named in the log. */
  add: (settings: SourceSettings, who?: string) => Promise<Source>
  change: (id: string, settings: SourceSettings, who?: string) => Promise<Source | null>
  /** False where it is not there, or ships with the product. */
  remove: (id: string, who?: string) => Promise<boolean>
  /** Looks at a source now, whether it is switched on or not. Null where there is none. */
  fetchNow: (id: string) => Promise<Source | null>
  /** Begins to look at what is due, now and every minute. */
  start: () => void
  /** Ends after the document that is under way. */
  stop: () => Promise<void>
}

const problemsAtMost = 100
const period = 60_000
/** A look that this server has begun is no other's for so long: it looks again where this one was ended meanwhile. */
const lease = 15 * 60_000

function runOf(look: Look, startedAt: Date, finishedAt: Date): SourceRun {
  const totals = totalsOf(look.reports)
  const isChanged = totals.added + totals.updated > 0
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    outcome: look.stopped !== null ? 'failed' : totals.refused > 0 ? 'partly' : isChanged ? 'changed' : 'unchanged',
    message: look.stopped?.message ?? null,
    fetched: look.fetched,
    skipped: look.skipped,
    totals,
    problems: look.reports
      .flatMap(({ document, problems }) =>
        problems.map(({ place, rule, message }) => ({ place: `${document}: ${place}`, rule, message })),
      )
      .slice(0, problemsAtMost),
  }
}

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

export function watchSources({ store, fetch, read, now, report }: Deps): Watch {
  const { sources } = store
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  const queued = new Set<string>()
  /** The looks that are asked for, one behind the other. */
  let last: Promise<void> = Promise.resolve()
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
    isRunning: queued.has(id),
    nextRunAt: isOn ? nextRunAt : null,
  })
  const stored = async (id: string) => (await sources.list()).find((source) => source.id === id) ?? null

  async function look(id: string) {
    const source = await stored(id)
    if (source === null || isStopping()) return
    const startedAt = now()
    const result = await lookAt(source.url, {
      fetch,
      take: (document) => importDocument(store, document, { keepGoing: false, read }),
      seen: await sources.seen(id),
      see: (url, seen) => sources.see(id, url, seen),
      since: source.since,
      signal: stopping.signal,
    })
    // A look that was cut short says nothing of the source.
    if (isStopping()) return
    const finished = now()
    const failures = result.stopped === null ? 0 : source.failures + 1
    await sources.ran(id, {
      failures,
      lastRun: runOf(result, startedAt, finished),
      nextRunAt: nextLook(finished, { everyHours: source.everyHours, failures, stopped: result.stopped }),
    })
  }

  function enqueue(id: string) {
    if (queued.has(id)) return
    queued.add(id)
    last = last
      .then(() => look(id))
      .catch(report)
      .then(() => void queued.delete(id))
  }

  async function lookAtDue() {
    const moment = now().toISOString()
    const until = new Date(now().getTime() + lease).toISOString()
    for (const { id, isOn, nextRunAt } of await sources.list()) {
      const isDue = isOn && (nextRunAt === null || nextRunAt <= moment)
      if (isDue && !queued.has(id) && (await sources.claim(id, nextRunAt, until))) enqueue(id)
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
      do id = freshId(settings.title, new Set((await sources.list()).map((source) => source.id)))
      while (!(await sources.add(id, { ...settings, isShipped: false }, who)))
      if (settings.isOn) enqueue(id)
      return shown({ id, ...settings, isShipped: false, ...neverRun })
    },
    async change(id, settings, who) {
      const source = await stored(id)
      if (source === null) return null
      const isSwitchedOn = settings.isOn && !source.isOn
      await sources.set(id, { ...settings, isShipped: source.isShipped }, who)
      if (isSwitchedOn) enqueue(id)
      return shown({ ...source, ...settings })
    },
    async remove(id, who) {
      const source = await stored(id)
      if (source === null || source.isShipped) return false
      await sources.remove(id, who)
      return true
    },
    async fetchNow(id) {
      const source = await stored(id)
      if (source === null) return null
      enqueue(id)
      return shown(source)
    },
    start() {
      const check = () => void lookAtDue().catch(report)
      timer = setInterval(check, period).unref()
      check()
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await last
    },
  }
}
