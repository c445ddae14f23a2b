/** Sends what is due: each notice at least once, in the order of its queue, and the same again until it arrives or its time is over. */
import type { NoticeContent } from '../../contract/notices.ts'
import { nextAttempt } from '../../domain/notices/retries.ts'
import type { SendingAttempt, ClaimedNotice } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { About, Delivered, Deliverers } from './deliver.ts'
import type { Addressee, Recipients } from './recipients.ts'

export type SenderDeps = {
  store: Pick<Store, 'outbox'>
  deliver: Deliverers
  recipients: Recipients
  now: () => Date
  report: (error: unknown) => void
  /** From 0 to 1: by how much attempts are spread. */
  chance?: () => number
  /** Resolves when a receiver is slow: then others are sent to meanwhile. */
  slow?: () => Promise<void>
}

/** What a server has claimed is no other's for so long, in milliseconds; while it sends, it says so again. */
const lease = 30_000
const renewEvery = 10_000

/** Notices that are under way to slow receivers at once. */
const atOnce = 8

const usuallySlow = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 1000).unref()
  })

/** The bulletin that all of a notice is about. */
function threadOf(content: NoticeContent): string | null {
  if (content.about !== 'changes' || content.count > content.lines.length) return null
  const [first, ...others] = new Set(content.lines.map(({ bulletin }) => bulletin))
  return first === undefined || others.length > 0 ? null : first
}

export function senderOf({
  store: { outbox },
  deliver,
  recipients,
  now,
  report,
  chance = Math.random,
  slow = usuallySlow,
}: SenderDeps) {
  const leasedUntil = () => new Date(now().getTime() + lease).toISOString()

  function attemptOf(notice: ClaimedNotice, { outcome, answer, retryAfter }: Delivered): SendingAttempt {
    const at = now().toISOString()
    if (outcome === 'sent') return { at, outcome, answer, next: null }
    if (outcome !== 'retry') return { at, outcome: 'refused', answer, next: null }
    const failures = notice.failures + 1
    const next = nextAttempt({ at, failures, retryAfter }, notice.until, chance())
    return { at, outcome: 'failed', answer, next }
  }

  /** Tells whom a channel belongs to that nothing arrives there, by another way and once for each notice that has failed. */
  async function tellOwner({ id, to, content }: ClaimedNotice, why: string): Promise<void> {
    // Of what tells this itself, nobody is told.
    if (content.about === 'stopped') return
    const told = await recipients.toldOtherwise(to, why)
    if (told !== null) await outbox.put({ ...told, key: `stopped ${id}` })
  }

  /** While it is sent, no other server takes it. */
  async function keeping<T>({ number }: ClaimedNotice, work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => void outbox.renew(number, leasedUntil()).catch(report), renewEvery)
    try {
      return await work()
    } finally {
      clearInterval(timer)
    }
  }

  async function deliverTo(recipient: Exclude<Addressee, { why: string }>, notice: ClaimedNotice): Promise<Delivered> {
    const { id, madeAt, content } = notice
    const about: About = { ...recipient.about, id, madeAt, thread: threadOf(content) }
    return deliver[recipient.target.kind](recipient.target, content, about).catch((error: unknown): Delivered => {
      report(error)
      return { outcome: 'retry', answer: 'could not be sent: an unexpected error, which the log tells' }
    })
  }

  async function send(notice: ClaimedNotice): Promise<void> {
    const { number, to } = notice
    const recipient = await recipients.of(notice)
    if ('why' in recipient) {
      await outbox.attempted(number, { at: now().toISOString(), outcome: 'refused', answer: recipient.why, next: null })
      return
    }
    const delivered = await keeping(notice, () => deliverTo(recipient, notice))
    const attempt = attemptOf(notice, delivered)
    const isForGood = attempt.outcome === 'refused'
    // The notice waits until all of this is done: a process that ends in between is followed by one that does it again.
    if (attempt.outcome !== 'sent' && attempt.next === null) await tellOwner(notice, attempt.answer)
    const stopped = isForGood ? await recipients.stop(to.channel, attempt.answer) : []
    await outbox.attempted(number, attempt)
    for (const channel of stopped) await outbox.giveUp({ channel }, attempt.answer)
  }

  return {
    /**
     * Sends all that is due. One after the other, so that a process that ends leaves one in doubt and no more; who is slow
     * holds up nobody.
     */
    async send(signal?: AbortSignal): Promise<void> {
      const underWay = new Set<Promise<void>>()
      const isStopped = () => signal?.aborted === true
      for (;;) {
        const [notice] = isStopped() ? [] : await outbox.claim(1, leasedUntil())
        if (notice === undefined) {
          if (underWay.size === 0) return
          await Promise.race(underWay)
          continue
        }
        const sending = send(notice)
          .catch(report)
          .finally(() => underWay.delete(sending))
        underWay.add(sending)
        await Promise.race([sending, slow()])
        while (underWay.size >= atOnce) await Promise.race(underWay)
      }
    },
  }
}
