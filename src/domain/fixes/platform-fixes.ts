/** Which fix brings a platform up to date. The rule, with an example, is in docs/fixes.md. */
import {
  fixStates,
  type FixLine,
  type PlatformFix,
  type PlatformFixes,
  type ProductFixes,
} from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin, lineageOf } from '../platforms/platforms.ts'
import { isWindows, versionOfOwnName } from '../platforms/windows.ts'
import { compareBuilds } from './builds.ts'
import { candidatesOn, type Candidate, type FixIndex } from './candidates.ts'
import { hotpatchFixes, newestFixes, securityOnlyFixes, separateFixes } from './line-fixes.ts'
import { isCumulative, isProgramOn } from './lines.ts'
import { orderOn, type FixOrder } from './order.ts'

/** What is to be installed first, then alternatives, then what is contained; each newest first. */
const inOrder = (fixes: readonly PlatformFix[]): PlatformFix[] =>
  fixes.toSorted(
    (a, b) =>
      fixStates.indexOf(a.state) - fixStates.indexOf(b.state) ||
      (a.publishedOn === b.publishedOn ? 0 : a.publishedOn > b.publishedOn ? -1 : 1) ||
      (a.build !== undefined && b.build !== undefined ? compareBuilds(b.build, a.build) : 0) ||
      (a.bulletin < b.bulletin ? 1 : -1),
  )

/**
 * An update of a modern Windows that has no build, unlike others of its day or later, and neither replaces anything nor is replaced:
 * nothing tells that it has all before it, so that it is for itself.
 */
const isApart = (platform: PlatformId, fix: Candidate, fixes: readonly Candidate[], order: FixOrder) =>
  isWindows(platform) &&
  isCumulative(platform) &&
  fix.kind === 'update' &&
  fix.builds.length === 0 &&
  fix.supersedes.length === 0 &&
  order.related(fix).length === 0 &&
  fixes.some(({ builds, publishedOn }) => builds.length > 0 && publishedOn >= fix.publishedOn)

/** The fixes of the cumulative line: updates or rollups, and what goes beside them. */
function cumulativeLines(fixes: readonly Candidate[], explorer: readonly Candidate[], order: FixOrder): FixLine[] {
  const ofKind = (...kinds: Candidate['kind'][]) => fixes.filter(({ kind }) => kinds.includes(kind))
  const updates = ofKind('update', 'rollup')
  const main = newestFixes(updates, order)
  const installed = main.find(({ state }) => state === 'install')
  const install = updates.find(({ id }) => id === installed?.bulletin) ?? null
  const securityOnly = securityOnlyFixes(ofKind('security-only'), install, order)
  const browser = newestFixes(explorer, order)
  const newestBrowser = explorer.filter(({ id }) =>
    browser.some(({ bulletin, state }) => bulletin === id && state !== 'contained'),
  )
  // A rollup has the updates of the browser up to its day; who takes the security-only update needs them beside it.
  const isInRollup = install?.kind === 'rollup' && newestBrowser.every((fix) => fix.publishedOn <= install.publishedOn)
  const inRollup = (fix: PlatformFix): PlatformFix =>
    fix.state === 'contained' || install === null
      ? fix
      : {
          ...fix,
          doubts: [],
          ...(securityOnly.some(({ state }) => state === 'alternative')
            ? { state: 'alternative', reason: { code: 'security-only', of: install.id } }
            : { state: 'contained', reason: { code: 'rollup', by: install.id } }),
        }
  const together = [
    ...main,
    ...hotpatchFixes(ofKind('hotpatch'), install, updates, order),
    ...securityOnly,
    ...(isInRollup ? browser.map(inRollup) : []),
  ]
  return [
    { line: 'cumulative', fixes: inOrder(together) },
    { line: 'internet-explorer', fixes: isInRollup ? [] : inOrder(browser) },
  ]
}

/** The fixes of one product, by its lines; a line without any is left out. */
export function linesOn(index: FixIndex, platform: PlatformId): FixLine[] {
  const all = candidatesOn(index, platform)
  const order = orderOn(index, platform, all)
  const apart = new Set(all.filter((fix) => isApart(platform, fix, all, order)))
  const ofLine = (line: FixLine['line']) => all.filter((fix) => fix.line === line && !apart.has(fix))
  const programs = Map.groupBy(ofLine('program'), ({ name = '' }) => name)
  const separate = separateFixes([...ofLine('separate'), ...apart], order).map((fix): PlatformFix => {
    const isUnclear = [...apart].some(({ id }) => id === fix.bulletin)
    return isUnclear ? { ...fix, doubts: [...fix.doubts, { code: 'no-build' }] } : fix
  })
  const lines: FixLine[] = [
    ...cumulativeLines(ofLine('cumulative'), ofLine('internet-explorer'), order),
    { line: 'servicing-stack', fixes: inOrder(newestFixes(ofLine('servicing-stack'), order)) },
    ...Array.from(programs, ([name, own]): FixLine => ({
      line: 'program',
      name,
      fixes: inOrder(newestFixes(own, order)),
    })),
    { line: 'separate', fixes: inOrder(separate) },
  ]
  return comeWithWindows(
    index,
    platform,
    lines.filter(({ fixes }) => fixes.length > 0),
  )
}

/** A fix of a program that is one of the Windows below it, too, is contained where it is contained there. */
function comeWithWindows(index: FixIndex, platform: PlatformId, lines: FixLine[]): FixLine[] {
  if (isWindows(platform)) return lines
  const ids = lines.flatMap(({ fixes }) => fixes.map(({ bulletin }) => bulletin))
  const alsoFor = ids.flatMap((id) => index.byId.get(id)?.packages ?? []).flatMap(({ platforms }) => platforms)
  const windows = alsoFor.find((id) => isProgramOn(platform, id))
  if (windows === undefined) return lines
  const contained = linesOn(index, windows).flatMap(({ fixes }) => fixes.filter(({ state }) => state === 'contained'))
  const below = new Map(contained.map(({ bulletin, state, reason }) => [bulletin, { state, reason, doubts: [] }]))
  return lines.map((line) => ({
    ...line,
    fixes: inOrder(line.fixes.map((fix) => ({ ...fix, ...below.get(fix.bulletin) }))),
  }))
}

/** The products that machines of a platform may be: those below it that fixes name, or itself by what is above it. */
export function productsOf({ byPlatform }: FixIndex, platform: PlatformId): PlatformId[] {
  const below = [...byPlatform.keys()].filter((id) => isWithin(id, platform)).toSorted()
  const own = versionOfOwnName(platform, below)
  if (own !== null) return below.filter((id) => isWithin(id, own))
  if (below.length > 0) return below
  return lineageOf(platform).some((id) => byPlatform.has(id)) ? [platform] : []
}

/** Programs on a Windows of which fixes are on file. */
const programsOn = ({ byPlatform }: FixIndex, windows: readonly PlatformId[]): PlatformId[] =>
  [...byPlatform.keys()].filter((id) => windows.some((each) => isProgramOn(id, each))).toSorted()

/** Products for which the same holds are told together. */
function together(products: readonly { platform: PlatformId; lines: FixLine[] }[]): ProductFixes[] {
  const alike = Map.groupBy(products, ({ lines }) => JSON.stringify(lines))
  return [...alike.values()].flatMap((same) =>
    same.slice(0, 1).map(({ lines }) => ({ platforms: same.map(({ platform }) => platform), lines })),
  )
}

/** The fixes of a platform, from those of its products. `linesOf` is `linesOn`, or what it was before. */
export function platformFixes(
  index: FixIndex,
  platform: PlatformId,
  linesOf: (platform: PlatformId) => FixLine[],
): PlatformFixes {
  const products = productsOf(index, platform)
  const of = (ids: readonly PlatformId[]) => together(ids.map((id) => ({ platform: id, lines: linesOf(id) })))
  return { platform, products: of(products), beside: of(programsOn(index, products)) }
}
