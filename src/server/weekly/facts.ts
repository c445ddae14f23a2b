/** Reads what an issue is made from, as it is now. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { ChangeEntry } from '../../contract/changes.ts'
import { dayIn } from '../../domain/due/days.ts'
import { ownedBulletin, type WeeklyFacts } from '../../domain/weekly/facts.ts'
import { weekOf, type Changed } from '../../domain/weekly/week.ts'
import { nothingRecorded, withRecorded } from '../../domain/lab/recorded.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CoverageReader } from '../machines/coverage.ts'
import type { Fixes } from '../fixes.ts'
import type { Overviews } from '../overview.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

export type WeeklyReaders = {
  store: Store
  catalogue: Catalogue
  fixes: Fixes
  coverage: Pick<CoverageReader, 'ofAll'>
  overviews: Overviews
  now: () => Date
}

/** Bulletins whose known issues are read. */
const maxRead = 300

async function changedIn(store: Store, { since, last }: { since: number; last: number }) {
  const entries: ChangeEntry[] = []
  for await (const page of store.weekly.changes(since, last)) {
    for (const entry of page) entries.push(entry)
    await yieldToEventLoop()
  }
  return weekOf(entries)
}

/** The known issues of what is ours and has any, or had. */
async function issuesOf(
  store: Store,
  changed: ReadonlyMap<string, Changed>,
  facts: Pick<WeeklyFacts, 'columns' | 'lines' | 'toInstall' | 'contained'>,
) {
  const wanted = [...changed.values()].flatMap(({ id, issues, place }) => {
    const found = ownedBulletin(facts, id)
    const hasIssues = issues.length > 0 || (place === 'new' && (found?.summary.knownIssues ?? 0) > 0)
    return found?.whose === 'own' && hasIssues ? [id] : []
  })
  const recorded = await store.lab.all()
  const known = new Map<string, readonly KnownIssue[]>()
  for (const id of wanted.slice(0, maxRead)) {
    const bulletin = await store.find(id)
    if (bulletin !== null) known.set(id, withRecorded(bulletin, recorded.get(id) ?? nothingRecorded).knownIssues)
    await yieldToEventLoop()
  }
  return known
}

export async function weeklyFacts(
  { store, catalogue, fixes, coverage, overviews, now }: WeeklyReaders,
  span: { since: number; last: number },
  zone: string,
): Promise<WeeklyFacts> {
  const [{ held, tree }, columns, toInstall, { fixes: onFleet }, { lines }, releases, overview, changed] =
    await Promise.all([
      catalogue.index(),
      catalogue.columns(),
      fixes.toInstall(),
      fixes.fleet(),
      store.fleet.current(),
      overviews.releases(),
      overviews.of(null, {}),
      changedIn(store, span),
    ])
  if (overview === null) throw new Error('the newest release has no overview')
  const contained = new Set(onFleet.flatMap(({ id, install }) => (install === undefined ? [id] : [])))
  const found = { columns, lines, toInstall, contained }
  return {
    ...found,
    notable: held.notable,
    platforms: tree,
    changed,
    checked: await coverage.ofAll(toInstall.keys()),
    issuesOf: await issuesOf(store, changed, found),
    releases: releases.releases,
    overview,
    today: dayIn(zone)(now()),
    zone,
  }
}
