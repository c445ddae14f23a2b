/** The fixes that are for a platform, as they are compared with each other there. */
import type { PlatformId } from '../../contract/platform.ts'
import { lineageOf } from '../platforms/platforms.ts'
import type { FixFacts, FixKind, FixPackage } from './facts.ts'
import { lineOf, type LineName } from './lines.ts'

/** A fix on one platform. */
export type Candidate = LineName & {
  id: string
  kind: FixKind
  publishedOn: string
  /** Without any the document gives none. */
  builds: readonly string[]
  /** The older fixes that it replaces here, by any of their names. */
  supersedes: readonly string[]
  isRestartStated: boolean
  /** What it goes with here, where it is a hotpatch. */
  baselines: readonly { bulletin: string; lacks: boolean }[]
}

/** All fixes on file, by what is asked of them. */
export type FixIndex = {
  byId: ReadonlyMap<string, FixFacts>
  /** The bulletin of each name: its id, or `KB` and its number. */
  idOf: (name: string) => string | null
  byPlatform: ReadonlyMap<PlatformId, readonly { facts: FixFacts; fix: FixPackage }[]>
}

/** Adds fixes to an index; many of them are added by parts. */
export function fixIndexer() {
  const byId = new Map<string, FixFacts>()
  const names = new Map<string, string>()
  const byPlatform = new Map<PlatformId, { facts: FixFacts; fix: FixPackage }[]>()
  return {
    add(facts: FixFacts) {
      byId.set(facts.id, facts)
      for (const number of facts.kb) if (!names.has(`KB${number}`)) names.set(`KB${number}`, facts.id)
      for (const fix of facts.packages)
        for (const platform of fix.platforms) {
          const there = byPlatform.get(platform)
          if (there === undefined) byPlatform.set(platform, [{ facts, fix }])
          else there.push({ facts, fix })
        }
    },
    index: (): FixIndex => ({
      byId,
      idOf: (name) => (byId.has(name) ? name : (names.get(name) ?? null)),
      byPlatform,
    }),
  }
}

/** What a fix replaces where its packages say so each for itself, or as a whole. */
const replacedBy = (facts: FixFacts, fixes: readonly FixPackage[]): string[] => [
  ...new Set(fixes.flatMap((fix) => fix.supersedes ?? facts.supersedes)),
]

/** What is for the platform or for one above it: each bulletin once, by id. */
export function candidatesOn({ byPlatform }: FixIndex, platform: PlatformId): Candidate[] {
  const lineage = lineageOf(platform)
  const here = lineage.flatMap((id) => byPlatform.get(id) ?? [])
  const groups = Map.groupBy(here, ({ facts }) => facts.id)
  const found = [...groups.values()].flatMap((same): Candidate[] => {
    const [first] = same
    if (first === undefined) return []
    const { facts, fix } = first
    const fixes = same.map((each) => each.fix)
    return [
      {
        ...lineOf(platform, fix),
        id: facts.id,
        kind: fix.kind,
        publishedOn: facts.publishedOn,
        builds: [...new Set(fixes.flatMap(({ build }) => build ?? []))],
        supersedes: replacedBy(facts, fixes),
        isRestartStated: facts.restart === 'required',
        baselines: facts.baselines.filter(({ platforms }) => platforms.some((id) => lineage.includes(id))),
      },
    ]
  })
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
