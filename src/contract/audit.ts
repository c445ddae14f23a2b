/** Access events, and the log of everything. */
import * as z from 'zod'
import { Role } from './access.ts'
import { privateFeedKinds } from './private-feeds.ts'
import { BulletinId } from './summary-fields.ts'
import { Topic } from './events.ts'
import { topics } from './topics.ts'

/** Where a request came from; null where that is not known, as of what was written down before it was kept. */
const address = z.nullable(z.string())
const person = z.string()
/** Null for who has no role any more, or had none yet. */
const roleOrNone = z.nullable(Role)

/** Why a sign-in failed: by what was typed, or by what the provider said or did not say. */
export const refusals = ['password', 'unavailable', 'refused', 'no-role'] as const
export const Refusal = z.enum(refusals)
export type Refusal = z.infer<typeof Refusal>

const token = { token: z.int(), title: z.string() }
/** Never with its secret. */
const privateFeed = z.object({ feed: z.int(), name: z.string(), kind: z.enum(privateFeedKinds) })
const source = { source: z.string(), title: z.string() }

/** An access event. What anybody can cause is logged once for many times. */
export const AccessEvent = z.discriminatedUnion('what', [
  z.object({ what: z.literal('signed-in'), detail: z.object({ address }) }),
  /** `person` is null where the name is unknown: what was typed may be a password. */
  z.object({
    what: z.literal('sign-in-refused'),
    detail: z.object({ reason: Refusal, person: z.nullable(person), address }),
  }),
  z.object({ what: z.literal('signed-out'), detail: z.null() }),
  /** A person has ended sign-ins of their own, in other browsers. */
  z.object({ what: z.literal('sign-ins-ended'), detail: z.object({ count: z.int() }) }),
  z.object({ what: z.literal('person-added'), detail: z.object({ person, role: Role }) }),
  z.object({ what: z.literal('role-changed'), detail: z.object({ person, from: roleOrNone, to: roleOrNone }) }),
  z.object({ what: z.literal('password-set'), detail: z.object({ person }) }),
  /** A signed-in person gave a wrong present password, to change it or to show that it is they. */
  z.object({ what: z.literal('password-refused'), detail: z.object({ address }) }),
  z.object({ what: z.literal('person-renamed'), detail: z.object({ from: person, to: person }) }),
  z.object({ what: z.literal('person-removed'), detail: z.object({ person }) }),
  /** The name of a removed person may be given again. */
  z.object({ what: z.literal('name-released'), detail: z.object({ person }) }),
  z.object({ what: z.literal('token-made'), detail: z.object({ ...token, role: Role, expiresAt: z.iso.datetime() }) }),
  z.object({ what: z.literal('token-revoked'), detail: z.object(token) }),
  z.object({ what: z.literal('private-feed-made'), detail: privateFeed }),
  /** `person`: whose it was, where an admin has revoked it. */
  z.object({
    what: z.literal('private-feed-revoked'),
    detail: z.object({ ...privateFeed.shape, person: z.optional(person) }),
  }),
  z.object({ what: z.literal('token-refused'), detail: z.object({ address }) }),
  /** A request beyond the role of its author, or a write by a page of another site. */
  z.object({
    what: z.literal('access-refused'),
    detail: z.object({ reason: z.enum(['role', 'other-site']), to: z.string(), address }),
  }),
  z.object({
    what: z.literal('too-many'),
    detail: z.object({ of: z.enum(['sign-ins', 'writes', 'private-feeds']), address }),
  }),
  z.object({ what: z.literal('source-added'), detail: z.object(source) }),
  z.object({ what: z.literal('source-changed'), detail: z.object(source) }),
  z.object({ what: z.literal('source-removed'), detail: z.object(source) }),
  /** What another version of the server has written, unchanged. */
  z.object({ what: z.literal('other'), detail: z.object({ text: z.string() }) }),
])
export type AccessEvent = z.infer<typeof AccessEvent>

const line = { id: z.int(), at: z.iso.datetime(), who: z.string() }

/** One line of the log of everything. */
export const AuditEntry = z.union([
  z.object({ ...line, topic: z.literal('access'), event: AccessEvent }),
  z.object({ ...line, topic: Topic, what: z.string(), bulletin: z.nullable(BulletinId) }),
])
export type AuditEntry = z.infer<typeof AuditEntry>

/** What the log can be narrowed to. */
export const auditTopics = ['access', ...topics] as const
export const AuditTopic = z.enum(auditTopics)
export type AuditTopic = z.infer<typeof AuditTopic>
