/** How a subscription or a kind of channel arrives, as it is shown. */
import type { Channel, Subscription } from '../../contract/notices.ts'

export type ShownState = 'arriving' | 'failing' | 'quiet' | 'waiting' | 'paused' | 'ended'

/** What is shown of a subscription: what keeps it from being sent comes before how it arrived. */
export function shownState({ state, arrival }: Subscription, channel: Channel | undefined): ShownState {
  if (state !== 'active') return state
  if (channel === undefined || channel.state === 'stopped') return 'failing'
  return channel.state === 'unconfirmed' ? 'waiting' : arrival.state
}

const order: Record<ShownState, number> = { failing: 0, waiting: 1, arriving: 2, quiet: 2, paused: 3, ended: 4 }

/** Subscriptions as they are listed: one of them first, then those that do not arrive; paused ones are last. */
export function inListOrder<T extends { id: number; shown: ShownState }>(
  rows: readonly T[],
  first: number | null,
): T[] {
  const rank = (row: T) => (row.id === first ? -1 : order[row.shown])
  return rows.toSorted((one, other) => rank(one) - rank(other))
}

export const arrivalLooks = {
  arriving: { glyph: '✓', tone: 'good' },
  failing: { glyph: '✕', tone: 'bad' },
  quiet: { glyph: '–', tone: 'plain' },
  waiting: { glyph: '!', tone: 'mixed' },
  paused: { glyph: 'Ⅱ', tone: 'plain' },
  ended: { glyph: '×', tone: 'plain' },
} as const satisfies Record<ShownState, object>
