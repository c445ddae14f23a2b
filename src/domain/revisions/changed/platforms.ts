/** What is changed of the platforms of a bulletin. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { notedRestart } from '../../bulletin/restart-notes.ts'
import { isAffected } from '../../bulletin/severity.ts'
import { onAll, valueChange, type FindChanges, type FoundChange } from './finding.ts'
import { saysTheSame } from './meaning.ts'
import { rerated } from './ratings.ts'

const affectedIn = ({ platforms }: Bulletin) =>
  new Set(platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform))

/** The restart that each platform needs: the one that is noted of it, else that of the bulletin. */
const restartsIn = ({ platforms, restart }: Bulletin) =>
  new Map(platforms.map(({ platform, note }) => [platform, notedRestart(note) ?? restart]))

/** Another restart on single platforms, where it is not the step of the bulletin itself. */
function changedRestarts(before: Bulletin, after: Bulletin): FoundChange[] {
  const [old, now] = [restartsIn(before), restartsIn(after)]
  const found = [...now].flatMap(([platform, to]) => {
    const from = old.get(platform)
    const isTold = from === undefined || (from === before.restart && to === after.restart)
    return isTold ? [] : valueChange('restart', from, to).map((finding) => ({ ...finding, platform }))
  })
  return onAll(found)
}

/** What else is noted of the platforms that are in both versions. */
function notesIn({ platforms }: Bulletin, moved: ReadonlySet<string>) {
  const noted = platforms.filter(({ platform, note }) => note !== undefined && !moved.has(platform))
  return noted.flatMap(({ platform, note }) => (notedRestart(note) === undefined ? [{ platform, note }] : []))
}

/** Platforms that it is for now, or no longer, and what is said of the others. */
export const changedPlatforms: FindChanges = (before, after) => {
  const [old, now] = [affectedIn(before), affectedIn(after)]
  const moved = old.symmetricDifference(now)
  const ratings = rerated('platform-rerated', before.platforms, after.platforms)
  return [
    ...[...now.difference(old)].map((of): FoundChange => ({ kind: 'platform-added', of })),
    ...[...old.difference(now)].map((of): FoundChange => ({ kind: 'platform-removed', of })),
    ...ratings.filter(({ platform }) => !moved.has(platform)).map(({ platform: of, ...found }) => ({ ...found, of })),
    ...changedRestarts(before, after),
    ...(saysTheSame(notesIn(before, moved), notesIn(after, moved)) ? [] : [{ kind: 'text' as const }]),
  ]
}
