import type { Bulletin, TestResult } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { isWithin } from '../../../domain/platforms/platforms.ts'
import { dot, formatDay } from '../../i18n/format.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { useTestResultMessages } from './messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useTestDetails } from '../../lab/record/use-test-details.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { OutcomePill } from '../../ui/marks/OutcomePill.tsx'
import type { SectionProps } from '../section.ts'
import styles from './LabResults.module.css'
import table from '../../ui/layout/DataTable.module.css'

const concerns = (platforms: readonly PlatformId[], tested: PlatformId) => platforms.some((id) => isWithin(tested, id))

/** How the fix went on each OS edition, who tested it, and the known issues of the edition. */
export function LabResults({ bulletin }: SectionProps) {
  const t = useTestResultMessages()
  const pageText = useBulletinMessages()
  const { tests, knownIssues } = bulletin
  return (
    <DataTable label={pageText.tests} head={[t.edition, t.outcome, pageText.knownIssues, t.testedBy]}>
      <tbody>
        {tests.map((test, at) => (
          // The same edition may be tested twice on one day.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at}>
            <th scope="row">{test.edition}</th>
            <td>
              <OutcomePill outcome={test.outcome} />
              {test.note !== undefined && (
                <p className="muted">
                  <LocalText text={test.note} />
                </p>
              )}
            </td>
            <td>
              {knownIssues
                .filter((issue) => concerns(issue.platforms, test.platform))
                .map((issue) => (
                  <p key={issue.id}>
                    <a className={styles['issue-link']} href="#known-issues">
                      <LocalText text={issue.title} />
                    </a>
                  </p>
                ))}
            </td>
            <td className={table['tight']}>
              <Circumstances test={test} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Circumstances({ test }: { test: TestResult }) {
  const language = useLanguage()
  const detailsOf = useTestDetails()
  const { by, on } = test
  return [by, ...(on === undefined ? [] : [formatDay(on, language)]), ...detailsOf(test)].join(dot(language))
}

/** Whether the tests are on file without their outcomes. */
export const areOutcomesLost = ({ tests }: Bulletin) => tests.every(({ outcome }) => outcome === 'unrecorded')
