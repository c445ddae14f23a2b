import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import { ratings as worstFirst } from '../../../domain/bulletin/severity.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { FoldedNames } from '../FoldedNames.tsx'
import { SaidRating } from './SaidRating.tsx'
import styles from './RatingsByPlatform.module.css'

/** Each rating once, the worst first, with all platforms of it. */
export function RatingsByPlatform({ ratings }: { ratings: readonly VulnerabilityRating[] }) {
  const names = useShortPlatformNames()
  const t = useAdvisoryMessages()
  const groups = [
    ...Map.groupBy(ratings, ({ rating, status = '', reason = '' }) => `${rating} ${status} ${reason}`).values(),
  ].toSorted(([a], [b]) => worstFirst.indexOf(a?.rating ?? 'none') - worstFirst.indexOf(b?.rating ?? 'none'))
  return (
    <ul className={styles['ratings-by-platform']}>
      {groups.map((alike) => (
        <li key={alike[0]?.platform}>
          <div>{alike[0] !== undefined && <SaidRating said={alike[0]} />}</div>
          <FoldedNames summary={t.products(alike.length)} count={alike.length}>
            {names(alike.map(({ platform }) => platform))}
          </FoldedNames>
        </li>
      ))}
    </ul>
  )
}
