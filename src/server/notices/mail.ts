/** What people have sent to addresses: the link to confirm one, and tests. */
import { randomBytes } from 'node:crypto'
import type { NoticeContent } from '../../contract/notices.ts'
import { daysFrom } from '../../domain/due/days.ts'
import { mailboxOf } from '../../domain/notices/address.ts'
import type { RateLimits } from '../access/limits.ts'
import { freshSecret } from '../access/secrets.ts'
import type { AskedConfirmation, KeptChannel } from '../store/channels.ts'
import type { OutboxStore } from '../store/outbox.ts'
import { addressedTo } from './addressed.ts'

/** A link to confirm an address counts for so long. */
const confirmDays = 3

/** What a receiver of webhooks checks signatures with, as Standard Webhooks writes it: 192 random bits. */
export const freshSigningSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

export const freshConfirmation = (now: Date): AskedConfirmation => ({
  secret: freshSecret(),
  before: daysFrom(now, confirmDays),
})

/** Has something sent to a channel: for a subscription, or for the channel alone. Gives the id of the notice. */
export const sendTo = (
  { put }: Pick<OutboxStore, 'put'>,
  channel: KeptChannel,
  content: NoticeContent,
  of: Parameters<typeof addressedTo>[1] = null,
): Promise<string> => put({ ...addressedTo(channel, of), content })

type Limits = Pick<RateLimits, 'mailByPerson' | 'mailToAddress'>

/** Seconds until a person may have something sent to an address again; null for now. Only mail can go to whom it concerns nothing. */
export async function waitForMail(limits: Limits, who: string, kind: KeptChannel['kind'], address: string) {
  const wait = await limits.mailByPerson(who)
  return wait ?? (kind === 'email' ? limits.mailToAddress(mailboxOf(address)) : null)
}
