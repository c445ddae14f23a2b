/** Lists by pages: `limit` and `after` (the key of the last item of the page before), `Link` to the next page, and `fields`. */
import type { Context } from 'hono'
import * as z from 'zod'
import { sendProblem } from '../http/problem.ts'
import { listJson } from '../http/list-reply.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import { streamReply } from '../http/stream-reply.ts'
import { refusedField } from './problems.ts'

const maxLimit = 1000

/** The names of the fields that a reply has in each of its items: of a list alone or within it, of rows as columns. */
function itemFields(reply: unknown): string[] {
  if (reply instanceof z.ZodArray) return itemFields(reply.element)
  if (reply instanceof z.ZodUnion) return [...new Set(reply.options.flatMap(itemFields))]
  if (!(reply instanceof z.ZodObject)) return []
  const { columns, states } = reply.shape
  if (states !== undefined) return itemFields(states)
  return Object.keys(columns instanceof z.ZodObject ? columns.shape : reply.shape)
}

/** The parameters of a list with such a reply. */
export function pagingParameters(reply: z.ZodType) {
  const names = itemFields(reply)
  const isKnown = (fields: readonly string[]) => fields.every((field) => names.includes(field))
  return {
    limit: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, `expected a number from 1 to ${maxLimit}`)
      .transform(Number)
      .refine((limit) => limit <= maxLimit, `expected a number from 1 to ${maxLimit}`)
      .optional(),
    after: z.string().min(1).max(500).optional(),
    fields: z
      .string()
      .transform((fields) => fields.split(','))
      .refine(isKnown, `expected one or more of ${names.join(', ')}, separated by commas`)
      .optional(),
  }
}

export type Paging = { limit?: number | undefined; after?: string | undefined; fields?: string[] | undefined }

/** Whether the whole list is asked for. */
export const isUnpaged = ({ limit, after, fields }: Paging) => (limit ?? after ?? fields) === undefined

/** The same parameters as OpenAPI describes them. */
export const describePaging = (reply: z.ZodType) => [
  {
    name: 'limit',
    in: 'query',
    description: 'Return a page of at most this many items, with a `Link` to the next one. Without it, the whole list.',
    schema: { type: 'integer', minimum: 1, maximum: maxLimit },
  },
  {
    name: 'after',
    in: 'query',
    description: 'Start after this item. Follow `Link` rather than making it up.',
    schema: { type: 'string', minLength: 1, maxLength: 500 },
  },
  {
    name: 'fields',
    in: 'query',
    description: 'Return these fields only.',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: itemFields(reply) } },
  },
]

/** That no item of a list has the key after which it is to go on. */
export const notInList = refusedField('after', 'is not in this list; begin with its first page')

/** A list that is sent by pages. */
export type List = {
  length: number
  itemAt: (at: number) => object
  keyAt: (at: number) => string
  /** The position after the item with a key; null where no item has it. */
  after: (key: string) => number | null
}

/** A list by the keys of its items. */
export const listBy = <T extends object>(items: readonly T[], keyOf: (item: T) => string | number): List => ({
  length: items.length,
  itemAt: (at) => items[at] ?? {},
  keyAt: (at) => String(items.slice(at, at + 1).map(keyOf)),
  after: (key) => items.findIndex((item) => String(keyOf(item)) === key) + 1 || null,
})

/** A list by the ids of its items. */
export const listOf = (items: readonly { id: string | number }[]): List => listBy(items, ({ id }) => id)

const pick = (item: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)))

/** The address of the page after an item. */
function linkAfter(c: Context, key: string): { link: string } {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('after', key)
  return { link: `<${pathname}?${searchParams.toString()}>; rel="next"` }
}

type How = {
  /** Makes the reply of the items; a list, unless said otherwise. */
  encode?: (items: object[]) => unknown
  /** Told of what goes wrong in the middle of a long list. */
  report?: (error: unknown) => void
}

/** Sends the page that is asked for, of the fields that are asked for; a list that is longer than a page as it is made. */
export async function sendPage(
  c: Context,
  list: List,
  { limit, after, fields }: Paging,
  { encode, report = () => {} }: How = {},
) {
  const first = after === undefined ? 0 : list.after(after)
  if (first === null) return sendProblem(c, 400, notInList)
  const end = Math.min(list.length, first + (limit ?? list.length))
  const length = Math.max(0, end - first)
  const shownAt = (at: number) => {
    const item = list.itemAt(first + at)
    return fields === undefined ? item : pick(item, fields)
  }
  const next = end < list.length && end > 0 ? linkAfter(c, list.keyAt(end - 1)) : {}
  if (length > maxLimit && encode === undefined)
    return streamReply(c, { pieces: listJson(length, shownAt), type: 'application/json', report }, next)
  const shown = Array.from({ length }, (_, at) => shownAt(at))
  return sendReply(c, prepareReply(encode === undefined ? shown : encode(shown)), next)
}
