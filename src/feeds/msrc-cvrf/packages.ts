/** What is to be installed: packages, the restart they need, what they replace, and how to see that they are on. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Restart } from '../../contract/words.ts'
import { restarts } from '../../contract/vocabulary.ts'
import { foremost } from '../../domain/bulletin/assemble.ts'
import type { CvrfDocument } from './document.ts'
import { httpUrl } from '../printed.ts'
import type { CvrfRemediation } from './vulnerability-element.ts'
import { restartWord } from './words.ts'

/** The ids of what a fix replaces: KB numbers and bulletins, in whatever order they are printed. */
export const supersededBy = (printed: string): string[] =>
  (printed.match(/\bMS\d\d-\d{3}\b|\b\d{6,8}\b/g) ?? []).map((id) => (id.startsWith('MS') ? id : `KB${id}`))

/** The strictest restart, and for each platform its own. */
export function restartsOf({ platforms }: CvrfDocument, fixes: readonly CvrfRemediation[]) {
  const own = new Map<PlatformId, Restart>()
  for (const { restart, products } of fixes) {
    for (const product of products) {
      const id = platforms.get(product)?.id
      if (id !== undefined) own.set(id, foremost(restarts, [own.get(id) ?? null, restartWord(restart)]) ?? 'unknown')
    }
  }
  return { strictest: foremost(restarts, [...own.values()]) ?? ('unknown' as const), own }
}

type FixOn = { fix: CvrfRemediation; platform: PlatformId }

/** What a fix replaces on each platform; what one vulnerability leaves out, another may say. */
function supersededOn(fixes: readonly FixOn[]): (platform: PlatformId) => string[] {
  const byPlatform = Map.groupBy(fixes, ({ platform }) => platform)
  const said = new Map(
    [...byPlatform].map(([platform, given]) => [
      platform,
      [...new Set(given.flatMap(({ fix }) => supersededBy(fix.supersedes)))].toSorted(),
    ]),
  )
  return (platform) => said.get(platform) ?? []
}

export function cvrfPackages(
  { platforms }: CvrfDocument,
  name: string,
  fixes: readonly CvrfRemediation[],
): Bulletin['packages'] {
  const all = fixes.flatMap((fix) =>
    fix.products.flatMap((product): FixOn[] => {
      const platform = platforms.get(product)?.id
      return platform === undefined ? [] : [{ fix, platform }]
    }),
  )
  const superseded = supersededOn(all)
  const differ = new Set(all.map(({ platform }) => superseded(platform).join())).size > 1
  const alike = Map.groupBy(all, ({ fix: { kind, url, fixedBuild }, platform }) =>
    JSON.stringify([kind, url, fixedBuild, differ && superseded(platform)]),
  )
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { kind, url: printed, fixedBuild } = first.fix
    const url = httpUrl(printed)
    return [
      {
        name: kind ? `${name} (${kind})` : name,
        platforms: [...new Set(same.map(({ platform }) => platform))],
        ...(url !== undefined && { url }),
        ...(fixedBuild && { fixedBuild }),
        ...(differ && { supersedes: superseded(first.platform) }),
        files: [],
      },
    ]
  })
}

/** A build of Windows, as `winver` shows it. */
const windowsBuild = /^(?:6\.\d|10\.0)\.\d{4,5}\.\d+$/

export const buildChecks = (packages: Bulletin['packages'], kinds: ReadonlyMap<PlatformId, Platform['kind']>) =>
  packages.flatMap(({ fixedBuild, platforms }): Bulletin['verification'] => {
    const systems = platforms.filter((id) => kinds.get(id) === 'server' || kinds.get(id) === 'client')
    if (fixedBuild === undefined || !windowsBuild.test(fixedBuild) || systems.length === 0) return []
    return [{ platforms: systems, kind: 'os-build', path: 'Windows', expected: fixedBuild }]
  })
