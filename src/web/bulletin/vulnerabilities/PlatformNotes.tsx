import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { maxUnfolded, FoldedNames } from '../FoldedNames.tsx'
import type { SectionProps } from '../section.ts'
import styles from './PlatformNotes.module.css'

/** Notes on platforms: one on several platforms is shown once. */
export function PlatformNotes({ bulletin }: SectionProps) {
  const names = useShortPlatformNames()
  const t = useAdvisoryMessages()
  const noted = bulletin.platforms.flatMap(({ platform, note }) => (note === undefined ? [] : { platform, note }))
  const groups = [...Map.groupBy(noted, ({ note }) => JSON.stringify(note)).values()]
  if (groups.length === 0) return null
  return (
    <ul className={styles['platform-notes']}>
      {groups.map((alike) => (
        <li key={alike[0]?.platform}>
          {alike.length <= maxUnfolded && <b>{names(alike.map(({ platform }) => platform))}</b>}
          {alike[0] !== undefined && <LocalText text={alike[0].note} />}
          {alike.length > maxUnfolded && (
            <FoldedNames summary={t.products(alike.length)} count={alike.length}>
              {names(alike.map(({ platform }) => platform))}
            </FoldedNames>
          )}
        </li>
      ))}
    </ul>
  )
}
