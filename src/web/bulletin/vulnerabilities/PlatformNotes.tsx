import type { MatrixFamily } from '../../../domain/matrix/merged-columns.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { maxUnfolded, FoldedNames } from '../FoldedNames.tsx'
import { isLong, versionHeads } from './MatrixHead.tsx'
import type { SectionProps } from '../section.ts'
import styles from './PlatformNotes.module.css'

type Props = SectionProps & { families: readonly MatrixFamily[] }

/** The versions of long columns in full, and notes on platforms: a note on several platforms is shown once. */
export function PlatformNotes({ bulletin, families }: Props) {
  const names = usePlatformNames()
  const t = useAdvisoryMessages()
  const noted = bulletin.platforms.flatMap(({ platform, note }) => (note === undefined ? [] : { platform, note }))
  const groups = [...Map.groupBy(noted, ({ note }) => JSON.stringify(note)).values()]
  return (
    <ul className={styles['platform-notes']}>
      {families.flatMap(({ name, columns }) =>
        columns.filter(isLong).map((column) => (
          <li key={column.platforms[0]}>
            <b>{name}</b>
            {versionHeads(column)}
          </li>
        )),
      )}
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
