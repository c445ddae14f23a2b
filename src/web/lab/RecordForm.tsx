import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { TestRecord } from '../../contract/lab.ts'
import type { Summary } from '../../contract/summary.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { clearSentDraft, saveDraft, useDraftItem } from '../lib/drafts.ts'
import { useToday } from '../lib/clock.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { BulletinField } from './BulletinField.tsx'
import { correctionOf, draftItem, emptyDraft, testRecordOf, type Draft } from './draft.ts'
import { EarlierResults } from './EarlierResults.tsx'
import { EditionFields } from './EditionFields.tsx'
import { IssueFields } from './IssueFields.tsx'
import { recordTest } from './queries.ts'
import { RecordError } from './RecordError.tsx'
import { useRecordMessages } from './record-messages.ts'
import { ResultFields } from './ResultFields.tsx'
import type { LabSearch } from './route.ts'
import { useKnownEditions } from './use-known-editions.ts'
import styles from './RecordForm.module.css'

const route = getRouteApi('/filtered/tests')

type Props = {
  /** Null where it is to be chosen in the form. */
  bulletin: Summary | null
  /** The OS edition that was asked for; empty where none was: then the bulletin can be chosen, too. */
  edition: string
}

/**
 * Records how installing a fix on an OS edition went, or corrects an earlier result, which stays on file. The tab keeps the
 * draft until it is recorded or discarded.
 */
export function RecordForm({ bulletin, edition }: Props) {
  const t = useRecordMessages()
  const client = useQueryClient()
  const today = useToday()
  const navigate = route.useNavigate()
  const show = (next: LabSearch) =>
    void navigate({ search: (search) => ({ ...search, ...next }), replace: true, resetScroll: false })

  const id = bulletin?.id ?? ''
  const known = useKnownEditions().find(({ name }) => name === edition)
  const item = draftItem(id, edition)
  const [entered, enter] = useDraftItem(item)
  const [isBegun] = useState(entered !== null)
  const draft = entered ?? emptyDraft(edition, known?.platform ?? null, today)
  const edit = (change: Partial<Draft>) => enter({ ...draft, ...change })

  const title = useRef<HTMLHeadingElement>(null)
  const close = () => show({ record: undefined, edition: undefined })
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ record }: { record: TestRecord; from: Draft }) => recordTest(client, id, record),
    meta: { bulletin: id },
    // Runs even if the dialog is gone by then; a newer draft stays.
    onSuccess: (_, { from }) => clearSentDraft(item, from),
  })
  const heading = id === '' ? t.record : t.recordOf(id)
  const discard = () => {
    enter(null)
    close()
  }
  const choose = (next: string) => {
    // The draft goes along, but a correction is one of a result of this bulletin.
    if (entered !== null) saveDraft(draftItem(next, edition), { ...entered, corrects: null })
    if (next !== id) enter(null)
    show({ record: next })
  }
  return (
    <Dialog label={heading} onClose={discard} isForm isBegun={isBegun}>
      <Form
        className={styles['record-form']}
        pending={isPending}
        error={error && <RecordError error={error} />}
        onSubmit={() => {
          const record = testRecordOf(draft)
          if (record === null) return
          enter(draft)
          // Closes only the dialog that was sent: its author may be elsewhere by then.
          mutate({ record, from: draft }, { onSuccess: close })
        }}
      >
        <h2 ref={title} tabIndex={-1}>
          {draft.corrects === null ? heading : t.correct(draft.corrects)}
        </h2>
        {isBegun && (
          <p role="status" className="muted">
            {t.begun}
          </p>
        )}
        {bulletin !== null && (
          // In a tab of its own, so that the form stays.
          <Link to="/bulletins/$id" params={{ id }} search={readQuery} hash="tests" className="link" target="_blank">
            {t.toBulletin}
          </Link>
        )}
        <fieldset className={styles['fields']} disabled={isPending}>
          {edition === '' && <BulletinField bulletin={id} onChoose={choose} />}
          <EditionFields
            draft={draft}
            bulletin={bulletin}
            isFirstFocus={edition === '' && bulletin !== null}
            onEdit={edit}
          />
          <ResultFields draft={draft} isFirstFocus={edition !== ''} onEdit={edit} />
          <IssueFields issue={draft.knownIssue} onChange={(knownIssue) => edit({ knownIssue })} />
        </fieldset>
        <SubmitRow label={draft.corrects === null ? t.save : t.saveCorrection}>
          <LeaveButton>{t.cancel}</LeaveButton>
        </SubmitRow>
        <EarlierResults
          bulletin={id}
          onCorrect={(result) => {
            if (entered !== null && !window.confirm(t.replaceSure)) return
            enter(correctionOf(result))
            title.current?.focus()
          }}
        />
      </Form>
    </Dialog>
  )
}
