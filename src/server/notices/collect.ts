/** Follows the log, and puts what it brings into the notices of those who want to be told. */
import type { NoticeLine, NoticeTiming } from '../../contract/notices.ts'
import type { LoggedEvent } from '../../domain/notices/logged-event.ts'
import { rankOfLine } from '../../domain/notices/pressing.ts'
import { nextAt } from '../../domain/notices/schedule.ts'
import type { CollectedLines } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import type { Matching, ActiveSubscription } from './matching.ts'

type Deps = { store: Pick<Store, 'events' | 'outbox'>; matching: Pick<Matching, 'subscribed' | 'lines'> }

/** Events that go into one transaction. */
const eventsAtOnce = 200

/** The moment after another one at which a digest goes. */
const digestAfter = (when: NoticeTiming, after: string): string =>
  when.every === 'change' ? after : new Date(nextAt(when, after)).toISOString()

function collectedOf(
  { to, when }: ActiveSubscription,
  lines: readonly NoticeLine[],
  runs: ReadonlyMap<number, number | null>,
): CollectedLines {
  return {
    to,
    when,
    lines: lines.flatMap((line) =>
      line.event === null
        ? []
        : [
            {
              event: line.event,
              at: line.at,
              subject: line.bulletin ?? line.path,
              run: runs.get(line.event) ?? null,
              rank: rankOfLine(line),
              line,
            },
          ],
    ),
  }
}

export function collectorOf({ store: { events, outbox }, matching }: Deps) {
  async function collected(subscribed: readonly ActiveSubscription[], batch: readonly LoggedEvent[]) {
    if (batch.length === 0) return []
    const lines = await matching.lines(subscribed, batch)
    const runs = new Map(batch.map(({ id, run }) => [id, run]))
    return subscribed.flatMap((each) => {
      const own = lines.get(each.to.subscription) ?? []
      return own.length === 0 ? [] : [collectedOf(each, own, runs)]
    })
  }

  /** Takes in the next events; false where there are none. */
  async function collectNext(): Promise<boolean> {
    const [after, newest] = [await outbox.cursor(), await events.last()]
    if (newest <= after) return false
    const subscribed = await matching.subscribed()
    const batch = subscribed.length === 0 ? { events: [], last: newest } : await outbox.eventsAfter(after, eventsAtOnce)
    // Where another server has collected meanwhile, this one goes on from there.
    await outbox.collect({
      after,
      last: batch.last,
      collected: await collected(subscribed, batch.events),
      nextAt: digestAfter,
    })
    return true
  }

  return {
    /** Takes in all there is. */
    async collect(signal?: AbortSignal): Promise<void> {
      await outbox.endRuns()
      while (await collectNext()) {
        if (signal?.aborted === true) return
        await yieldToEventLoop()
      }
      await outbox.endRuns()
    },
  }
}
