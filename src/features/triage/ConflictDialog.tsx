import type { TriageChange, Triaged, TriageState } from '../../contract/triage.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useTriageMessages } from '../../i18n/triage-messages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './TriageDialog.css'

type Props = {
  /** What was not saved. */
  changes: readonly TriageChange[]
  /** What somebody else has set meanwhile, of one or several of these. */
  current: readonly Triaged[]
  onOverwrite: () => void
  /** Saves what nobody else has touched; null where that is nothing. */
  onKeepRest: (() => void) | null
  onKeep: () => void
}

const shownAtMost = 5

/** A lost race: both states side by side, and the choice between them. */
export function ConflictDialog({ changes, current, onOverwrite, onKeepRest, onKeep }: Props) {
  const m = useTriageMessages()
  return (
    <Dialog label={m.conflict.title} onClose={onKeep}>
      <div className="triage-conflict">
        <h2>{m.conflict.title}</h2>
        <p>{m.conflict.hint}</p>
        {current.slice(0, shownAtMost).map((theirs) => (
          <Difference key={theirs.id} theirs={theirs} mine={changes.find(({ id }) => id === theirs.id) ?? theirs} />
        ))}
        {current.length > shownAtMost && <p className="muted">{m.conflict.more(current.length - shownAtMost)}</p>}
        <footer>
          <button type="button" className="button" data-first-focus onClick={onKeep}>
            {m.conflict.keep}
          </button>
          {onKeepRest !== null && (
            <button type="button" className="button" onClick={onKeepRest}>
              {m.conflict.keepRest(changes.length - current.length)}
            </button>
          )}
          <button type="button" className="button" onClick={onOverwrite}>
            {m.conflict.overwrite}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}

const fields = ['status', 'assignee', 'reason', 'reviewOn', 'note'] as const

function Difference({ theirs, mine }: { theirs: Triaged; mine: TriageState }) {
  const m = useTriageMessages()
  const { w, language } = useMessages()
  const shown = (state: TriageState, field: (typeof fields)[number]) => {
    if (field === 'status') return w.triage[state.status]
    const value = state[field]
    if (value === null || value === '') return m.none
    return field === 'reviewOn' ? formatDay(value, language) : value
  }
  const who = [theirs.by, theirs.at && formatMoment(theirs.at, language)].filter(Boolean).join(' ')
  return (
    <DataTable label={theirs.id} head={[theirs.id, m.conflict.theirs(who), m.conflict.mine]}>
      <tbody>
        {fields
          .filter((field) => field === 'status' || theirs[field] !== mine[field])
          .map((field) => (
            <tr key={field}>
              <th scope="row">{m[field]}</th>
              <td>{shown(theirs, field)}</td>
              <td>{shown(mine, field)}</td>
            </tr>
          ))}
      </tbody>
    </DataTable>
  )
}
