/** Hands each issue to the outbox, for everybody who has subscribed to HotFix Weekly. */
import { addressedTo } from '../notices/addressed.ts'
import type { Store } from '../store/store.ts'
import { deliveryKey } from '../store/weekly.ts'
import { byId } from '../../domain/table/by-id.ts'

/** An issue that was made longer ago goes to nobody any more, in milliseconds: a server that was down hands it over late. */
const stillNews = 24 * 60 * 60_000

type Deps = { store: Pick<Store, 'weekly' | 'subscriptions' | 'channels' | 'outbox'>; now: () => Date }

/**
 * Puts the newest issue once for each subscription that was active when it was made: tried again, also by another server or
 * after a restart, it is there under its key. Who subscribes later gets the next one.
 */
export function weeklyHandOver({ store, now }: Deps): () => Promise<void> {
  let handed = 0
  return async () => {
    const issue = await store.weekly.find(null)
    if (issue === null || issue.number === handed) return
    if (now().getTime() - Date.parse(issue.madeAt) <= stillNews) {
      const channels = byId(await store.channels.all())
      for (const subscription of await store.subscriptions.all()) {
        const { id, owner, role, person, about, state, at } = subscription
        const channel = channels.get(subscription.channel)
        const mayRead = owner.kind === 'team' || person === null || role !== null
        if (about !== 'weekly' || state !== 'active' || at > issue.madeAt || !mayRead || channel === undefined) continue
        await store.outbox.put({
          ...addressedTo(channel, subscription),
          content: { about: 'weekly', issue: String(issue.number) },
          key: deliveryKey(issue.number, id),
        })
      }
    }
    handed = issue.number
  }
}
