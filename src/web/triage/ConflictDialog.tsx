import type { Clash } from '../../domain/triage/pending-edits.ts'
import { formatMoment } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'
import { useTriageMessages, useTriageText } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Dialog } from '../ui/layout/Dialog.tsx'
import './TriageDialog.css'

type Props = {
  /** What somebody else has set meanwhile, of one bulletin or several. */
  clashes: readonly Clash[]
  /** How many others nobody else has touched. */
  others: number
  onOverwrite: () => void
  onKeepRest: () => void
  onKeep: () => void
}

const maxShown = 5

/** A lost race: what is there now, what would be there, and the choice between them. */
export function ConflictDialog({ clashes, others, onOverwrite, onKeepRest, onKeep }: Props) {
  const m = useTriageMessages()
  return (
    <Dialog label={m.conflict.title} onClose={onKeep}>
      <div className="triage-conflict">
        {/* It may come while somebody types: no key that they press then decides. */}
        <h2 tabIndex={-1} data-first-focus>
          {m.conflict.title}
        </h2>
        <p>{m.conflict.hint}</p>
        {clashes.slice(0, maxShown).map((clash) => (
          <SideBySide key={clash.theirs.id} clash={clash} />
        ))}
        {clashes.length > maxShown && <p className="muted">{m.more(clashes.length - maxShown)}</p>}
        <footer>
          <button type="button" className="button" onClick={onKeep}>
            {m.conflict.keep}
          </button>
          {others > 0 && (
            <button type="button" className="button" onClick={onKeepRest}>
              {m.conflict.keepRest(others)}
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

function SideBySide({ clash: { theirs, result, fields } }: { clash: Clash }) {
  const [m, text] = [useTriageMessages(), useTriageText()]
  const { language } = useMessages()
  const who = [theirs.by, theirs.at && formatMoment(theirs.at, language)].filter(Boolean).join(' ')
  return (
    <DataTable label={theirs.id} head={[theirs.id, m.conflict.theirs(who), m.conflict.mine]}>
      <tbody>
        {fields.map(({ field, isBoth }) => (
          <tr key={field}>
            <th scope="row">
              {m[field]} {isBoth && <small className="hot">{m.conflict.both}</small>}
            </th>
            <td>{text(theirs, field)}</td>
            <td>{text(result, field)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
