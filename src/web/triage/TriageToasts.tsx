import type { TriageState } from '../../contract/triage.ts'
import type { PendingEdit, PendingEdits, WaitingEdit } from '../../domain/triage/pending-edits.ts'
import { useTriageMessages, type TriageMessages } from './messages.ts'
import { Toast, Toasts } from '../ui/layout/Toast.tsx'
import { useWords } from '../i18n/words.ts'
import type { Words } from '../../words/words.ts'
import { useCommon } from '../i18n/common.ts'

/** What waits and is shown here: a lost race has a dialog of its own. */
type Shown = Exclude<WaitingEdit, { kind: 'lost' }>

type Props = Pick<PendingEdits, 'saved'> & {
  open: readonly Shown[]
  onAgain: (edit: PendingEdit) => void
  onEdit: (edit: PendingEdit) => void
  /** Null where there is nothing to be taken back. */
  onUndo: (() => void) | null
  onClose: (edit: PendingEdit) => void
}

/** What was saved, and the newest of what was not; the others follow once that is dealt with. */
export function TriageToasts({ open, saved, onAgain, onEdit, onUndo, onClose }: Props) {
  const t = useTriageMessages()
  const words = useWords()
  const newest = open.at(-1)
  return (
    <Toasts>
      {newest && (
        <OpenToast
          key={`${newest.kind} ${newest.edit.number}`}
          waiting={newest}
          more={open.length - 1}
          onAgain={onAgain}
          onEdit={onEdit}
          onClose={onClose}
        />
      )}
      {saved && (
        <Toast key={`saved ${saved.number}`} role="status" closeLabel={t.close} onClose={() => onClose(saved)}>
          <span>
            {saved.draft === null
              ? t.undone
              : savedText(
                  saved.steps.map(({ seen }) => seen.id),
                  saved.draft,
                  t,
                  words,
                )}
          </span>
          {saved.draft !== null && onUndo !== null && (
            <button type="button" onClick={onUndo}>
              {t.undo}
            </button>
          )}
        </Toast>
      )}
    </Toasts>
  )
}

type OpenProps = Pick<Props, 'onAgain' | 'onEdit' | 'onClose'> & { waiting: Shown; more: number }

function OpenToast({ waiting, more, onAgain, onEdit, onClose }: OpenProps) {
  const t = useTriageMessages()
  const common = useCommon()
  const { edit, kind } = waiting
  const title = titleOf(
    edit.steps.map(({ seen }) => seen.id),
    t,
  )
  return (
    <Toast role={kind === 'failed' ? 'alert' : 'status'} closeLabel={t.close} onClose={() => onClose(edit)}>
      <span>{kind === 'kept' ? t.kept(title) : `${t.notSaved(title)} ${common.problem[waiting.why]}`}</span>
      {kind === 'failed' && (
        <button type="button" onClick={() => onAgain(edit)}>
          {t.again}
        </button>
      )}
      {edit.draft !== null && (
        <button type="button" onClick={() => onEdit(edit)}>
          {t.edit}
        </button>
      )}
      {more > 0 && <small>{t.more(more)}</small>}
    </Toast>
  )
}

/** What an edit is about: an id, or how many. */
export function titleOf(ids: readonly string[], t: TriageMessages): string {
  const [only, ...more] = ids
  return only !== undefined && more.length === 0 ? t.of(only) : t.ofMany(ids.length)
}

function savedText(ids: readonly string[], draft: Partial<TriageState>, t: TriageMessages, words: Words): string {
  const [only, ...more] = ids
  if (only === undefined || more.length > 0) return t.savedMany(ids.length)
  return draft.status === undefined ? t.changed(only) : t.saved(only, words.triage[draft.status])
}
