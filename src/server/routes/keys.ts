/** Keys on the wire: what is sent again under one is done once. */
import { z } from '@hono/zod-openapi'

/** Made up by the sender; a request without it is done each time. */
export const KeyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,64}$/, 'expected 1 to 64 characters, and no space')
    .optional(),
})

export const keyIn = ({ 'idempotency-key': key }: z.infer<typeof KeyHeader>) => key
