import type { TriageState } from '../../contract/triage.ts'
import type { PendingEdit, Attempts, Open } from '../../domain/triage/pending-edits.ts'
import { useMessages } from '../i18n/messages.ts'
import { useTriageMessages } from './messages.ts'
import { Toast, Toasts } from '../ui/layout/Toast.tsx'

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
  const m = useTriageMessages()
  const { w } = useMessages()
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
        <Toast key={`saved ${saved.number}`} role="status" closeLabel={m.close} onClose={() => onClose(saved)}>
          <span>
            {saved.draft === null
              ? m.undone
              : savedText(
                  saved.steps.map(({ seen }) => seen.id),
                  saved.draft,
                  m,
                  w,
                )}
          </span>
          {saved.draft !== null && onUndo !== null && (
            <button type="button" onClick={onUndo}>
              {m.undo}
            </button>
          )}
        </Toast>
      )}
    </Toasts>
  )
}

type OpenProps = Pick<Props, 'onAgain' | 'onEdit' | 'onClose'> & { said: Said; more: number }

function OpenToast({ said, more, onAgain, onEdit, onClose }: OpenProps) {
  const m = useTriageMessages()
  const { t } = useMessages()
  const { attempt, kind } = said
  const { draft } = attempt
  const title = titleOf(
    attempt.steps.map(({ seen }) => seen.id),
    m,
  )
  return (
    <Toast role={kind === 'failed' ? 'alert' : 'status'} closeLabel={m.close} onClose={() => onClose(attempt)}>
      <span>{kind === 'kept' ? m.kept(title) : `${m.notSaved(title)} ${t.problem[said.why]}`}</span>
      {kind === 'failed' && (
        <button type="button" onClick={() => onAgain(attempt)}>
          {m.again}
        </button>
      )}
      {draft !== null && (
        <button type="button" onClick={() => onEdit(attempt, draft)}>
          {m.edit}
        </button>
      )}
      {more > 0 && <small>{m.more(more)}</small>}
    </Toast>
  )
}

type Messages = ReturnType<typeof useTriageMessages>

/** What an attempt is about: an id, or how many. */
export function titleOf(ids: readonly string[], m: Messages): string {
  const [only, ...more] = ids
  return only !== undefined && more.length === 0 ? m.of(only) : m.ofMany(ids.length)
}

function savedText(
  ids: readonly string[],
  draft: Partial<TriageState>,
  m: Messages,
  w: ReturnType<typeof useMessages>['w'],
): string {
  const [only, ...more] = ids
  if (only === undefined || more.length > 0) return m.savedMany(ids.length)
  return draft.status === undefined ? m.changed(only) : m.saved(only, w.triage[draft.status])
}
