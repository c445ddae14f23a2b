/** A hold that is being written and not set yet. */
import * as z from 'zod'
import { machineRole } from '../../contract/limits.ts'
import type { NewHold } from '../../contract/holds.ts'
import { readRoles } from '../../domain/fleet/lines.ts'
import type { DraftItem } from '../lib/drafts.ts'

const HoldDraft = z.object({
  /** Whether it is on every fix. */
  isEvery: z.boolean(),
  /** The ids of fixes as they are typed. */
  fixes: z.string(),
  platforms: z.array(z.string()),
  roles: z.array(z.string()),
  otherRoles: z.string(),
  reason: z.string(),
  until: z.string(),
})
export type HoldDraft = z.infer<typeof HoldDraft>

/** `fix`: the one on whose page it is written; null where it is written on no such page. */
export const holdDraft = (fix: string | null): DraftItem<HoldDraft> => ({
  name: `hold ${fix ?? ''}`,
  schema: HoldDraft,
  empty: { isEvery: false, fixes: fix ?? '', platforms: [], roles: [], otherRoles: '', reason: '', until: '' },
})

const idsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;、，；]+/)
      .map((id) => (/^\d{6,8}$/.test(id) ? `KB${id}` : id))
      .filter((id) => id !== ''),
  ),
]

/** What is to be put right before it can be set: the first of a form. */
type Wrong = Partial<Record<'fixes' | 'roles' | 'reason' | 'until', true>>

/** The hold that a draft says, and what is wrong with it. `today`: ISO 8601. */
export function readHoldDraft(draft: HoldDraft, today: string): { hold: NewHold; wrong: Wrong } {
  const { isEvery, fixes, platforms, roles, otherRoles, reason, until } = draft
  const ids = idsIn(fixes)
  const others = readRoles(otherRoles)
  return {
    hold: {
      bulletins: isEvery ? null : ids,
      platforms,
      roles: [...new Set([...roles, ...others])],
      reason: reason.trim(),
      until,
    },
    wrong: {
      ...(!isEvery && ids.length === 0 && { fixes: true }),
      ...(others.some((role) => role.length > machineRole.maxLength) && { roles: true }),
      ...(reason.trim() === '' && { reason: true }),
      ...(until < today && { until: true }),
    },
  }
}
