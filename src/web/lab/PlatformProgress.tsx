import type { TestGrid } from '../../contract/lab-grid.ts'
import { outcomes } from '../../contract/vocabulary.ts'
import { countCells } from '../../domain/lab/release-grid.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useGridMessages } from './grid-messages.ts'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import styles from './PlatformProgress.module.css'

const shown = [...outcomes, 'untested'] as const

/** How far the tests of each version are. */
export function PlatformProgress({ groups, editions }: Pick<TestGrid, 'groups' | 'editions'>) {
  const t = useGridMessages()
  const language = useLanguage()
  const counted = groups
    .map((group) => ({
      ...group,
      counts: countCells(editions.filter((edition) => edition.group === group.platform).flatMap(({ cells }) => cells)),
    }))
    .filter(({ counts }) => counts.total > 0)
  if (counted.length === 0) return null
  return (
    <Panel id="progress" title={t.byPlatform}>
      <ul className={styles['platform-progress']}>
        {counted.map(({ platform, label, counts }) => (
          <li key={platform}>
            <b>{readText(label, language).value}</b>
            <span>{t.progressOf(counts.total - counts.untested, counts.total)}</span>
            <ProgressBar isThin done={counts.total - counts.untested} total={counts.total} />
            <small>
              {shown
                .filter((each) => counts[each] > 0)
                .map((each, at) => (
                  <span key={each} data-outcome={each}>
                    {at > 0 && dot(language)}
                    {t.outcomes[each](counts[each])}
                  </span>
                ))}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
