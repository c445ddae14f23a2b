import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import * as z from 'zod'
import { ApiError } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { fleetQuery } from '../catalogue/fleet.ts'
import { fleet as endpoints } from '../../contract/endpoints/fleet.ts'
import { reachabilities, type Fleet, type FleetLine } from '../../contract/fleet.ts'
import { readDraft, useDraftItem, type DraftItem } from '../lib/drafts.ts'
import { otherChanges, rebased } from '../../domain/fleet/rebase.ts'

/** What is changed here and not saved yet: `lines` in place of `base`, since what it began with. */
type Draft = { began: Began; base: readonly FleetLine[]; lines: readonly FleetLine[] }

type Began = Pick<Fleet, 'version' | 'lines'>

const line: z.ZodType<FleetLine> = z.object({
  platform: z.string(),
  edition: z.nullable(z.string()),
  // JSON has no number for a field that is being typed.
  machines: z.pipe(
    z.nullable(z.number()),
    z.transform((machines) => machines ?? Number.NaN),
  ),
  reachable: z.optional(z.enum(reachabilities)),
  roles: z.optional(z.array(z.string())),
})
const lines = z.array(line)
const draftItem: DraftItem<Draft | null> = {
  name: 'fleet',
  schema: z.nullable(z.object({ began: z.object({ version: z.int(), lines }), base: lines, lines })),
  empty: null,
}

/**
 * The fleet as it is edited here. What is on file, and what comes in meanwhile, lies below the own changes. These stay in
 * the tab until they are saved or discarded.
 */
export function useFleetDraft() {
  const client = useQueryClient()
  const { data: stored } = useSuspenseQuery(fleetQuery())
  const [draft, setDraft] = useDraftItem(draftItem)
  const lines = draft === null ? stored.lines : rebased(draft.base, draft.lines, stored.lines)
  const saving = useMutation({
    mutationFn: (sent: { draft: Draft; version: number; lines: readonly FleetLine[] }) =>
      call(endpoints.setFleet, { version: sent.version, body: { lines: [...sent.lines] } }),
    onSuccess: (set, sent) => {
      client.setQueryData(fleetQuery().queryKey, set)
      // What was changed while it was on its way is a draft of its own, on top of what has been saved.
      const now = readDraft(draftItem)
      setDraft(
        now === null || now === sent.draft
          ? null
          : { began: set, base: set.lines, lines: rebased(sent.lines, now.lines, set.lines) },
      )
    },
    onError: async (error) => {
      // What another person has saved is read, and shown before it is overwritten.
      if (isConflict(error)) await client.invalidateQueries(fleetQuery())
    },
  })
  const { isPending, error } = saving
  return {
    stored,
    lines,
    hasChanges: draft !== null,
    isSaving: isPending,
    isSaved: saving.isSuccess && draft === null,
    /** Why it could not be saved; that another person was quicker is told by `overtaken`. */
    error: isConflict(error) ? null : error,
    /** What another person has changed since the own changes began; null for nothing. A change that arrives while saving is the own one. */
    overtaken:
      draft !== null && draft.began.version !== stored.version && !isPending
        ? otherChanges(draft.began.lines, stored.lines, lines)
        : null,
    edit: (next: readonly FleetLine[]) => {
      setDraft({ began: draft?.began ?? stored, base: stored.lines, lines: next })
      if (!isPending) saving.reset()
    },
    discard: () => {
      setDraft(null)
      if (!isPending) saving.reset()
    },
    save: () => {
      if (draft !== null && !isPending) saving.mutate({ draft, version: stored.version, lines })
    },
  }
}

const isConflict = (error: unknown) => error instanceof ApiError && error.code === 'conflict'
