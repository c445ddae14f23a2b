import { useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { usePerson } from '../lib/me.ts'
import { nothingKnown, stateIn, triageQuery } from './queries.ts'
import type { Triaged } from '../../contract/triaged.ts'
import type { TriageState } from '../../contract/triage.ts'
import { clashes, rebase, split, type PendingEdit, type Open } from '../../domain/triage/pending-edits.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { TriageDialog, type FirstField } from './TriageDialog.tsx'
import { titleOf, TriageToasts } from './TriageToasts.tsx'
import { useTriageMessages } from './messages.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useIsCovered } from '../ui/layout/open-dialogs.ts'
import { useToday } from '../lib/use-today.ts'
import type { TriageAsk } from './Triage.tsx'
import { useAttempts } from './use-pending-edits.ts'

/** An attempt that is typed at once more: it keeps its number, so that it ends what waits under it once it is sent. */
type Again = { number: number; seen: readonly Triaged[]; draft: Partial<TriageState> }

/** Sets states: the dialog, what is said afterwards, the way back, and the choice where somebody else was quicker. */
export function TriageDesk({ ask, onDone }: { ask: TriageAsk | null; onDone: () => void }) {
  const { attempts, tell, save, nextNumber } = useAttempts()
  // The pages that show states have read them; others have nothing to set.
  const { states } = useQuery({ ...triageQuery(), enabled: false }).data ?? nothingKnown
  const [again, setAgain] = useState<Again | null>(null)

  const { undo: back, open, saved } = attempts
  const undo = () => {
    if (back === null) return false
    void save({ number: nextNumber(), steps: back, draft: null })
    return true
  }
  useShortcuts('triage', { undo })

  const close = () => {
    setAgain(null)
    onDone()
  }
  const asking = (number: number | null, seen: readonly Triaged[], draft: Partial<TriageState>, field: FirstField) => (
    <StateForm
      seen={seen}
      draft={draft}
      field={field}
      people={[...new Set(Array.from(states.values()).flatMap(({ assignee }) => assignee ?? []))].toSorted()}
      onClose={close}
      onSave={(change) => {
        close()
        void save({
          number: number ?? nextNumber(),
          steps: seen.map((state) => ({ seen: state, change })),
          draft: change,
        })
      }}
    />
  )
  if (again !== null) return asking(again.number, again.seen, again.draft, 'status')
  if (ask !== null)
    return (
      <AsSeen states={ask.ids.map((id) => stateIn(states, id))}>{(seen) => asking(null, seen, {}, ask.field)}</AsSeen>
    )
  const lost = open.find((each) => each.kind === 'lost')
  if (lost !== undefined)
    return <LostRace key={lost.attempt.number} lost={lost} nextNumber={nextNumber} tell={tell} save={save} />
  return (
    <TriageToasts
      open={open.filter((each) => each.kind !== 'lost')}
      saved={saved}
      onAgain={(attempt) => void save(attempt)}
      onEdit={({ number, steps }, draft) => setAgain({ number, seen: steps.map(({ seen }) => seen), draft })}
      onUndo={back && undo}
      onClose={({ number }) => tell({ type: 'closed', number })}
    />
  )
}

/**
 * The states as they were when this was opened. What somebody else sets while a person decides must not change under
 * their hands: it is shown as a lost race, and not taken for what they have seen.
 */
function AsSeen({
  states,
  children,
}: {
  states: readonly Triaged[]
  children: (seen: readonly Triaged[]) => ReactNode
}) {
  const [seen] = useState(states)
  return children(seen)
}

type FormProps = {
  seen: readonly Triaged[]
  draft: Partial<TriageState>
  field: FirstField
  people: readonly string[]
  onSave: (change: Partial<TriageState>) => void
  onClose: () => void
}

function StateForm({ seen, ...props }: FormProps) {
  const t = useTriageMessages()
  const today = useToday()
  const person = usePerson()
  const title = titleOf(
    seen.map(({ id }) => id),
    t,
  )
  return <TriageDialog title={title} states={seen} me={person?.name ?? ''} today={today} {...props} />
}

type LostProps = { lost: Extract<Open, { kind: 'lost' }> } & Pick<
  ReturnType<typeof useAttempts>,
  'tell' | 'save' | 'nextNumber'
>

/** The choice where somebody else was quicker. What is not saved can still be edited afterwards. */
function LostRace({ lost: { attempt, theirs }, tell, save, nextNumber }: LostProps) {
  const isCovered = useIsCovered()
  const [hasTurn, setTurn] = useState(!isCovered)
  // It comes by itself: over a dialog in which somebody reads or types it waits.
  if (!hasTurn && !isCovered) setTurn(true)
  if (!hasTurn) return null
  const over = rebase(attempt, theirs)
  const { about, rest } = split(over, new Set(theirs.map(({ id }) => id)))
  const keep = (kept: PendingEdit) =>
    // What was to be taken back is left as it is: nobody has typed anything.
    tell(
      kept.draft === null
        ? { type: 'closed', number: kept.number }
        : { type: 'open', open: { kind: 'kept', attempt: kept } },
    )
  return (
    <ConflictDialog
      clashes={clashes(attempt, theirs)}
      others={rest.steps.length}
      onKeep={() => keep(over)}
      onKeepRest={() => {
        keep(about)
        void save({ ...rest, number: nextNumber() })
      }}
      onOverwrite={() => void save(over)}
    />
  )
}
