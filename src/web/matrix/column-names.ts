/** What the heads of the columns say: short, whole words, and no two alike. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { othersId, type PlatformColumn } from '../../domain/matrix/columns.ts'
import { countedAs, familyOf } from '../../domain/platforms/platforms.ts'
import { byId } from '../../domain/table/by-id.ts'
import { readText } from '../i18n/local-text.tsx'
import type { Language } from '../i18n/language.tsx'
import type { MatrixMessages } from './messages.ts'

/** `short`: what fits a slanted head. `full`: the name as it is read out. */
export type ColumnName = { short: string; full: string }

/** What a slanted head has room for, in widths of a Latin letter. */
const room = 22

const widthOf = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)

/** As many whole words as there is room for. */
function clipped(text: string): string {
  if (widthOf(text) <= room) return text
  const words = text.split(/(?<=[ 、・])/)
  let short = ''
  for (const word of words) {
    if (widthOf(short + word) > room - 2) break
    short += word
  }
  // A single word as long as that is cut where the room ends: it has no other place.
  return `${(short === '' ? text.slice(0, room / 2) : short).trim()} …`
}

/** How many words all of them begin with. */
function commonWords(names: readonly (readonly string[])[]): number {
  const [first = [], ...others] = names
  const differs = first.findIndex((word, at) => others.some((words) => words[at] !== word))
  return differs < 0 ? first.length : differs
}

/** The names, made distinct: where the beginnings are alike, by what comes after them, else by who makes them. */
function distinct(names: readonly ColumnName[], vendorOf: (at: number) => string | undefined): ColumnName[] {
  const alike = Map.groupBy(names, ({ short }) => short)
  const told = names.map((name) => {
    const same = alike.get(name.short) ?? []
    if (same.length < 2) return name
    const words = name.full.split(' ')
    const rest = words.slice(commonWords(same.map(({ full }) => full.split(' ')))).join(' ')
    return rest === '' ? name : { ...name, short: clipped(`${words[0]} … ${rest}`) }
  })
  const times = Map.groupBy(told, ({ short }) => short)
  return told.map((name, at) => {
    const vendor = vendorOf(at)
    if ((times.get(name.short)?.length ?? 0) < 2 || vendor === undefined) return name
    return { short: clipped(`${vendor} ${name.short}`), full: `${vendor} ${name.full}` }
  })
}

const withoutMaker = (name: string) =>
  name.replace(/^(Windows (?=Server)|Microsoft (?=Edge|Visual|SharePoint|Exchange|SQL|\.NET))/, '')

export function columnNames(
  columns: readonly PlatformColumn[],
  tree: readonly Platform[],
  language: Language,
  t: Pick<MatrixMessages, 'otherVersions' | 'otherFamilies'>,
): ColumnName[] {
  const known = byId(tree)
  const labelOf = (id: PlatformId) => {
    const platform = known.get(id)
    if (platform !== undefined) return readText(platform.label, language).value
    return tree.findLast((other) => familyOf(other.id) === id)?.family ?? id
  }
  const ours = new Set(columns.flatMap(({ kind, id }) => (kind === 'own' ? labelOf(id) : [])))
  const hasOwn = (family: PlatformId) => columns.some(({ kind, id }) => kind === 'own' && familyOf(id) === family)
  const names = columns.map(({ id, kind, platforms, folded }): ColumnName => {
    if (id === othersId && kind === 'others') return { short: t.otherFamilies(folded), full: t.otherFamilies(folded) }
    const [only] = platforms
    // Versions of an application are as many as its builds: its name is enough.
    const isOne = kind === 'family' && folded === 1 && only !== undefined && known.get(only)?.kind !== 'application'
    const name = labelOf(isOne ? countedAs(only) : id)
    // What there is of a family, or of a version, beside our machines of it.
    const others = kind === 'family' && hasOwn(id) ? folded : kind !== 'own' && ours.has(name) ? platforms.length : 0
    const isNamed = others === 1 && only !== undefined && ours.has(name)
    const full = others > 1 ? t.otherVersions(name, others) : isNamed ? labelOf(only) : name
    return { short: clipped(withoutMaker(full)), full }
  })
  return distinct(names, (at) => known.get(columns[at]?.platforms[0] ?? '')?.vendor)
}
