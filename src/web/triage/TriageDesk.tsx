import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { TriageState } from '../../contract/triage.ts'
import type { PendingEdit, PendingEdits } from '../../domain/triage/pending-edits.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useTriageMessages } from './messages.ts'
import { nothingKnown, stateIn, triageQuery } from './queries.ts'
import type { TriageAsk } from './Triage.tsx'
import { TriageDialog } from './TriageDialog.tsx'
import { TriageToasts } from './TriageToasts.tsx'
import { usePendingEdits } from './use-pending-edits.ts'

const presetOf = ({ preset }: TriageAsk, noMachines: string): Partial<TriageState> =>
  preset === undefined ? {} : { status: 'not-applicable', ...(preset === 'no-machines' && { reason: noMachines }) }

type Props = { ask: TriageAsk | null; onDone: () => void; waiting: PendingEdits['open'] }

/** Sets states: the dialog, what is said after it, undo, and the choice after a conflict. */
export function TriageDesk({ ask, onDone, waiting }: Props) {
  const t = useTriageMessages()
  const pending = usePendingEdits(waiting)
  const { edits, dispatch, save, nextNumber } = pending
  // The pages that show states have read them; others have nothing to set.
  const { states } = useQuery({ ...triageQuery(), enabled: false }).data ?? nothingKnown
  // It keeps its number, so that sending it ends what waits under that number.
  const [reopened, setReopened] = useState<PendingEdit | null>(null)

  const { undo: back, open, saved } = edits
  const undo = () => {
    if (back === null) return false
    void save({ number: nextNumber(), steps: back, draft: null })
    return true
  }
  useShortcuts('triage', { undo })

  const close = () => {
    setReopened(null)
    onDone()
  }
  const asked = reopened
    ? { seen: reopened.steps.map(({ seen }) => seen), draft: reopened.draft ?? {}, field: 'status' as const }
    : ask && { seen: ask.ids.map((id) => stateIn(states, id)), draft: presetOf(ask, t.noMachines), field: ask.field }
  if (asked !== null)
    return (
      <TriageDialog
        {...asked}
        onClose={close}
        onSave={(steps, draft) => {
          close()
          void save({ number: reopened?.number ?? nextNumber(), steps, draft })
        }}
      />
    )
  const lost = open.find((each) => each.kind === 'lost')
  if (lost !== undefined) return <ConflictDialog key={lost.edit.number} lost={lost} pending={pending} />
  return (
    <TriageToasts
      open={open.filter((each) => each.kind !== 'lost')}
      saved={saved}
      onAgain={(edit) => void save(edit)}
      onEdit={setReopened}
      onUndo={back && undo}
      onClose={({ number }) => dispatch({ type: 'closed', number })}
    />
  )
}
