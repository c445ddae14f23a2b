/** The answer behind the start page: one for all who look at a release, made again when anything has changed that is in it. */
import type { Overview } from '../contract/overview.ts'
import { dayIn } from '../domain/due/days.ts'
import { changeClasses, classedChanges, examplesIn } from '../domain/overview/changes.ts'
import { overviewOf, toInstallOf, type SharedOverview } from '../domain/overview/overview.ts'
import { installedOnVersions } from '../domain/overview/platforms.ts'
import { releasesIn } from '../domain/releases/list.ts'
import { valueAt } from '../domain/table/open.ts'
import { nameOf, type Principal } from './access/principal.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { CoverageReader } from './machines/coverage.ts'
import type { Fixes } from './fixes.ts'
import type { TestGrids } from './lab-grid.ts'
import { memoizeByKey, memoizeByVersion } from './memoize.ts'
import type { Watch } from './sources/scheduler.ts'
import type { Plans } from './plans/plans.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** Releases whose answers are kept: stepping from month to month comes back to them. */
const keptReleases = 24

/** Imports among which the last one of a source is looked for. */
const importsRead = 100

type Deps = {
  store: Store
  catalogue: Catalogue
  fixes: Fixes
  coverage: Pick<CoverageReader, 'ofAll'>
  testGrids: TestGrids
  watch: Pick<Watch, 'list'>
  plans: Pick<Plans, 'underWay'>
}

export function overviewsOf({ store, catalogue, fixes, coverage, testGrids, watch, plans }: Deps) {
  const releases = memoizeByVersion(catalogue.indexVersion, async () => {
    const { table, notable } = (await catalogue.index()).held
    return releasesIn(table, notable)
  })

  /** What a person who is not known by name sees: the same columns for all. */
  async function columnsNow() {
    const [columns, toInstall] = await Promise.all([catalogue.columns(), fixes.toInstall()])
    return { toInstall, columns: columns.with({ toInstall: new Set(toInstall.keys()) }) }
  }

  async function make(key: string | null): Promise<SharedOverview> {
    const [{ held, tree }, { columns, toInstall }, list, onFleet, { lines }, runs, states, { today, zone }] =
      await Promise.all([
        catalogue.index(),
        columnsNow(),
        releases(),
        fixes.onFleet(),
        store.fleet.current(),
        store.fleet.rollouts(),
        store.triage.since(0),
        catalogue.clock.list(),
      ])
    const facts = { columns, notable: held.notable, lines, platforms: tree, toInstall }
    const ids = key === null ? [] : toInstallOf(facts, key)
    const told = new Set([...ids, ...installedOnVersions(lines, onFleet)])
    const dayOf = dayIn(zone)
    const setOn = new Map(states.map(({ id, at }) => [id, at === null ? null : dayOf(at)]))
    return overviewOf({
      ...facts,
      releases: list,
      key,
      today,
      onFleet,
      checked: await coverage.ofAll(told),
      grid: key === null ? null : await testGrids(key),
      runs,
      setOn: (id) => setOn.get(id) ?? null,
      pause: yieldToEventLoop,
    })
  }

  /** Everything in it is an event, but for the day. */
  const version = async () => `${await store.events.last()} ${await catalogue.version()}`
  const kept = memoizeByKey<string | null, SharedOverview>(keptReleases)
  const shared = async (key: string | null) => kept(key, () => make(key), await version())

  async function changesSince(since: number): Promise<Overview['changes']> {
    const [columns, last] = await Promise.all([catalogue.columns(), store.changes.version()])
    const { title } = columns.table.columns
    const classes = changeClasses(columns.overlay.changes, since, (bulletin) => columns.rowOf(bulletin) !== undefined)
    const entries = await store.changes.newest(examplesIn(classes))
    return classedChanges(
      classes,
      { since, last },
      entries,
      (bulletin) => valueAt(title, columns.rowOf(bulletin) ?? -1) ?? {},
    )
  }

  async function ages(): Promise<Overview['data']> {
    const [sources, imports] = await Promise.all([watch.list(), store.imports.list(importsRead)])
    const watched = sources.filter(({ isOn }) => isOn)
    // Of a look that failed nothing is kept of the one before, but for what that has brought.
    const lastBrought = (id: string) => imports.find(({ source }) => source === id)?.at ?? null
    return {
      readAt: imports[0]?.at ?? null,
      sources: watched.map(({ id, title, lastRun }) => ({
        id,
        title,
        readAt: lastRun === null || lastRun.outcome === 'failed' ? lastBrought(id) : lastRun.finishedAt,
        isFailing: lastRun?.outcome === 'failed',
        message: lastRun?.message ?? null,
      })),
      off: sources.length - watched.length,
    }
  }

  return {
    releases,
    /** The answer for a person; null where there is no such release. `since`: after which event changes count, where they say so. */
    async of(
      person: Principal | null,
      { release, since }: { release?: string | undefined; since?: string | undefined },
    ) {
      const { newest, releases: known } = await releases()
      const key = release ?? newest
      if (release !== undefined && !known.some((each) => each.key === release)) return null
      const hasName = person !== null && person.name !== null
      const seen = since === undefined ? (hasName ? await store.changes.seen(nameOf(person)) : null) : Number(since)
      const [common, data, underWay, changes] = await Promise.all([
        shared(key),
        ages(),
        plans.underWay(),
        seen === null ? null : changesSince(seen),
      ])
      return { ...common, changes, data, plans: underWay } satisfies Overview
    },
  }
}

export type Overviews = ReturnType<typeof overviewsOf>
