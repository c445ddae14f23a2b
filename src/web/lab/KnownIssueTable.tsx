import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { isUnread } from '../../domain/lab/issues.ts'
import { countedAs } from '../../domain/platforms/platforms.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { formatList } from '../i18n/format.ts'
import { LocalText, readText } from '../i18n/local-text.tsx'
import { useLabMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { IssueProse } from './IssueProse.tsx'
import { IssueFacts } from './IssueFacts.tsx'
import { useIssueMessages } from './issue-messages.ts'
import styles from './KnownIssueTable.module.css'
import table from '../ui/layout/DataTable.module.css'
import type { LabView } from './use-lab-view.ts'

/** More issues than this are shown on request. */
const maxAtFirst = 40

/** What the fixes break: symptom, where, and what helps. */
export function KnownIssueTable({ issues }: Pick<LabView, 'issues'>) {
  const t = useLabMessages()
  const issueText = useIssueMessages()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? issues : issues.slice(0, maxAtFirst)
  return (
    <Panel id="known-issues" title={t.issues} note={String(issues.length)}>
      {issues.length === 0 ? (
        <p className="muted">{t.noIssues}</p>
      ) : (
        <DataTable
          label={t.issues}
          head={[t.bulletin, issueText.status, t.symptom, t.platforms, t.workaround]}
          className={styles['issues']}
          isStacked
        >
          <tbody>
            {shown.map(({ bulletin, issue }) => (
              <tr key={`${bulletin} ${issue.id}`}>
                <th scope="row" className={table['tight']}>
                  <Link
                    to="/bulletins/$id"
                    params={{ id: bulletin }}
                    search={readQuery}
                    hash="known-issues"
                    className="link"
                  >
                    {bulletin}
                  </Link>
                </th>
                <td>
                  <IssueFacts issue={issue} />
                </td>
                <td>
                  <LocalText text={issue.title} />
                  {issue.symptom !== undefined && (
                    <div className="muted">
                      <IssueProse issue={issue} text={issue.symptom} />
                    </div>
                  )}
                </td>
                <td data-head={t.platforms}>
                  <ShortPlatforms ids={issue.platforms} />
                </td>
                <td data-head={t.workaround}>
                  <Workaround issue={issue} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
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
function ShortPlatforms({ ids }: { ids: readonly PlatformId[] }) {
  const t = useIssueMessages()
  const language = useLanguage()
  const { platforms } = useCatalogue()
  const known = new Map(platforms.map(({ id, label }) => [id, readText(label, language).value]))
  const versions = [...new Set(ids.map((id) => countedAs(id)))]
  const names = versions.map((id) => known.get(id) ?? known.get(ids.find((each) => countedAs(each) === id) ?? '') ?? id)
  const rest = names.length - maxNames
  return (
    <span title={formatList(names, language)}>
      {formatList(names.slice(0, maxNames), language)}
      {rest > 0 && <span className="muted"> {t.andMore(rest)}</span>}
    </span>
  )
}

function Workaround({ issue }: { issue: KnownIssue }) {
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
  if (workaround === undefined) return <span className="muted">{t.noWorkaround}</span>
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
