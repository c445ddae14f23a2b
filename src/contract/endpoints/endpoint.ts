import * as z from 'zod'

/** One route of the API: how it is asked for, and what it answers. */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly reply: z.ZodType
  /** What is sent along: JSON of this shape, or a document as it is. */
  readonly body?: z.ZodType | 'document'
  /** The media type of the reply, where it is not JSON. */
  readonly media?: 'text/csv' | 'application/atom+xml'
}

export const nothing = z.object({})
