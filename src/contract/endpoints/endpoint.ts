import * as z from 'zod'
import type { Role } from '../access.ts'

/** One route of the API: how it is asked for, and what it answers. */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  /** The least role that may ask. */
  readonly role: Role | 'anyone'
  /** Only people who are known by name may ask, whatever role a program has: who may come in, and what is signed. */
  readonly isPersonal?: true
  /**
   * Who has signed in must have shown it again lately (`proofMinutes`), by their password or at the provider: who may come
   * in, and where things are sent. It goes with `isPersonal`, since a program has nothing to show.
   */
  readonly needsProof?: true
  /**
   * Only programs may ask, by a token, and this machine where it is reached directly: what is for tools that
   * watch the server. A browser that has signed in may not.
   */
  readonly isForPrograms?: true
  /** Of its path, and of its query, where it takes any. */
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly reply: z.ZodType
  /** What is sent along: JSON of this shape, or a document as it is. */
  readonly body?: z.ZodType | 'document'
  /** How large its JSON may be, in KiB, where that is not the usual. */
  readonly bodyKiB?: number
  /** Whether If-Match must name the version that is replaced: a lost race is 412, and says what is there now. */
  readonly isConditional?: true
  /** Whether an Idempotency-Key is taken: what the same person sends again under it, since the answer was lost, is done once. */
  readonly isKeyed?: true
  /** Whether it is a list that may be asked for by pages (`limit`, `after`) and in part (`fields`). */
  readonly isPaged?: true
  /** The media type of the reply, where it is not JSON. */
  readonly media?:
    | 'text/csv'
    | 'application/atom+xml'
    | 'text/calendar'
    | 'text/event-stream'
    | 'text/html'
    | 'text/markdown'
    | 'application/openmetrics-text'
}

/** How large the JSON of a write may be, in KiB, unless its endpoint says otherwise. What is larger is answered 413, and nothing of it is kept. */
export const maxBodyKiB = { usual: 256, ofAnyone: 16 }

/** No parameters, or no answer: this is sent as 204, without a body. */
export const nothing = z.object({})

/** The number of what was created. */
export const created = z.object({ id: z.int() })
