import { IndexRow, type BulletinQuery } from '../contract/summary.ts'
import { indexRow } from '../domain/bulletin/summary.ts'
import { buildColumns } from '../domain/filter/columns.ts'
import { wordsInTexts } from '../domain/search/words.ts'
import { machinesOf } from '../domain/fleet/exposure.ts'
import { platformTree } from '../domain/platforms/platforms.ts'
import { withoutFormer } from '../domain/platforms/present.ts'
import { encodeTable } from '../domain/table/encode.ts'
import { openTable } from '../domain/table/open.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'
import { clockOf } from './due/clock.ts'
import { memoizeByVersion } from './memoize-by-version.ts'
import type { Principal } from './access/principal.ts'
import type { Fixes } from './fixes.ts'
import type { Store } from './store/store.ts'

/** Rows that are joined at a time. */
const rowsAtOnce = 500

/** The row of every bulletin, with what catalogues say of its vulnerabilities. */
async function joinedRows(store: Store): Promise<IndexRow[]> {
  const stored = await store.summaries()
  const signals = await store.signals.forCves(
    stored.flatMap(({ vulnerabilities }) => vulnerabilities.flatMap(({ cve }) => cve ?? [])),
  )
  const rows: IndexRow[] = []
  for (const [at, summary] of stored.entries()) {
    rows.push(indexRow(summary, signals))
    if (at % rowsAtOnce === rowsAtOnce - 1) await yieldToEventLoop()
  }
  return rows
}

/** What lists are answered from. */
export function catalogueOf(store: Store, fixes: Pick<Fixes, 'toInstall'>, now: () => Date) {
  /** The calendar day where the server is. */
  const today = () => now().toLocaleDateString('sv-SE')
  /** Bulletins and signals are counted by the same events. */
  const indexVersion = async () => Math.max(await store.version(), await store.signals.version())
  /** The index of all summaries and the platform tree; made when a bulletin or a signal has changed. */
  const index = memoizeByVersion(indexVersion, async () => {
    const made = await indexVersion()
    const [rows, platforms] = await Promise.all([joinedRows(store), store.platforms()])
    const tree = await platformTree(withoutFormer(platforms, rows), rows, yieldToEventLoop)
    await yieldToEventLoop()
    const table = encodeTable(rows, IndexRow.shape)
    await yieldToEventLoop()
    return { version: made, table, tree, columns: buildColumns(openTable(table), tree) }
  })
  const clock = clockOf({
    store,
    fixes,
    now,
    async index() {
      const { columns: bare, tree } = await index()
      return { table: bare.table, platforms: tree }
    },
    indexVersion,
  })
  const version = async () =>
    [await clock.version(), await store.triage.version(), await store.changes.version(), today()].join(' ')
  /** The columns that a filter reads, with what the team has set; made when that or the day has changed, too. */
  const columns = memoizeByVersion(version, async () => {
    const [{ columns: bare, tree }, states, { due }, { lines }, changes] = await Promise.all([
      index(),
      store.triage.since(0),
      clock.list(),
      store.fleet.current(),
      store.changes.last(),
    ])
    return bare.with({
      states: new Map(states.map((state) => [state.id, state])),
      due,
      machines: machinesOf(lines, tree),
      changes,
      today: today(),
    })
  })
  /** The same for a query of a person: by name what is theirs, and with what its words are found in beside the index. */
  const columnsFor = async (person: Principal | null, { q = '', mine, changedSince = '0' }: BulletinQuery) => {
    const words = wordsInTexts(q)
    const [made, found, wanted] = await Promise.all([
      columns(),
      words.length === 0 ? [] : store.search.bulletinsWith(words),
      mine === undefined ? new Map<string, unknown>() : fixes.toInstall(),
    ])
    const asked = { found, toInstall: new Set(wanted.keys()), changedSince: Number(changedSince) }
    return made.with({ me: person?.name ?? null, ...asked })
  }
  return { version, indexVersion, index, columns, columnsFor, clock }
}

export type Catalogue = ReturnType<typeof catalogueOf>
