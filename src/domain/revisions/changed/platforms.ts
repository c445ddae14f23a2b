/** What is changed of the platforms of a bulletin. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { isAffected } from '../../severity.ts'
import { type Finding } from './finding.ts'
import { saysTheSame } from './meaning.ts'
import { rerated } from './ratings.ts'

const affectedIn = ({ platforms }: Bulletin) =>
  new Set(platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform))

/** Platforms that it is for now, or no longer, those that are rated otherwise, and what is noted of the others. */
export function changedPlatforms(before: Bulletin, after: Bulletin): Finding[] {
  const [old, now] = [affectedIn(before), affectedIn(after)]
  const moved = old.symmetricDifference(now)
  const ratings = rerated('platform-rerated', before.platforms, after.platforms)
  const notes = ({ platforms }: Bulletin) =>
    platforms
      .filter(({ platform, note }) => note !== undefined && !moved.has(platform))
      .map(({ platform, note }) => ({ platform, note }))
  return [
    ...[...now.difference(old)].map((of): Finding => ({ kind: 'platform-added', of })),
    ...[...old.difference(now)].map((of): Finding => ({ kind: 'platform-removed', of })),
    ...ratings.filter(({ platform }) => !moved.has(platform)).map(({ platform: of, ...found }) => ({ ...found, of })),
    ...(saysTheSame(notes(before), notes(after)) ? [] : [{ kind: 'text' as const }]),
  ]
}
