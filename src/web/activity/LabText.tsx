import type { BulletinEvent } from '../../contract/events.ts'
import type { TestRecord } from '../../contract/lab.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'
import { useTestDetails } from '../lab/record/use-test-details.ts'

type Props = {
  record: TestRecord
  /** The result that this one corrects; null where it corrects none. */
  before: Extract<BulletinEvent, { topic: 'lab' }> | null
}

/** How a test went, what was seen, and the result that it corrects. */
export function LabText({ record, before }: Props) {
  const t = useActivityMessages()
  const words = useWords()
  const language = useLanguage()
  const detailsOf = useTestDetails()
  const { edition, outcome, note, knownIssue } = record
  const details = [
    ...detailsOf(record),
    ...(knownIssue === null ? [] : [t.newIssue(knownIssue.title)]),
    ...(note.trim() === '' ? [] : [note]),
  ]
  return (
    <>
      <p>
        {record.corrects === null
          ? t.tested(edition, words.outcome[outcome])
          : t.corrected(edition, words.outcome[outcome])}
        {details.length > 0 && ` (${formatList(details, language)})`}
      </p>
      {before !== null && (
        <p className="muted">
          {t.before(
            before.detail.edition,
            words.outcome[before.detail.outcome],
            formatDay(before.detail.on, language),
            before.who,
          )}
        </p>
      )}
    </>
  )
}
