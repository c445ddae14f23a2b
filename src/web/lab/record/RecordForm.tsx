import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TestRecord } from '../../../contract/lab.ts'
import { useCommon } from '../../i18n/common.ts'
import { clearSentDraft, saveDraft, useDraftItem } from '../../lib/drafts.ts'
import { useToday } from '../../lib/clock.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { CheckFields } from './CheckFields.tsx'
import { draftItem, emptyDraft, testRecordOf, type Draft } from './draft.ts'
import { IssueFields } from './IssueFields.tsx'
import { recordTest } from '../queries.ts'
import { RecordError } from './RecordError.tsx'
import { useRecordMessages } from './messages.ts'
import { ObservedFields, OutcomeField, TimeFields } from './ResultFields.tsx'
import type { Subject } from './subject.ts'
import { useFirstFocus } from './use-first-focus.ts'
import panel from './RecordPanel.module.css'
import styles from './RecordForm.module.css'

// What is on file is needed only where bulletin or platform are chosen.
const SubjectFields = lazy(() => import('./SubjectFields.tsx').then((module) => ({ default: module.SubjectFields })))

type Props = {
  subject: Subject
  onChoose: (bulletin: string) => void
  /** Told of every result that was recorded here, even if the form is gone by then. */
  onRecorded: (record: TestRecord) => void
  /** Shows the cell of a result whose edition was entered in the form. */
  onShow: (record: TestRecord) => void
  /** What else is done away with a draft; null where there is nothing to go back to. */
  onDiscard: (() => void) | null
  /** What else can be done. */
  children: ReactNode
}

/**
 * Records how installing a fix on an OS edition went, or corrects an earlier result, which stays on file. The tab keeps the
 * draft until it is recorded or discarded.
 */
export function RecordForm({ subject, onChoose, onRecorded, onShow, onDiscard, children }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const client = useQueryClient()
  const today = useToday()
  const box = useFirstFocus()
  const { bulletin, edition, platform, isNamed } = subject
  const itemOf = (id: string) => draftItem(id, edition, isNamed ? platform : null)
  const item = itemOf(bulletin)
  const [entered, enter] = useDraftItem(item)
  const [isBegun] = useState(entered !== null && entered.corrects === null)
  const draft = entered ?? emptyDraft(edition, platform, today)
  const edit = (change: Partial<Draft>) => enter({ ...draft, ...change })
  const isKnown = edition !== '' && platform !== null
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ record }: { record: TestRecord; from: Draft }) => recordTest(client, bulletin, record),
    meta: { bulletin },
    // Runs even if the form is gone by then; a newer draft stays.
    onSuccess(_, { record, from }) {
      onRecorded(record)
      clearSentDraft(item, from)
    },
  })
  const choose = (next: string) => {
    // The draft goes along, but a correction is one of a result of this bulletin.
    if (entered !== null) saveDraft(itemOf(next), { ...entered, corrects: null })
    if (next !== bulletin) enter(null)
    onChoose(next)
  }
  return (
    <div ref={box}>
      <Form
        className={styles['record-form']}
        pending={isPending}
        error={error && <RecordError error={error} />}
        onSubmit={() => {
          const record = testRecordOf(draft)
          if (record === null) return
          enter(draft)
          // Only while the form is there: its author may be elsewhere by then.
          mutate({ record, from: draft }, { onSuccess: () => edition === '' && onShow(record) })
        }}
      >
        {isBegun && (
          <p role="status" className="muted">
            {t.begun}
          </p>
        )}
        {subject.isNotFor && isKnown && (
          <p role="status" className="hot">
            {t.notFor}
          </p>
        )}
        <fieldset className={styles['fields']} disabled={isPending}>
          {!isKnown && (
            <Suspense>
              <SubjectFields {...{ bulletin, draft, isFixed: edition !== '' }} onChoose={choose} onEdit={edit} />
            </Suspense>
          )}
          <OutcomeField draft={draft} isFirstFocus={isKnown} onEdit={edit} />
          <CheckFields checks={draft.checks} isKept={draft.corrects !== null} onChange={(checks) => edit({ checks })} />
          <TimeFields draft={draft} onEdit={edit} />
          <ObservedFields draft={draft} onEdit={edit} />
          <IssueFields issue={draft.knownIssue} onChange={(knownIssue) => edit({ knownIssue })} />
        </fieldset>
        <SubmitRow className={panel['foot']} label={draft.corrects === null ? t.save : t.saveCorrection}>
          {children}
          {(entered !== null || onDiscard !== null) && (
            <button
              type="button"
              className="button"
              onClick={() => {
                enter(null)
                onDiscard?.()
              }}
            >
              {entered === null ? common.cancel : t.discard}
            </button>
          )}
        </SubmitRow>
      </Form>
    </div>
  )
}
