/** The platforms of a bulletin that several documents speak of. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Restart } from '../../../contract/words.ts'
import { restarts } from '../../../contract/vocabulary.ts'
import { foremost } from '../../bulletin/assemble.ts'
import { notedRestart, restartNotes } from '../../bulletin/restart-notes.ts'
import { omitting } from '../changed/meaning.ts'
import { united } from './united.ts'

type Rated = Bulletin['platforms'][number]

/** The restart that each platform needs by the months that list it; each notes only what differs from its own strictest. */
function restartsByPlatform(parts: readonly Bulletin[]): ReadonlyMap<string, Restart> {
  const said = parts
    .filter(({ source }) => source.kind === 'msrc-cvrf')
    .flatMap((part) =>
      part.platforms
        .filter((each) => each.note === undefined || notedRestart(each.note) !== undefined)
        .map((each) => ({ platform: each.platform, restart: notedRestart(each.note) ?? part.restart })),
    )
  const byPlatform = Map.groupBy(said, ({ platform }) => platform)
  return new Map(
    [...byPlatform].map(([platform, same]) => [
      platform,
      foremost(
        restarts,
        same.map(({ restart }) => restart),
      ) ?? 'unknown',
    ]),
  )
}

/**
 * The platforms of all parts, each as the vulnerabilities of all rate it; one that no vulnerability lists is as its part
 * says. `restart` is the strictest of all.
 */
export function mergedPlatforms(
  parts: readonly Bulletin[],
  rated: readonly Rated[],
  restart: Restart,
): Bulletin['platforms'] {
  const ratings = new Map(rated.map((each) => [each.platform, each]))
  const restartOn = restartsByPlatform(parts)
  const stated = united(
    parts.map(({ platforms }) => platforms),
    ({ platform }) => platform,
  )
  return stated.map((each) => {
    const own = ratings.get(each.platform)
    const whole = own === undefined ? each : { ...own, ...(each.note && { note: each.note }) }
    const needed = restartOn.get(each.platform)
    if (needed === undefined) return whole
    return needed === restart ? omitting(whole, 'note') : { ...whole, note: restartNotes[needed] }
  })
}
