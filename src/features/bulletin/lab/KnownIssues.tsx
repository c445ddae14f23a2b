import type { KnownIssue } from '../../../contract/bulletin.ts'
import { LocalText } from '../../../i18n/local-text.tsx'
import { useBulletinMessages } from '../../../i18n/bulletin-messages.ts'
import { ReferenceList } from '../ReferenceLink.tsx'
import { RegistryValues } from '../packages/RegistryValues.tsx'
import type { SectionProps } from '../section.ts'
import './KnownIssues.css'

/** What the fix breaks, where, and what helps. */
export function KnownIssues({ bulletin, names }: SectionProps) {
  return bulletin.knownIssues.map((issue) => <Issue key={issue.id} issue={issue} where={names(issue.platforms)} />)
}

function Issue({ issue, where }: { issue: KnownIssue; where: string }) {
  const t = useBulletinMessages()
  const { title, symptom, workaround, references } = issue
  return (
    <article className="known-issue">
      <h3>
        <LocalText text={title} />
        {where !== '' && <small>{where}</small>}
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
