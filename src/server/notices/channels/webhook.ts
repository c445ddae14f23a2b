/** Delivery to any receiver, signed by Standard Webhooks 1.0.0. */
import type { Delivered, Target } from '../deliver.ts'
import type { Message } from './parts.ts'
import { deliveredBy, type Post } from './post.ts'
import { webhookBody } from './webhook-event.ts'

/** `now`: the moment of this attempt, which is signed with the body. */
export async function postWebhook(
  { address, secret }: Target,
  message: Message,
  post: Post,
  now: Date,
): Promise<Delivered> {
  const body = webhookBody(message)
  const { id } = message.about
  // Loaded with the first delivery.
  const { Webhook } = await import('standardwebhooks')
  const answer = await post(address, body, {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    ...(secret !== null && { 'webhook-signature': new Webhook(secret).sign(id, now, body) }),
  })
  // What its receiver answers beside the status may be anything, and is not kept.
  return deliveredBy(answer)
}
