import type { KnownIssue } from '../../../contract/bulletin.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { isOpenIssue } from '../../../domain/lab/issues.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { useMay } from '../../lib/me.ts'
import { useTestResultMessages } from './messages.ts'
import { ReferenceList } from '../ReferenceList.tsx'
import type { SectionProps } from '../section.ts'
import { IssueStateForm } from './IssueStateForm.tsx'
import { RegistryValues } from './RegistryValues.tsx'
import styles from './KnownIssues.module.css'

/** What the fix breaks, where, and what helps. */
export function KnownIssues({ bulletin: { id, knownIssues } }: SectionProps) {
  return knownIssues.map((issue) => <Issue key={issue.id} bulletin={id} issue={issue} />)
}

function Issue({ bulletin, issue }: { bulletin: string; issue: KnownIssue }) {
  const t = useTestResultMessages()
  const where = usePlatformNames()(issue.platforms)
  const may = useMay('analyst')
  const { title, symptom, workaround, references, resolved } = issue
  return (
    <article className={styles['known-issue']} data-resolved={!isOpenIssue(issue) || undefined}>
      <h3>
        <LocalText text={title} />
        {where !== '' && <small>{where}</small>}
        <FoundBy issue={issue} />
      </h3>
      {symptom !== undefined && (
        <p>
          <b>{t.symptom}</b> <LocalText text={symptom} />
        </p>
      )}
      {workaround !== undefined && (
        <>
          <p>
            <b>{t.workaround}</b> <LocalText text={workaround.text} />
          </p>
          {workaround.registry.length > 0 && <RegistryValues values={workaround.registry} />}
        </>
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
  return (
    <p>
      <b>✓ {t.resolved}</b> <LocalText text={why} />{' '}
      <span className="muted">{t.resolvedBy(by, formatMoment(at, language))}</span>
    </p>
  )
}
