import type { ReactNode } from 'react'
import type { KnownIssue } from '../../../contract/bulletin.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ReferenceList } from '../ReferenceLink.tsx'
import { RegistryValues } from '../packages/RegistryValues.tsx'
import type { SectionProps } from '../section.ts'
import { SettleIssue } from './IssueState.tsx'
import './KnownIssues.css'

/** What the fix breaks, where, and what helps. */
export function KnownIssues({ bulletin, names, onSettle }: SectionProps) {
  return bulletin.knownIssues.map((issue) => (
    <Issue key={issue.id} issue={issue} where={names(issue.platforms)}>
      {onSettle !== null && (
        <SettleIssue
          bulletin={bulletin.id}
          issue={issue.id}
          isResolved={issue.resolved !== undefined}
          onSettle={(settlement) => onSettle(issue.id, settlement)}
        />
      )}
    </Issue>
  ))
}

/** Of an issue that a lab has found: who, and when. */
function FoundBy({ issue: { by, on } }: { issue: KnownIssue }) {
  const t = useBulletinMessages()
  const language = useLanguage()
  if (by === undefined) return null
  return <small className="found">{t.foundBy(by, on === undefined ? null : formatDay(on, language))}</small>
}

/** Of an issue that is none any more: who says so, when, and why. */
function Resolved({ resolved: { by, at, why } }: { resolved: NonNullable<KnownIssue['resolved']> }) {
  const t = useBulletinMessages()
  const language = useLanguage()
  return (
    <p>
      <b>✓ {t.resolved}</b> <LocalText text={why} />{' '}
      <span className="muted">{t.resolvedBy(by, formatMoment(at, language))}</span>
    </p>
  )
}

function Issue({ issue, where, children }: { issue: KnownIssue; where: string; children: ReactNode }) {
  const t = useBulletinMessages()
  const { title, symptom, workaround, references } = issue
  return (
    <article className="known-issue" data-resolved={issue.resolved !== undefined || undefined}>
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
      {issue.resolved !== undefined && <Resolved resolved={issue.resolved} />}
      {children}
    </article>
  )
}
