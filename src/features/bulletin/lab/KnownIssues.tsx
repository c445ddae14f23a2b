import type { KnownIssue } from '../../../contract/bulletin.ts'
import { formatDay } from '../../../i18n/format.ts'
import { LocalText } from '../../../i18n/local-text.tsx'
import { useBulletinMessages } from '../../../i18n/bulletin-messages.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { ReferenceList } from '../ReferenceLink.tsx'
import { RegistryValues } from '../packages/RegistryValues.tsx'
import type { SectionProps } from '../section.ts'
import './KnownIssues.css'

/** What the fix breaks, where, and what helps. */
export function KnownIssues({ bulletin, names }: SectionProps) {
  return bulletin.knownIssues.map((issue) => <Issue key={issue.id} issue={issue} where={names(issue.platforms)} />)
}

/** Of an issue that a lab has found: who, and when. */
function FoundBy({ issue: { by, on } }: { issue: KnownIssue }) {
  const t = useBulletinMessages()
  const { language } = useMessages()
  if (by === undefined) return null
  return <small className="found">{t.foundBy(by, on === undefined ? null : formatDay(on, language))}</small>
}

function Issue({ issue, where }: { issue: KnownIssue; where: string }) {
  const t = useBulletinMessages()
  const { title, symptom, workaround, references } = issue
  return (
    <article className="known-issue">
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
    </article>
  )
}
