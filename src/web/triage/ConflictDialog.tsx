import { useState } from 'react'
import {
  clashes,
  rebase,
  split,
  type Clash,
  type PendingEdit,
  type WaitingEdit,
} from '../../domain/triage/pending-edits.ts'
import { clsx } from 'clsx'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useTriageMessages, useTriageText } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Dialog } from '../ui/layout/Dialog.tsx'
import { useIsCovered } from '../ui/layout/open-dialogs.ts'
import type { usePendingEdits } from './use-pending-edits.ts'
import dialog from '../ui/layout/Dialog.module.css'
import styles from './ConflictDialog.module.css'

type Props = {
  lost: Extract<WaitingEdit, { kind: 'lost' }>
  pending: Pick<ReturnType<typeof usePendingEdits>, 'dispatch' | 'save' | 'nextNumber'>
}

const maxShown = 5

/**
 * A lost race: what is there now, what would be there, and the choice between them. What is not saved can be edited
 * later.
 */
export function ConflictDialog({ lost: { edit, theirs }, pending: { dispatch, save, nextNumber } }: Props) {
  const t = useTriageMessages()
  const isCovered = useIsCovered()
  const [hasTurn, setTurn] = useState(!isCovered)
  // It opens by itself, so it waits while another dialog is open.
  if (!hasTurn && !isCovered) setTurn(true)
  if (!hasTurn) return null

  const rebased = rebase(edit, theirs)
  const { about, rest } = split(rebased, new Set(theirs.map(({ id }) => id)))
  const others = rest.steps.length
  const shown = clashes(edit, theirs)
  const keep = (kept: PendingEdit) =>
    // Of an undo nothing was typed: there is nothing to edit later.
    dispatch(
      kept.draft === null
        ? { type: 'closed', number: kept.number }
        : { type: 'open', open: { kind: 'kept', edit: kept } },
    )
  const keepAbout = () => {
    keep(about)
    void save({ ...rest, number: nextNumber() })
  }
  return (
    <Dialog label={t.conflict.title} onClose={() => keep(rebased)}>
      <div className={clsx(dialog['dialog-body'], styles['conflict-dialog'])}>
        {/* It may open while the reader types: the heading takes the focus, so that no key decides. */}
        <h2 tabIndex={-1} data-first-focus>
          {t.conflict.title}
        </h2>
        <p>{t.conflict.hint}</p>
        {shown.slice(0, maxShown).map((clash) => (
          <SideBySide key={clash.theirs.id} clash={clash} />
        ))}
        {shown.length > maxShown && <p className="muted">{t.more(shown.length - maxShown)}</p>}
        <footer>
          <button type="button" className="button" onClick={() => keep(rebased)}>
            {t.conflict.keep}
          </button>
          {others > 0 && (
            <button type="button" className="button" onClick={keepAbout}>
              {t.conflict.keepRest(others)}
            </button>
          )}
          <button type="button" className="button" onClick={() => void save(rebased)}>
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
