/** What a bulletin brings to install, as small as the choice of a fix needs it. */
import * as z from 'zod'
import type { Bulletin } from '../../contract/bulletin.ts'
import { PlatformId } from '../../contract/platform.ts'
import { BulletinId } from '../../contract/summary-fields.ts'
import { Day } from '../../contract/text.ts'
import { Restart } from '../../contract/words.ts'
import { isWithin } from '../platforms/platforms.ts'

/** What kind of update a package is, as Microsoft calls it; `update` for all others. */
const kinds = [
  ['hotpatch', /\bhotpatch\b/i],
  ['rollup', /\bmonthly rollup\b/i],
  ['security-only', /\bsecurity only\b/i],
  ['internet-explorer', /\bIE cumulative\b/i],
  ['servicing-stack', /\bservicing stack\b/i],
  ['update', /./],
] as const
export type FixKind = (typeof kinds)[number][0]

const FixPackage = z.object({
  kind: z.enum(kinds.map(([kind]) => kind)),
  /** The program, where a month lists it without a KB: `Release Notes`, `kernel`. */
  label: z.nullable(z.string()),
  platforms: z.array(PlatformId),
  build: z.nullable(z.string()),
  /** Where the packages of a bulletin differ in what they replace. */
  supersedes: z.optional(z.array(BulletinId)),
})
export type FixPackage = z.infer<typeof FixPackage>

export const FixFacts = z.object({
  id: BulletinId,
  kb: z.array(z.string()),
  publishedOn: Day,
  restart: Restart,
  supersedes: z.array(BulletinId),
  packages: z.array(FixPackage),
  /** The updates that a hotpatch goes with. */
  baselines: z.array(z.object({ bulletin: BulletinId, platforms: z.array(PlatformId), lacks: z.boolean() })),
})
export type FixFacts = z.infer<typeof FixFacts>

/** A version in digits; an address or a word in its place says nothing. */
const isBuild = (text: string) => /^v?\d+(\.\d+)+$/.test(text)

const kindOf = (name: string): FixKind => kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'update'

/** Platforms that are affected and in no package, where the bulletin has its ratings from no list of fixes. */
function ratedBeside({ source, platforms, packages }: Bulletin): PlatformId[] {
  if (source.kind === 'msrc-cvrf') return []
  const packed = packages.flatMap((each) => each.platforms)
  return platforms.flatMap(({ platform, rating }) =>
    rating === 'none' || rating === 'no-fix' || packed.some((id) => isWithin(id, platform) || isWithin(platform, id))
      ? []
      : [platform],
  )
}

/** What is to install of a bulletin; nothing of one that was withdrawn. */
export function fixFactsOf(bulletin: Bulletin): FixFacts {
  const { id, kb, publishedOn, restart, supersedes, alternatives = [], source } = bulletin
  const isMonth = source.kind === 'msrc-cvrf'
  const packages = bulletin.packages.map((each): FixPackage => {
    const [, label = each.name, words = ''] = isMonth ? (/^(.*?)(?: \(([^()]*)\))?$/.exec(each.name) ?? []) : []
    return {
      kind: kindOf(words),
      label: isMonth && kb.length === 0 ? label : null,
      platforms: each.platforms,
      build: each.fixedBuild !== undefined && isBuild(each.fixedBuild) ? each.fixedBuild : null,
      ...(each.supersedes && { supersedes: each.supersedes }),
    }
  })
  const rated = ratedBeside(bulletin)
  if (rated.length > 0) packages.push({ kind: 'update', label: null, platforms: rated, build: null })
  const alike = Map.groupBy(packages, ({ kind, label, build, supersedes: older }) =>
    JSON.stringify([kind, label, build, older]),
  )
  return {
    id,
    kb,
    publishedOn,
    restart,
    supersedes,
    packages:
      source.status === 'withdrawn'
        ? []
        : [...alike.values()].flatMap((same) =>
            same
              .slice(0, 1)
              .map((first) => ({ ...first, platforms: [...new Set(same.flatMap((each) => each.platforms))] })),
          ),
    baselines: alternatives
      .filter(({ kind }) => kind === 'baseline')
      .map(({ bulletin: baseline, platforms, lacks = [] }) => ({
        bulletin: baseline,
        platforms,
        lacks: lacks.length > 0,
      })),
  }
}
