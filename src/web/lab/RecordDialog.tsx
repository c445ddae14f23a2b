import { useRef, useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import type { RecordedTest, TestRecord } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { useLabMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { clearSentDraft, saveDraft, useDraftItem } from '../lib/drafts.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { BulletinField } from './BulletinField.tsx'
import { correctionOf, draftItem, emptyDraft, noIssue, readDraft, type Draft } from './draft.ts'
import { EarlierResults } from './EarlierResults.tsx'
import { EditionFields } from './EditionFields.tsx'
import { IssueFields } from './IssueFields.tsx'
import { SeenFields } from './SeenFields.tsx'
import './RecordDialog.css'

type Props = {
  /** Empty where none is chosen yet. */
  bulletin: string
  /** Chooses among the bulletins on file; null where a cell has said which. */
  choice: { bulletins: readonly string[]; onChoose: (bulletin: string) => void } | null
  /** The edition that was asked for; empty where none was. */
  edition: string
  today: string
  /** Editions that were tested before, or that there are machines with. */
  editions: readonly Edition[]
  /** The platforms that the bulletin affects, with their names. */
  platforms: readonly { id: PlatformId; name: string }[]
  nameOf: (platform: PlatformId) => string
  /** Whether the fix applies to a platform; null where that cannot be told. */
  appliesTo: (platform: PlatformId) => boolean | null
  results: readonly RecordedTest[]
  onRecord: (record: TestRecord) => Promise<unknown>
  onClose: () => void
  /** The way in, for whose session has ended. */
  signIn: ReactNode
  /** A way to the bulletin. */
  children: ReactNode
}

/**
 * What was seen when a fix was applied on an OS edition; an earlier result can be corrected, and stays on file. What is
 * entered stays in the tab until it is recorded or discarded, wherever its author goes meanwhile.
 */
export function RecordDialog(props: Props) {
  const { bulletin, choice, edition, today, editions, platforms, nameOf, appliesTo, results, onRecord, onClose } = props
  const t = useLabMessages()
  const common = useCommon()
  const known = editions.find(({ name }) => name === edition)
  const item = draftItem(bulletin, edition)
  const [entered, enter] = useDraftItem(item)
  const [isBegun] = useState(entered !== null)
  const draft = entered ?? emptyDraft(edition, known?.platform ?? null, today)
  const title = useRef<HTMLHeadingElement>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ record }: { record: TestRecord; from: Draft }) => onRecord(record),
    meta: { bulletin },
    // Whoever has gone elsewhere meanwhile finds nothing of it; what they have entered since is theirs.
    onSuccess: (_, { from }) => clearSentDraft(item, from),
  })
  const edit = (change: Partial<Draft>) => enter({ ...draft, ...change })
  const close = () => {
    enter(null)
    onClose()
  }
  const heading = bulletin === '' ? t.record : t.recordOf(bulletin)
  return (
    <Dialog label={heading} onClose={close} isForm isBegun={isBegun}>
      <Form
        className="record-dialog"
        pending={isPending}
        error={
          error && (
            <>
              {codeOf(error) === 'conflict' ? t.corrected : t.failed}{' '}
              {codeOf(error) === 'unauthenticated' ? props.signIn : common.problem[codeOf(error)]}
            </>
          )
        }
        onSubmit={() => {
          const record = readDraft(draft)
          // Whoever has left by the time it is answered stays where they are.
          if (record === null) return
          enter(draft)
          mutate({ record, from: draft }, { onSuccess: onClose })
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
        {props.children}
        <fieldset className="bare" disabled={isPending}>
          {choice !== null && (
            <BulletinField
              bulletin={bulletin}
              bulletins={choice.bulletins}
              onChoose={(id) => {
                // What is entered goes along; a result of another bulletin it does not correct.
                if (entered !== null) saveDraft(draftItem(id, edition), { ...entered, corrects: null })
                if (id !== bulletin) enter(null)
                choice.onChoose(id)
              }}
            />
          )}
          <EditionFields
            draft={draft}
            editions={editions}
            platforms={platforms}
            nameOf={nameOf}
            isFirstFocus={edition === '' && bulletin !== ''}
            onEdit={edit}
          />
          {draft.platform !== null && appliesTo(draft.platform) === false && (
            <p role="status" className="hot">
              {t.notFor}
            </p>
          )}
          <SeenFields draft={draft} today={today} isFirstFocus={edition !== ''} onEdit={edit} />
          <label className="check">
            <input
              type="checkbox"
              checked={draft.knownIssue !== null}
              onChange={({ target }) => edit({ knownIssue: target.checked ? noIssue : null })}
            />
            {t.hasIssue}
          </label>
          {draft.knownIssue !== null && (
            <IssueFields issue={draft.knownIssue} onChange={(knownIssue) => edit({ knownIssue })} />
          )}
        </fieldset>
        <SubmitRow label={draft.corrects === null ? t.save : t.saveCorrection}>
          <LeaveButton>{t.cancel}</LeaveButton>
        </SubmitRow>
        <EarlierResults
          results={results}
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
