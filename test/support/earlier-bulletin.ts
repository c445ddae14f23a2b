import type { Bulletin } from '../../src/contract/bulletin.ts'
import { singleRatings } from '../../src/domain/bulletin/ratings.ts'

/** The JSON of a bulletin as versions up to 1.0 have kept it: a rating for each platform. */
export const earlierText = (bulletin: Bulletin): string =>
  JSON.stringify({
    ...bulletin,
    vulnerabilities: bulletin.vulnerabilities.map((flaw) => ({ ...flaw, ratings: singleRatings(flaw.ratings) })),
  })
