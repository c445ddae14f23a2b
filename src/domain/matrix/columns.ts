/** Which columns the matrix has, and in which order: our own machines first, then what the rows touch, by family. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs, familyOf, isWithin } from '../platforms/platforms.ts'
import { byId } from '../table/by-id.ts'
import { oncePer } from '../table/once.ts'
import type { OwnPlatform } from './own.ts'
import { touchedBy, type RatedRows, type Touched } from './rows.ts'

/**
 * `own`: machines of the fleet. `family`: all that is touched of a family, beside what is ours. `version`: one version
 * of an unfolded family. `others`: families for which there is no room.
 */
export type PlatformColumn = {
  /** Its own: a family may have a column of ours and one for the rest of it. */
  key: string
  id: string
  kind: 'own' | 'family' | 'version' | 'others'
  /** What it speaks for: at least one platform that a row affects. */
  platforms: PlatformId[]
  /** How many rows affect it; of `others`, the family that most rows affect. */
  rows: number
  machines: number | null
  /** How many versions it speaks for; of `others`, how many families. */
  folded: number
}

type Choice = {
  source: RatedRows
  own: readonly OwnPlatform[]
  /** Platforms chosen in the filter; none chosen means all. */
  chosen: readonly PlatformId[]
  /** Families that show each version, and `others` for all families. */
  unfolded: readonly string[]
  tree: readonly Pick<Platform, 'id' | 'kind' | 'label'>[]
  isPlain: (row: number) => boolean
  dayOf: (row: number) => string
  /** For how many families there is room. */
  room: number
}

/** The column of the families for which there is no room. No family has this name. */
export const othersId = 'others'

const kindsInOrder = ['server', 'client', 'unknown', 'application', 'linux'] as const
export type FamilyKind = (typeof kindsInOrder)[number]

const linux = /(^|-)(linux|mariner|ubuntu|debian|suse|rhel|centos|fedora)(-|$)/

/** What kind of product a family is, as the first platform of it says. */
export const familyKinds = oncePer((tree: readonly Pick<Platform, 'id' | 'kind'>[]) => {
  const kinds = new Map(tree.toReversed().map(({ id, kind }) => [familyOf(id), kind]))
  return (family: PlatformId): FamilyKind => (linux.test(family) ? 'linux' : (kinds.get(family) ?? 'unknown'))
})

const collator = new Intl.Collator('en', { numeric: true })

type Family = {
  id: PlatformId
  kind: FamilyKind
  name: string
  keys: string[]
  rows: number
  plain: number
  latest: string
}

/** Most rows first: those that are in no fold count twice, and all three times where a family is touched in the newest month. */
function byWeight(newest: string) {
  const weightOf = ({ rows, plain, latest }: Family) => (rows + plain) * (month(latest) === newest ? 3 : 1)
  return (a: Family, b: Family) => weightOf(b) - weightOf(a) || b.rows - a.rows || (a.id < b.id ? -1 : 1)
}

const month = (day: string) => day.slice(0, 7)

/** By number of rows. */
const byNumber = (a: Family, b: Family) => b.rows - a.rows || (a.id < b.id ? -1 : 1)

/** Servers, clients, applications, Linux; each newest first, applications of a day by how many rows touch them. */
function inOrder(a: Family, b: Family): number {
  const isApart = a.kind === 'application' || a.kind === 'linux'
  return (
    kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind) ||
    collator.compare(month(b.latest), month(a.latest)) ||
    (isApart ? b.rows - a.rows : collator.compare(b.name, a.name)) ||
    collator.compare(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  )
}

const ownKey = (id: PlatformId) => `own ${id}`

/** The columns for what the rows affect; none is empty, and each platform that a row affects is in one of them. */
export function platformColumns({
  source,
  own,
  chosen,
  unfolded,
  tree,
  isPlain,
  dayOf,
  room,
}: Choice): PlatformColumn[] {
  const isOpen = (id: string) => unfolded.includes(id)
  const known = byId(tree)
  const keysOf = (id: PlatformId) => {
    if (chosen.length > 0 && !chosen.some((above) => isWithin(id, above))) return []
    const ours = own.filter(({ isTold }) => isTold(id)).map((each) => ownKey(each.id))
    const family = familyOf(id)
    return own.some(({ isWhole }) => isWhole(id)) ? ours : [...ours, isOpen(family) ? countedAs(id) : family]
  }
  const touched = touchedBy(source, { keysOf, isPlain, dayOf })
  const keysBeside = [...touched.keys()].filter((key) => !key.startsWith('own '))
  const families = Array.from(Map.groupBy(keysBeside, familyOf), ([id, keys]): Family => {
    const of = keys.flatMap((key) => touched.get(key) ?? [])
    return {
      id,
      kind: familyKinds(tree)(id),
      name: known.get(id)?.label.en ?? id,
      keys,
      rows: most(of, 'rows'),
      plain: most(of, 'plain'),
      latest:
        of
          .map(({ latest }) => latest)
          .toSorted()
          .at(-1) ?? '',
    }
  })
  const byImportance = byWeight(
    families
      .map(({ latest }) => month(latest))
      .toSorted()
      .at(-1) ?? '',
  )
  const ranked = families.toSorted((a, b) => Number(isOpen(b.id)) - Number(isOpen(a.id)) || byImportance(a, b))
  const isCut = families.length > room && !isOpen(othersId)
  const shown = isCut ? ranked.slice(0, Math.max(room - 1, families.filter(({ id }) => isOpen(id)).length)) : ranked
  const rest = ranked.filter((family) => !shown.includes(family))

  const columnOf = (id: string, kind: PlatformColumn['kind'], keys: readonly string[]): PlatformColumn => {
    const of = keys.flatMap((key) => touched.get(key) ?? [])
    const platforms = [...new Set(of.flatMap((each) => [...each.platforms]))].toSorted(collator.compare)
    const folded = new Set(platforms.map(kind === 'others' ? familyOf : countedAs)).size
    return {
      key: `${kind} ${id}`,
      id,
      kind,
      platforms,
      rows: most(of, 'rows'),
      machines: null,
      folded,
    }
  }
  const ours = own.flatMap(({ id, machines }): PlatformColumn[] =>
    touched.has(ownKey(id)) ? [{ ...columnOf(id, 'own', [ownKey(id)]), machines }] : [],
  )
  const order = own.length === 0 ? byNumber : inOrder
  const others = shown.toSorted(order).flatMap(({ id, keys }): PlatformColumn[] => {
    if (!isOpen(id)) return [columnOf(id, 'family', keys)]
    const name = (key: string) => known.get(key)?.label.en ?? key
    const newest = keys.toSorted(
      (a, b) => newestFirst(touched.get(a), touched.get(b)) || collator.compare(name(b), name(a)),
    )
    return newest.map((key) => columnOf(key, 'version', [key]))
  })
  const last =
    rest.length === 0
      ? []
      : [
          columnOf(
            othersId,
            'others',
            rest.flatMap(({ keys }) => keys),
          ),
        ]
  return [...ours, ...others, ...last]
}

/** The same, but families that say nothing on the first screen are in the last one; one alone stays. */
export function columnsInSight(
  columns: readonly PlatformColumn[],
  isInSight: (column: number) => boolean,
): PlatformColumn[] {
  const isRest = ({ kind }: PlatformColumn, at: number) => kind === 'others' || (kind === 'family' && !isInSight(at))
  const rest = columns.filter(isRest)
  if (rest.length < 2) return [...columns]
  const last: PlatformColumn = {
    key: `others ${othersId}`,
    id: othersId,
    kind: 'others',
    platforms: [...new Set(rest.flatMap(({ platforms }) => platforms))].toSorted(collator.compare),
    rows: rest.reduce((max, { rows }) => Math.max(max, rows), 0),
    machines: null,
    folded: rest.reduce((sum, { kind, folded }) => sum + (kind === 'others' ? folded : 1), 0),
  }
  return [...columns.filter((column, at) => !isRest(column, at)), last]
}

const most = (of: readonly Touched[], what: 'rows' | 'plain') => of.reduce((max, each) => Math.max(max, each[what]), 0)

const newestFirst = (a: Touched | undefined, b: Touched | undefined) =>
  collator.compare(b?.latest.slice(0, 7) ?? '', a?.latest.slice(0, 7) ?? '')
