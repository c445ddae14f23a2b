/** What is changed of the CVSS scores of a vulnerability. */
import type { Vulnerability } from '../../../contract/bulletin.ts'
import { onAll, valueChange, type FoundChange } from './finding.ts'
import { oncePerPair } from './shared.ts'
import { platformListsIn } from '../../bulletin/ratings.ts'

type Score = { version: string; vector: string; score: number; temporal?: number | undefined }

const figure = ({ score, temporal }: Score) =>
  temporal === undefined ? score.toFixed(1) : `${score.toFixed(1)} / ${temporal.toFixed(1)}`

/** Scores in words, the shortest first: their figures, those with the version of CVSS, their vectors. */
const wordings = [
  figure,
  (score: Score) => `CVSS ${score.version} ${figure(score)}`,
  ({ vector }: Score) => vector,
] as const

/** A step in the shortest words that tell the one from the other. */
function step(before: readonly Score[], after: readonly Score[]): FoundChange[] {
  const told = wordings.map((word) => {
    const said = (scores: readonly Score[]) => [...new Set(scores.map(word))].toSorted().join(', ') || undefined
    return valueChange('score', said(before), said(after))
  })
  return told.find((findings) => findings.length > 0) ?? []
}

/** Every score on its platform, without those of some platforms. */
function onPlatforms({ scores = [] }: Vulnerability, leftOut: ReadonlySet<string>) {
  const single = scores.flatMap(({ platforms, ...score }) =>
    platforms.length === 0 ? [{ platform: '', score }] : platforms.map((platform) => ({ platform, score })),
  )
  return Map.groupBy(
    single.filter(({ platform }) => !leftOut.has(platform)),
    ({ platform }) => platform,
  )
}

/** The steps of the scores on each platform. A platform that comes or goes takes its score along, and is told itself. */
const ofEachPlatform = oncePerPair(
  (before: Vulnerability, after: Vulnerability): FoundChange[] => {
    const listed = (flaw: Vulnerability) => new Set([...platformListsIn([flaw])].flat())
    const moved = listed(before).symmetricDifference(listed(after))
    const [old, now] = [onPlatforms(before, moved), onPlatforms(after, moved)]
    const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((platform) => {
      const scoresIn = (scores: typeof old) => (scores.get(platform) ?? []).map(({ score }) => score)
      return step(scoresIn(old), scoresIn(now)).map((finding) => ({ ...finding, platform }))
    })
    return onAll(found)
  },
  ({ ratings, scores = [] }) => [ratings, scores],
)

/** The step of the score that counts; where its figure is as it was, those of the others. Scores that are the same are one object. */
export function rescored(before: Vulnerability, after: Vulnerability): FoundChange[] {
  const counting = ({ cvss }: Vulnerability) => (cvss === undefined ? [] : [cvss])
  const counted = step(counting(before), counting(after))
  if (before.cvss?.score !== after.cvss?.score || before.scores === after.scores) return counted
  // What was stored before every score was kept has none to compare with.
  if (before.scores === undefined || after.scores === undefined)
    return counted.length > 0 ? counted : [{ kind: 'details', of: 'scores' }]
  const others = ofEachPlatform(before, after)
  return others.length > 0 ? others : counted
}
