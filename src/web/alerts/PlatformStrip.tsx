import type { PlatformRating } from '../../contract/summary-fields.ts'
import type { Platform } from '../../contract/platform.ts'
import { platformStrip } from '../../domain/platforms/strip.ts'
import { useWords } from '../i18n/words.ts'
import { useAlertsMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { RatingCell } from '../ui/marks/RatingCell.tsx'
import styles from './PlatformStrip.module.css'

/** A family with more versions than this is cut, so that a card stays a card. */
const maxCells = 8

/** A small cell per affected version, grouped by family; the colour is also said in words. */
export function PlatformStrip({
  ratings,
  platforms,
}: {
  ratings: readonly PlatformRating[]
  platforms: readonly Platform[]
}) {
  const t = useAlertsMessages()
  const common = useCommon()
  const words = useWords()
  return (
    <ul className={styles['platform-strip']} aria-label={t.platforms}>
      {platformStrip(ratings, platforms).map(({ id, name, cells }) => (
        <li key={id}>
          {name.replace(/^Windows (?=Server)/, '')}
          <div className={styles['cells']}>
            {cells.slice(0, maxCells).map((cell) => (
              <RatingCell key={cell.id} rating={cell.rating} label={words.rating[cell.rating]}>
                {cell.label}
              </RatingCell>
            ))}
            {cells.length > maxCells && <span className={styles['more']}>{common.more(cells.length - maxCells)}</span>}
          </div>
        </li>
      ))}
    </ul>
  )
}
