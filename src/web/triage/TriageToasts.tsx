import type { TriageState } from '../../contract/triage.ts'
import type { PendingEdit, Attempts, Open } from '../../domain/triage/pending-edits.ts'
import { useTriageMessages, type TriageMessages } from './messages.ts'
import { Toast, Toasts } from '../ui/layout/Toast.tsx'
import { useWords, type Words } from '../i18n/words.ts'
import { useCommon } from '../i18n/common.ts'

/** What waits, as far as it is said here: a lost race has a dialog of its own. */
type Said = Exclude<Open, { kind: 'lost' }>

type Props = Pick<Attempts, 'saved'> & {
  open: readonly Said[]
  onAgain: (attempt: PendingEdit) => void
  onEdit: (attempt: PendingEdit, draft: Partial<TriageState>) => void
  /** Null where there is nothing to be taken back. */
  onUndo: (() => void) | null
  onClose: (attempt: PendingEdit) => void
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
          key={`${newest.kind} ${newest.attempt.number}`}
          said={newest}
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

type OpenProps = Pick<Props, 'onAgain' | 'onEdit' | 'onClose'> & { said: Said; more: number }

function OpenToast({ said, more, onAgain, onEdit, onClose }: OpenProps) {
  const t = useTriageMessages()
  const common = useCommon()
  const { attempt, kind } = said
  const { draft } = attempt
  const title = titleOf(
    attempt.steps.map(({ seen }) => seen.id),
    t,
  )
  return (
    <Toast role={kind === 'failed' ? 'alert' : 'status'} closeLabel={t.close} onClose={() => onClose(attempt)}>
      <span>{kind === 'kept' ? t.kept(title) : `${t.notSaved(title)} ${common.problem[said.why]}`}</span>
      {kind === 'failed' && (
        <button type="button" onClick={() => onAgain(attempt)}>
          {t.again}
        </button>
      )}
      {draft !== null && (
        <button type="button" onClick={() => onEdit(attempt, draft)}>
          {t.edit}
        </button>
      )}
      {more > 0 && <small>{t.more(more)}</small>}
    </Toast>
  )
}

/** What an attempt is about: an id, or how many. */
export function titleOf(ids: readonly string[], t: TriageMessages): string {
  const [only, ...more] = ids
  return only !== undefined && more.length === 0 ? t.of(only) : t.ofMany(ids.length)
}

function savedText(ids: readonly string[], draft: Partial<TriageState>, t: TriageMessages, words: Words): string {
  const [only, ...more] = ids
  if (only === undefined || more.length > 0) return t.savedMany(ids.length)
  return draft.status === undefined ? t.changed(only) : t.saved(only, words.triage[draft.status])
}
