/** What this server sends by itself, in the words of the description of the API. */
import { NoticeEvent } from '../../contract/notice-event.ts'
import type { Schema } from './schemas.ts'

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
})

/** `schemas`: the schemas of what the server says, of which `NoticeEvent` must be one. */
export const describeWebhooks = (schemas: { of: (schema: typeof NoticeEvent) => Schema }) => ({
  notice: {
    post: {
      operationId: 'receiveNotice',
      tags: ['notices'],
      summary: 'A notice of a subscription, sent to its webhook',
      description:
        'Signed by Standard Webhooks 1.0.0. It is sent until an answer is 2xx, for a day: the same `webhook-id` is the same notice. 410 stops the channel.',
      // The signature is what the receiver asks for, in place of a token.
      security: [],
      parameters: [
        header('webhook-id', 'The same at each attempt.', 'msg_2mXkzPq0example0001'),
        header('webhook-timestamp', 'When this attempt was made, in seconds since 1970.', '1760918400'),
        header(
          'webhook-signature',
          'HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` with the decoded bytes of the secret.',
          'v1,0n9mSEWPlDy4VKK4aBkcylaJEyZlZIC+or3jbD7/vH0=',
        ),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: schemas.of(NoticeEvent) } } },
      responses: {
        '2XX': { description: 'It has arrived.' },
        '410': { description: 'Nothing is to be sent here any more.' },
      },
    },
  },
})
