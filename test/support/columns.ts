import type { Due } from '../../src/contract/due.ts'
import type { Hold } from '../../src/contract/holds.ts'
import type { Platform } from '../../src/contract/platform.ts'
import { IndexRow, IndexTable, type Summary } from '../../src/contract/summary.ts'
import type { Triage } from '../../src/contract/words.ts'
import { applyFilter } from '../../src/domain/filter/apply.ts'
import type { LastChange } from '../../src/domain/changes/last-changes.ts'
import { buildColumns, type Columns } from '../../src/domain/filter/columns.ts'
import { fixesHeldIn } from '../../src/domain/holds/held.ts'
import { encodeTable } from '../../src/domain/table/encode.ts'
import { openTable } from '../../src/domain/table/open.ts'
import { machinesOf } from '../../src/domain/fleet/exposure.ts'
import { isOpen, isReviewDue } from '../../src/domain/triage/triage.ts'

/** Who asks in the tests. */
export const me = 'Ito'

/** The day of the tests. A made-up bulletin that is deferred is due by then where its number is even. */
export const today = '2005-04-14'
export const stateOf = (id: string, status: Triage) => ({
  status,
  reviewOn: status !== 'deferred' ? null : Number(id.slice(-1)) % 2 === 0 ? today : '2005-04-15',
  assignee: [null, me, 'Doe, Jane (50%)'][Number(id.slice(-1)) % 3] ?? null,
})
/** After which event changes count in the tests. */
export const changedSince = 3
/** What has changed of a made-up bulletin; nothing is known of some. */
export function changesOfRow(id: string): readonly LastChange[] {
  const digit = Number(id.slice(-1))
  const at = '2005-04-13T10:00:00.000Z'
  return [
    ...(digit % 2 === 0 ? [{ kind: 'exploit-up' as const, event: digit, at }] : []),
    ...(digit % 3 === 0 ? [{ kind: 'text' as const, event: digit + 1, at }] : []),
  ]
}
/** How many days are left of a made-up bulletin: some are overdue, of some there is no day. */
const leftOf = [-2, 0, 3, null, 14, 40, 60, 61, undefined, 5]
function dayOf(id: string): Due | undefined {
  const left = leftOf[Number(id.slice(-1))]
  const rule = { by: 'kev', cve: 'CVE-2005-0048' } as const
  return left === undefined ? undefined : { on: left === null ? null : today, rule, first: today, left }
}
/** The due day of a made-up bulletin; none where nothing is left to do. */
export const dueOf = ({ id, triage }: Pick<Summary, 'id' | 'triage'>): Due | undefined =>
  isOpen(triage) ? dayOf(id) : undefined

/** Machines of the tests: of a whole version, of one of its variants, and of a family that is on file as such. */
export const fleet = machinesOf(
  [
    { platform: 'windows-2000', edition: null, machines: 20 },
    { platform: 'windows-xp.sp1.itanium', edition: null, machines: 3 },
    { platform: 'windows-98', edition: null, machines: 100 },
  ],
  ['windows-98', 'windows-2000.sp3', 'windows-2000.sp4', 'windows-xp.sp1.itanium', 'windows-xp.sp2'].map((id) => ({
    id,
  })),
)
const madeUp = { version: 1, roles: [], reason: 'a test', by: me, at: '2005-04-01T00:00:00.000Z', renewals: 0 }
const openHold = { ...madeUp, until: '2005-05-01', first: '2005-05-01', renewed: null, ended: null }

/** Holds of the tests: on some bulletins by their names, and on every fix of a variant. */
export const holdsOf = (ids: readonly string[]): Hold[] => [
  { ...openHold, id: 1, bulletins: ids.filter((id) => Number(id.slice(-1)) % 5 === 0), platforms: ['windows-98'] },
  { ...openHold, id: 2, bulletins: null, platforms: ['windows-2000.sp3', 'windows-xp.sp1'] },
]

/** Whether a made-up bulletin is to be installed. */
export const isToInstall = (id: string): boolean => Number(id.slice(-1)) % 4 === 0

export const isDue = ({ id, triage }: Summary): boolean => isReviewDue(stateOf(id, triage), today)

/** Columns of summaries that have gone over the wire and back. */
export function columnsOf(
  summaries: readonly Summary[],
  platforms: readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[],
): Columns {
  const table = openTable<IndexRow>(
    IndexTable.parse(JSON.parse(JSON.stringify(encodeTable(summaries, IndexRow.shape)))),
  )
  return buildColumns(table, platforms).with({
    states: new Map(summaries.map(({ id, triage }) => [id, stateOf(id, triage)])),
    today,
    me,
    changedSince,
    changes: new Map(summaries.map(({ id }) => [id, changesOfRow(id)])),
    due: new Map(
      summaries.flatMap(({ id }) => {
        const due = dayOf(id)
        return due === undefined ? [] : [[id, due] as const]
      }),
    ),
    machines: fleet,
    toInstall: new Set(summaries.map(({ id }) => id).filter(isToInstall)),
    held: fixesHeldIn(table, holdsOf(summaries.map(({ id }) => id))),
  })
}

/** The answer of the engine with the summaries themselves in place of their rows. */
export function filterWhole(
  columns: Columns,
  ...how: Parameters<typeof applyFilter> extends [unknown, ...infer Rest] ? Rest : never
) {
  const { rows, counts } = applyFilter(columns, ...how)
  return { bulletins: Array.from(rows, columns.summaryAt), counts }
}
