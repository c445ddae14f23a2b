import { useState } from 'react'
import { clsx } from 'clsx'
import { Link } from '@tanstack/react-router'
import type { LabIssue } from '../../contract/lab-grid.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { isUnread } from '../../domain/lab/issues.ts'
import { dot, formatDay, formatList } from '../i18n/format.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { shortLabel } from '../i18n/short-label.ts'
import { useLabMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable, SpaceRow } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useRowsInSight } from '../ui/layout/use-rows-in-sight.ts'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { PaperNote } from '../ui/PaperNote.tsx'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { IssueProse } from './IssueProse.tsx'
import { IssueFacts } from './IssueFacts.tsx'
import { useIssueMessages } from './issue-messages.ts'
import styles from './KnownIssueTable.module.css'
import table from '../ui/layout/DataTable.module.css'

/** More issues than this are shown on request, and then as far as they are in sight. */
const maxAtFirst = 40

/** In pixels, until a row is measured. */
const usualHeight = 90

/** What the fixes break: which fix and where, the symptom, what helps, how far it is, and who says so. */
export function KnownIssueTable({ issues }: { issues: readonly LabIssue[] }) {
  const t = useLabMessages()
  const issueText = useIssueMessages()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const unread = issues.filter(({ issue }) => isUnread(issue)).length
  const isPrinting = useIsPrinting()
  const shown = issues.slice(0, isPrinting ? maxOnPaper : isWhole ? undefined : maxAtFirst)
  const { box, before, after, measure, positions } = useRowsInSight<HTMLTableSectionElement>({
    count: shown.length,
    usualHeight,
    isWhole: shown.length <= maxAtFirst || isPrinting,
  })
  const inSight = positions.flatMap((position) => {
    const row = shown[position]
    return row === undefined ? [] : [{ ...row, position }]
  })
  return (
    <Panel
      id="known-issues"
      title={`${t.issues} ${issues.length - unread}`}
      note={[...(unread > 0 ? [t.unreadPages(unread)] : []), ...(issues.length > 1 ? [t.issueOrder] : [])].join(
        dot(language),
      )}
    >
      {issues.length === 0 ? (
        <p className="muted">{t.noIssues}</p>
      ) : (
        <DataTable
          label={t.issues}
          head={[t.fixAndOs, t.symptom, t.workaround, issueText.status, t.source]}
          className={styles['issues']}
          isStacked
        >
          <tbody ref={box}>
            {before > 0 && <SpaceRow height={before} columns={5} />}
            {inSight.map(({ bulletin, issue, platforms, on, position }) => (
              <tr key={`${bulletin} ${issue.id}`} ref={measure} data-position={position}>
                <th scope="row">
                  <Link
                    to="/bulletins/$id"
                    params={{ id: bulletin }}
                    search={readQuery}
                    hash="known-issues"
                    className="link"
                  >
                    {bulletin}
                  </Link>
                  <ShortPlatforms platforms={platforms} />
                </th>
                <td>
                  <LocalText text={issue.title} />
                  {issue.symptom !== undefined && (
                    <div className="muted">
                      <IssueProse issue={issue} text={issue.symptom} />
                    </div>
                  )}
                </td>
                <td data-head={t.workaround}>
                  <Workaround issue={issue} />
                </td>
                <td>
                  <IssueFacts issue={issue} />
                </td>
                <td>
                  {issue.by === undefined ? t.publisher : t.ownLab(issue.by)}
                  {on !== undefined && <span className={table['kind']}>{formatDay(on, language)}</span>}
                </td>
              </tr>
            ))}
            {after > 0 && <SpaceRow height={after} columns={5} />}
          </tbody>
        </DataTable>
      )}
      {isPrinting && <PaperNote shown={shown.length} of={issues.length} />}
      {shown.length < issues.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t.showAll(issues.length - shown.length)}
        </button>
      )}
    </Panel>
  )
}

/** More names than these are only counted. */
const maxNames = 2

/** The platforms of an issue, a name for each version: machines and installation kinds are left out. */
function ShortPlatforms({ platforms }: Pick<LabIssue, 'platforms'>) {
  const t = useIssueMessages()
  const language = useLanguage()
  const names = platforms.map((label) => shortLabel({ label }, language))
  const rest = names.length - maxNames
  if (names.length === 0) return null
  return (
    <span className={clsx(table['kind'], styles['platforms'])} title={formatList(names, language)}>
      {formatList(names.slice(0, maxNames), language)}
      {rest > 0 && <> {t.andMore(rest)}</>}
    </span>
  )
}

function Workaround({ issue }: Pick<LabIssue, 'issue'>) {
  const t = useLabMessages()
  const { workaround, references } = issue
  if (isUnread(issue))
    return (
      <>
        {t.unread}{' '}
        {references.map(({ url, title }) => (
          <a key={url} className="link" href={url} rel="noreferrer">
            <LocalText text={title} />
          </a>
        ))}
      </>
    )
  if (workaround === undefined) return <span className={styles['without']}>{t.noWorkaround}</span>
  return (
    <>
      <IssueProse issue={issue} text={workaround.text} />
      {workaround.registry.map(({ key, name }) => (
        <code key={`${key} ${name}`} className={table['kind']}>
          {name}
        </code>
      ))}
    </>
  )
}
