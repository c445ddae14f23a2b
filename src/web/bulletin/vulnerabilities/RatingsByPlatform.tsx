import type { RatedPlatforms } from '../../../contract/bulletin.ts'
import { groupRatings, singleRatings } from '../../../domain/bulletin/ratings.ts'
import { ratings as worstFirst } from '../../../domain/bulletin/severity.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { FoldedNames } from '../FoldedNames.tsx'
import { SaidRating } from './SaidRating.tsx'
import styles from './RatingsByPlatform.module.css'

/** The ratings, the worst first, each once with all its platforms, whatever a document repeats. */
export function RatingsByPlatform({ ratings }: { ratings: readonly RatedPlatforms[] }) {
  const names = useShortPlatformNames()
  const t = useAdvisoryMessages()
  return (
    <ul className={styles['ratings-by-platform']}>
      {groupRatings(singleRatings(ratings))
        .toSorted((a, b) => worstFirst.indexOf(a.rating) - worstFirst.indexOf(b.rating))
        .map((said) => (
          <li key={`${said.rating} ${said.status} ${said.reason}`}>
            <div>
              <SaidRating said={said} />
            </div>
            <FoldedNames summary={t.products(said.platforms.length)} count={said.platforms.length}>
              {names(said.platforms)}
            </FoldedNames>
          </li>
        ))}
    </ul>
  )
}
