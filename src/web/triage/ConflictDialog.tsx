import type { Clash } from '../../domain/triage/pending-edits.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useTriageMessages, useTriageText } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Dialog } from '../ui/layout/Dialog.tsx'
import styles from './ConflictDialog.module.css'

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
  const t = useTriageMessages()
  return (
    <Dialog label={t.conflict.title} onClose={onKeep}>
      <div className={styles['conflict-dialog']}>
        {/* It may come while somebody types: no key that they press then decides. */}
        <h2 tabIndex={-1} data-first-focus>
          {t.conflict.title}
        </h2>
        <p>{t.conflict.hint}</p>
        {clashes.slice(0, maxShown).map((clash) => (
          <SideBySide key={clash.theirs.id} clash={clash} />
        ))}
        {clashes.length > maxShown && <p className="muted">{t.more(clashes.length - maxShown)}</p>}
        <footer>
          <button type="button" className="button" onClick={onKeep}>
            {t.conflict.keep}
          </button>
          {others > 0 && (
            <button type="button" className="button" onClick={onKeepRest}>
              {t.conflict.keepRest(others)}
            </button>
          )}
          <button type="button" className="button" onClick={onOverwrite}>
            {t.conflict.overwrite}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}

function SideBySide({ clash: { theirs, result, fields } }: { clash: Clash }) {
  const [t, text] = [useTriageMessages(), useTriageText()]
  const language = useLanguage()
  const who = [theirs.by, theirs.at && formatMoment(theirs.at, language)].filter(Boolean).join(' ')
  return (
    <DataTable label={theirs.id} head={[theirs.id, t.conflict.theirs(who), t.conflict.mine]}>
      <tbody>
        {fields.map(({ field, isBoth }) => (
          <tr key={field}>
            <th scope="row">
              {t[field]} {isBoth && <small className="hot">{t.conflict.both}</small>}
            </th>
            <td>{text(theirs, field)}</td>
            <td>{text(result, field)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
