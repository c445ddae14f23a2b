import { useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../client/api.ts'
import { meQuery } from '../../client/me.ts'
import { saveTriage } from '../../client/save-triage.ts'
import { nothingKnown, stateIn, triageQuery, type TriageStates } from '../../client/triage.ts'
import type { TriageChange, Triaged, TriageState } from '../../contract/triage.ts'
import { changedState, isSameState } from '../../domain/triage.ts'
import { ConflictDialog } from '../../features/triage/ConflictDialog.tsx'
import { TriageDialog } from '../../features/triage/TriageDialog.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useTriageMessages } from '../../i18n/triage-messages.ts'
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts'
import { Toast } from '../../ui/Toast.tsx'
import type { TriageAsk } from './triage.tsx'

/** The states of bulletins, as they were when somebody set out to change them. */
type Seen = TriageStates['states']

/** What was asked for, seen and typed, so that nothing of it is lost until it is saved. */
type Attempt = {
  ask: TriageAsk
  seen: Seen
  draft: Partial<TriageState>
  changes: readonly TriageChange[]
  isUndo: boolean
}

/** What stands at the foot of the page. */
type Said =
  | { kind: 'saved'; attempt: Attempt; undo: readonly TriageChange[] }
  | { kind: 'failed'; attempt: Attempt; error: unknown }

const changeOf = ({ id, version }: Pick<Triaged, 'id' | 'version'>, state: TriageState): TriageChange => ({
  id,
  version,
  ...changedState(state, {}),
})

/** Sets states: the dialog, what is said afterwards, the way back, and the choice where somebody else was quicker. */
export function TriageDesk({ ask, onDone }: { ask: TriageAsk | null; onDone: () => void }) {
  const m = useTriageMessages()
  const { t, w } = useMessages()
  const client = useQueryClient()
  // The pages that show states have read them; others have nothing to set.
  const { states } = useQuery({ ...triageQuery(), enabled: false }).data ?? nothingKnown
  const { data: me } = useQuery(meQuery())
  const [said, setSaid] = useState<Said | null>(null)
  const [lost, setLost] = useState<{ attempt: Attempt; current: readonly Triaged[] } | null>(null)
  const [again, setAgain] = useState<Attempt | null>(null)

  async function save(attempt: Attempt) {
    setLost(null)
    setSaid(null)
    const known = client.getQueryData(triageQuery().queryKey)?.states ?? states
    const before = new Map(attempt.changes.map(({ id }) => [id, stateIn(known, id)]))
    try {
      const saved = await saveTriage(client, attempt.changes)
      const undo = saved.map((state) => changeOf(state, before.get(state.id) ?? state))
      setSaid({ kind: 'saved', attempt, undo })
    } catch (error) {
      const current = error instanceof ApiError ? error.current : []
      if (current.length > 0 && isAsSeen(attempt, current)) await save(over(attempt, current))
      else if (current.length > 0) setLost({ attempt, current })
      else setSaid({ kind: 'failed', attempt, error })
    }
  }
  const undo = () => {
    if (said?.kind !== 'saved' || said.attempt.isUndo) return false
    void save({ ...said.attempt, changes: said.undo, isUndo: true })
    return true
  }
  useShortcuts('triage', { undo })

  const asked = again?.ask ?? ask
  const close = () => {
    setAgain(null)
    onDone()
  }
  const titleOf = (ids: readonly string[]) => (ids.length === 1 ? m.of(ids[0] ?? '') : m.ofMany(ids.length))
  const people = [...new Set(Array.from(states.values()).flatMap(({ assignee }) => assignee ?? []))].toSorted()
  return (
    <>
      {asked !== null && (
        <SeenStates states={again?.seen ?? states}>
          {(seen) => (
            <TriageDialog
              title={titleOf(asked.ids)}
              states={asked.ids.map((id) => stateIn(seen, id))}
              {...(again !== null && { draft: again.draft })}
              field={asked.field}
              me={me?.name ?? ''}
              people={people}
              onClose={close}
              onSave={(draft) => {
                close()
                const changes = asked.ids.map((id) => {
                  const state = stateIn(seen, id)
                  return changeOf(state, changedState(state, draft))
                })
                void save({ ask: asked, seen, draft, changes, isUndo: false })
              }}
            />
          )}
        </SeenStates>
      )}
      {lost !== null && (
        <ConflictDialog
          changes={lost.attempt.changes}
          current={lost.current}
          onKeep={() => setLost(null)}
          onKeepRest={keepRest(lost, save)}
          onOverwrite={() => void save(over(lost.attempt, lost.current))}
        />
      )}
      {said !== null && (
        <Toast role={said.kind === 'saved' ? 'status' : 'alert'} closeLabel={m.close} onClose={() => setSaid(null)}>
          {said.kind === 'failed' ? (
            <>
              <span>
                {m.notSaved} {t.problem[said.error instanceof ApiError ? said.error.code : 'unexpected']}
              </span>
              <button type="button" onClick={() => void save(said.attempt)}>
                {m.again}
              </button>
              {!said.attempt.isUndo && (
                <button
                  type="button"
                  onClick={() => {
                    setAgain(said.attempt)
                    setSaid(null)
                  }}
                >
                  {m.edit}
                </button>
              )}
            </>
          ) : (
            <>
              <span>{said.attempt.isUndo ? m.undone : savedText(said.attempt, m, w)}</span>
              {!said.attempt.isUndo && (
                <button type="button" onClick={undo}>
                  {m.undo}
                </button>
              )}
            </>
          )}
        </Toast>
      )}
    </>
  )
}

/**
 * The states as they were when this was opened. What somebody else sets while a person decides must not change under
 * their hands: it is shown as a lost race, and not taken for what they have seen.
 */
function SeenStates({ states, children }: { states: Seen; children: (seen: Seen) => ReactNode }) {
  const [seen] = useState(states)
  return children(seen)
}

/** The same in place of what is there now. */
function over(attempt: Attempt, current: readonly Triaged[]): Attempt {
  const versions = new Map(current.map(({ id, version }) => [id, version]))
  const changes = attempt.changes.map((change) => ({ ...change, version: versions.get(change.id) ?? change.version }))
  return { ...attempt, changes }
}

/** Whether what is there now says what its author saw: it is their own change of a moment ago, which was still on its way. */
const isAsSeen = ({ seen, isUndo }: Attempt, current: readonly Triaged[]): boolean =>
  !isUndo && current.every((state) => isSameState(state, stateIn(seen, state.id)))

/** Saves what nobody else has touched; null where that is nothing. */
function keepRest(
  { attempt, current }: { attempt: Attempt; current: readonly Triaged[] },
  save: (attempt: Attempt) => Promise<void>,
): (() => void) | null {
  const taken = new Set(current.map(({ id }) => id))
  const changes = attempt.changes.filter(({ id }) => !taken.has(id))
  return changes.length === 0 ? null : () => void save({ ...attempt, changes })
}

function savedText(
  { changes, draft }: Attempt,
  m: ReturnType<typeof useTriageMessages>,
  w: ReturnType<typeof useMessages>['w'],
): string {
  const [first, ...more] = changes
  if (first === undefined || more.length > 0) return m.savedMany(changes.length)
  return draft.status === undefined ? m.changed(first.id) : m.saved(first.id, w.triage[draft.status])
}
