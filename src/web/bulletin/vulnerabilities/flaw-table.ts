/** What the table of vulnerabilities is made of, worked out once for a bulletin. */
import { useMemo } from 'react'
import type { Bulletin, Vulnerability } from '../../../contract/bulletin.ts'
import type { BulletinContext } from '../../../contract/bulletin-context.ts'
import type { FleetLine } from '../../../contract/fleet.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { alikeColumns, type AlikeColumn } from '../../../domain/matrix/alike-columns.ts'
import { columnHead, type ColumnHead } from '../../../domain/matrix/column-head.ts'
import { completeRatings } from '../../../domain/matrix/complete-ratings.ts'
import { platformListsIn } from '../../../domain/bulletin/ratings.ts'
import { assessFlaws, splitByNotability, type AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { byId } from '../../../domain/table/by-id.ts'

/** Up to as many vulnerabilities are open from the start. */
const maxOpened = 6

/** Columns of platforms beside the others: more of them would leave no place for what they are about. */
const maxColumns = 5

export type FlawColumn = AlikeColumn & { head: ColumnHead }

export type FlawTable = {
  assessed: readonly AssessedFlaw[]
  notable: readonly AssessedFlaw[]
  folded: readonly AssessedFlaw[]
  columns: readonly FlawColumn[]
  /** What shares the last column, where there are more than can be shown. */
  rest: readonly AlikeColumn[]
  /** Which of the other columns any vulnerability has something for. */
  has: { epss: boolean; exploitability: boolean; why: boolean }
  /** Whether the heads name every platform, so that a row says all. */
  isWhole: boolean
  /** Whether there are so few that they are read like a text: their details are open, on paper too. */
  isShort: boolean
  /** How many platforms there are. */
  platforms: number
}

/** The platforms that any vulnerability or the bulletin names, in the order of the tree; those that it does not know last. */
function platformsOf(bulletin: Bulletin, rows: readonly Vulnerability[], order: ReadonlyMap<PlatformId, number>) {
  const named = new Set(bulletin.platforms.map(({ platform }) => platform))
  for (const list of platformListsIn(rows)) for (const platform of list) named.add(platform)
  return [...named].toSorted((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
}

function flawTable(bulletin: Bulletin, { flaws, platforms }: BulletinContext, fleet: readonly FleetLine[]): FlawTable {
  const assessed = assessFlaws(completeRatings(bulletin), flaws)
  const tree = byId(platforms)
  const order = new Map(platforms.map(({ id }, position) => [id, position]))
  const rows = assessed.map(({ flaw }) => flaw)
  const all = platformsOf(bulletin, rows, order)
  const own = [...new Set(fleet.map(({ platform }) => platform))]
  const { shown, rest } = alikeColumns(rows, all, own, maxColumns)
  const columns = shown.map((column) => ({ ...column, head: columnHead(column.platforms, all, tree) }))
  return {
    assessed,
    ...splitByNotability(assessed),
    columns,
    rest,
    isWhole: rest.length === 0 && columns.every(({ head }) => head.families === 0),
    isShort: assessed.length <= maxOpened,
    platforms: all.length,
    has: {
      why: assessed.some(({ reasons }) => reasons.length > 0),
      epss: assessed.some(({ context }) => context.epss !== undefined),
      exploitability: assessed.some(({ flaw }) => flaw.exploitability !== undefined),
    },
  }
}

/** The table of a bulletin; made anew when the bulletin, what is around it or the fleet has changed. */
export function useFlawTable(bulletin: Bulletin, context: BulletinContext, fleet: readonly FleetLine[]): FlawTable {
  return useMemo(() => flawTable(bulletin, context, fleet), [bulletin, context, fleet])
}
