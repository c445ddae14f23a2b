/** A bulletin as it is written: a list of platforms is written once, however many ratings have it. */
import * as z from 'zod'
import { Bulletin, RatedPlatforms, ScoredPlatforms, Vulnerability, VulnerabilityRating } from './bulletin.ts'
import { PlatformId } from './platform.ts'

const Position = z.int().check(z.nonnegative())

/** By position in the `platformSets` of the bulletin, or by their ids. */
const platforms = z.union([Position, z.array(PlatformId)])
const PackedRating = z.object({ ...RatedPlatforms.shape, platforms })

const PackedVulnerability = z.object({
  ...Vulnerability.shape,
  scores: z.optional(z.array(z.object({ ...ScoredPlatforms.shape, platforms }))),
  // Before, each platform had one of its own.
  ratings: z.array(z.union([PackedRating, VulnerabilityRating])),
})

const Packed = z.object({
  ...Bulletin.shape,
  vulnerabilities: z.array(PackedVulnerability),
  /** Platforms that ratings and scores speak of together, each by position in `platforms`. */
  platformSets: z.optional(z.array(z.array(Position))),
})
export type PackedBulletin = z.infer<typeof Packed>

/** Whether every position is one of something. */
function isWhole({ platforms: { length }, platformSets: sets = [], vulnerabilities }: PackedBulletin): boolean {
  const named = vulnerabilities.flatMap(({ scores = [], ratings }) => [
    ...scores.map((score) => score.platforms),
    ...ratings.map((rating) => ('platform' in rating ? [] : rating.platforms)),
  ])
  const isBelow = (limit: number) => (each: unknown) => typeof each !== 'number' || each < limit
  return named.every(isBelow(sets.length)) && sets.every((set) => set.every(isBelow(length)))
}

/** What is kept, sent and brought in of a bulletin. */
export const PackedBulletin = Packed.check(
  z.refine(isWhole, { path: ['platformSets'], message: 'a position is of no list or no platform' }),
)
