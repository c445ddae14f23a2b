import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import * as z from 'zod'
import { due as endpoints } from '../../contract/endpoints/due.ts'
import { DuePolicy } from '../../contract/due.ts'
import { call } from '../lib/call.ts'
import { useDraftItem, type DraftItem } from '../lib/drafts.ts'
import { thenRefresh } from '../lib/then-refresh.ts'
import { policyQuery } from './queries.ts'

const draftItem: DraftItem<{ version: number; policy: DuePolicy } | null> = {
  name: 'due-policy',
  schema: z.nullable(z.object({ version: z.int(), policy: DuePolicy })),
  empty: null,
}

/** The policy as it is edited here; what is not saved yet stays in the tab. What it would change is asked for, never assumed. */
export function usePolicyDraft() {
  const client = useQueryClient()
  const { data: stored } = useSuspenseQuery(policyQuery())
  const { version, at, by, ...kept } = stored
  const [draft, setDraft] = useDraftItem(draftItem)
  const policy = draft?.policy ?? kept
  const preview = useMutation({
    mutationFn: (asked: DuePolicy) => call(endpoints.previewDuePolicy, { body: asked }),
  })
  const saving = useMutation({
    mutationFn: (sent: { version: number; policy: DuePolicy }) =>
      thenRefresh(client, { due: null }, call(endpoints.setDuePolicy, { version: sent.version, body: sent.policy })),
    onSuccess: () => {
      setDraft(null)
      preview.reset()
    },
    // After a conflict the own changes are on top of what another person has set.
    onError: () => {
      const now = client.getQueryData(policyQuery().queryKey)
      if (draft !== null && now !== undefined) setDraft({ ...draft, version: now.version })
    },
  })
  return {
    policy,
    setBy: by === null || at === null ? null : { by, at },
    hasChanges: draft !== null,
    preview,
    saving,
    edit: (change: Partial<DuePolicy>) => {
      setDraft({ version: draft?.version ?? version, policy: { ...policy, ...change } })
      preview.reset()
      saving.reset()
    },
    discard: () => {
      setDraft(null)
      preview.reset()
      saving.reset()
    },
    save: () => saving.mutate({ version: draft?.version ?? version, policy }),
  }
}
