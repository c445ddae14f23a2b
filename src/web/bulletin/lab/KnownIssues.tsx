import type { KnownIssue, SupportPage } from '../../../contract/bulletin.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { byAttention, isOpenIssue } from '../../../domain/lab/issues.ts'
import { dot, formatDay, formatMoment } from '../../i18n/format.ts'
import { useZone } from '../../lib/clock.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { IssueProse } from '../../lab/IssueProse.tsx'
import { IssueFacts } from '../../lab/IssueFacts.tsx'
import { useIssueMessages } from '../../lab/issue-messages.ts'
import { useMay } from '../../lib/me.ts'
import { useTestResultMessages } from './messages.ts'
import { BulletinLink } from '../BulletinLink.tsx'
import { ReferenceList } from '../ReferenceList.tsx'
import type { SectionProps } from '../section.ts'
import { IssueStateForm } from './IssueStateForm.tsx'
import { RegistryValues } from './RegistryValues.tsx'
import styles from './KnownIssues.module.css'

/** What the fix breaks, where, and what helps. */
export function KnownIssues({ bulletin: { id, knownIssues, supportPages } }: SectionProps) {
  const items = byAttention(
    knownIssues.map((issue) => ({ issue })),
    ({ issue }) => issue.on ?? '',
  )
  return (
    <>
      {supportPages?.map((page) => (
        <Page key={[page.kb, ...page.builds].join(' ')} page={page} />
      ))}
      {items.map(({ issue }) => (
        <Issue key={issue.id} bulletin={id} issue={issue} />
      ))}
    </>
  )
}

/** What a support page answers, since when. */
function Page({ page: { kb, builds, answer, cause, readOn, url } }: { page: SupportPage }) {
  const t = useIssueMessages()
  const language = useLanguage()
  return (
    <p className={styles['page']}>
      <a className="link" href={url} rel="noreferrer">
        {['KB', kb].join('')} {t.supportPage}
      </a>{' '}
      {t.page[answer]}
      {cause !== undefined && ` (${t.cause[cause]})`}
      <span className="muted"> {[t.readOn(formatDay(readOn, language)), ...builds].join(dot(language))}</span>
    </p>
  )
}

function Issue({ bulletin, issue }: { bulletin: string; issue: KnownIssue }) {
  const t = useTestResultMessages()
  const where = useShortPlatformNames()(issue.platforms)
  const may = useMay('analyst')
  const issueText = useIssueMessages()
  const { title, symptom, workaround, references, resolved, resolution, resolvedIn = [] } = issue
  return (
    <article className={styles['known-issue']} data-resolved={!isOpenIssue(issue) || undefined}>
      <h3>
        <LocalText text={title} />
        <IssueFacts issue={issue} />
        {where !== '' && <small>{where}</small>}
        <FoundBy issue={issue} />
      </h3>
      {symptom !== undefined && (
        <div>
          <b>{t.symptom}</b> <IssueProse issue={issue} text={symptom} />
        </div>
      )}
      {workaround !== undefined && (
        <>
          <div>
            <b>{t.workaround}</b> <IssueProse issue={issue} text={workaround.text} />
          </div>
          {workaround.registry.length > 0 && <RegistryValues values={workaround.registry} />}
        </>
      )}
      {resolvedIn.length > 0 && (
        <p>
          <b>{issueText.resolvedIn}</b>{' '}
          {resolvedIn.map((fix) => (
            <BulletinLink key={fix} id={fix} />
          ))}
        </p>
      )}
      {resolution !== undefined && (
        <div className="muted">
          <IssueProse issue={issue} text={resolution} />
        </div>
      )}
      <ReferenceList references={references} />
      {resolved !== undefined && <Resolved resolved={resolved} />}
      {may && <IssueStateForm bulletin={bulletin} issue={issue} />}
    </article>
  )
}

/** Who found the issue in a lab, and when. */
function FoundBy({ issue: { by, on } }: { issue: KnownIssue }) {
  const t = useTestResultMessages()
  const language = useLanguage()
  if (by === undefined) return null
  return <small className={styles['found']}>{t.foundBy(by, on === undefined ? null : formatDay(on, language))}</small>
}

/** Who resolved the issue, when and why. */
function Resolved({ resolved: { by, at, why } }: { resolved: NonNullable<KnownIssue['resolved']> }) {
  const t = useTestResultMessages()
  const language = useLanguage()
  const zone = useZone()
  return (
    <p>
      <b>✓ {t.resolved}</b> <LocalText text={why} />{' '}
      <span className="muted">{t.resolvedBy(by, formatMoment(at, language, zone))}</span>
    </p>
  )
}
