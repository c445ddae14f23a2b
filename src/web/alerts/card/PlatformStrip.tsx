import { clsx } from 'clsx'
import type { Summary } from '../../../contract/summary.ts'
import type { Platform } from '../../../contract/platform.ts'
import type { MachineCount } from '../../../domain/fleet/exposure.ts'
import { isOfFleet } from '../../../domain/fleet/severity.ts'
import { platformStrip, shortStrip, type StripFamily } from '../../../domain/platforms/strip.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { useWords } from '../../i18n/words.ts'
import { useAlertsMessages } from '../messages.ts'
import { useCommon } from '../../i18n/common.ts'
import { RatingCell } from '../../ui/marks/RatingCell.tsx'
import styles from './PlatformStrip.module.css'

/** Characters in a line of a card, beside what the lab and the fleet say there. */
const room = 56

type Props = {
  bulletin: Pick<Summary, 'title' | 'platforms'>
  platforms: readonly Platform[]
  /** The platforms of these come first. */
  machines: readonly MachineCount[]
}

/** A small cell per affected version, by family, as many as a line takes; the colour is also said in words. */
export function PlatformStrip({ bulletin, platforms, machines }: Props) {
  const t = useAlertsMessages()
  const common = useCommon()
  const words = useWords()
  const title = readText(bulletin.title, useLanguage()).value
  const strip = platformStrip(bulletin.platforms, platforms)
  const { families, more } = shortStrip(strip, room, (id) => isOfFleet(id, machines))
  return (
    <ul className={styles['platform-strip']} aria-label={t.platforms}>
      {families.map((family) => (
        <li key={family.id}>
          <span className={clsx(isSaid(family, strip.length === 1 ? title : '') && 'visually-hidden')}>
            {family.name.replace(/^Windows (?=Server)/, '')}
          </span>
          {family.cells.map((cell) => (
            <RatingCell key={cell.id} rating={cell.rating} label={words.rating[cell.rating]}>
              <span className={styles['name']}>{cell.label}</span>
            </RatingCell>
          ))}
        </li>
      ))}
      {more > 0 && <li>{common.more(more)}</li>}
    </ul>
  )
}

/** Whether the title of a card about one family, or its cells, have the name of the family already. */
const isSaid = ({ name, cells }: StripFamily, title: string) =>
  title.includes(name) || cells.every(({ label }) => label.startsWith(name))
