import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../../client/api.ts'
import type { RecordedTest, TestRecord } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import { BulletinField } from './BulletinField.tsx'
import { correctionOf, emptyDraft, noIssue, readDraft, type Draft } from './draft.ts'
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
  results: readonly RecordedTest[]
  onRecord: (record: TestRecord) => Promise<unknown>
  onClose: () => void
  /** A way to the bulletin. */
  children: ReactNode
}

/** What was seen when a fix was applied on an OS edition; an earlier result can be corrected, and stays on file. */
export function RecordDialog(props: Props) {
  const { bulletin, choice, edition, today, editions, platforms, results, onRecord, onClose, children } = props
  const m = useLabMessages()
  const { t } = useMessages()
  const known = editions.find(({ name }) => name === edition)
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(edition, known?.platform ?? null, today))
  const { mutate, isPending, error } = useMutation({ mutationFn: onRecord })
  const edit = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const heading = bulletin === '' ? m.record : m.recordOf(bulletin)
  return (
    <Dialog label={heading} onClose={onClose} isForm>
      <form
        className="record-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          const record = readDraft(draft)
          // Whoever has left by the time it is answered stays where they are.
          if (record !== null && !isPending) mutate(record, { onSuccess: onClose })
        }}
      >
        <h2>{draft.corrects === null ? heading : m.correct(draft.corrects)}</h2>
        {children}
        <fieldset className="bare" disabled={isPending}>
          {choice !== null && (
            <BulletinField
              bulletin={bulletin}
              bulletins={choice.bulletins}
              onChoose={(id) => {
                edit({ corrects: null })
                choice.onChoose(id)
              }}
            />
          )}
          <EditionFields
            draft={draft}
            editions={editions}
            platforms={platforms}
            isFirstFocus={edition === '' && bulletin !== ''}
            onEdit={edit}
          />
          <SeenFields draft={draft} today={today} isFirstFocus={edition !== ''} onEdit={edit} />
          <label className="check">
            <input
              type="checkbox"
              checked={draft.knownIssue !== null}
              onChange={({ target }) => edit({ knownIssue: target.checked ? noIssue : null })}
            />
            {m.hasIssue}
          </label>
          {draft.knownIssue !== null && (
            <IssueFields issue={draft.knownIssue} onChange={(knownIssue) => edit({ knownIssue })} />
          )}
        </fieldset>
        {error !== null && (
          <p role="alert" className="hot">
            {error instanceof ApiError && error.code === 'conflict' ? m.corrected : m.failed} {t.problem[codeOf(error)]}
          </p>
        )}
        <footer>
          <button type="submit" className="button primary" disabled={isPending}>
            {draft.corrects === null ? m.save : m.saveCorrection}
          </button>
          <LeaveButton>{m.cancel}</LeaveButton>
        </footer>
        <EarlierResults results={results} onCorrect={(result) => setDraft(correctionOf(result))} />
      </form>
    </Dialog>
  )
}
