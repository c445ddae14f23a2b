import * as z from 'zod'
import { PersonName } from '../person-name.ts'
import { AuditEntry, AuditTopic } from '../audit.ts'
import { ApiToken, NewToken, Person, PersonSettings, TokenSettings } from '../people.ts'
import { nothing, type Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

/** Who is there goes by any name: what a name may be has not always been the same. */
const onePerson = z.object({ name: z.string() })

/** Who may come in, and what has happened. */
export const people = {
  listPeople: {
    method: 'get',
    path: '/api/people',
    role: 'admin',
    reply: z.array(Person),
  },
  setPerson: {
    method: 'put',
    path: '/api/people/{name}',
    role: 'admin',
    isPersonal: true,
    needsProof: true,
    params: z.object({ name: PersonName }),
    body: PersonSettings,
    reply: Person,
  },
  removePerson: {
    method: 'delete',
    path: '/api/people/{name}',
    role: 'admin',
    isPersonal: true,
    needsProof: true,
    params: onePerson,
    reply: nothing,
  },
  listTokens: {
    method: 'get',
    path: '/api/tokens',
    role: 'admin',
    reply: z.array(ApiToken),
  },
  addToken: {
    method: 'post',
    path: '/api/tokens',
    role: 'admin',
    isPersonal: true,
    needsProof: true,
    body: TokenSettings,
    reply: NewToken,
  },
  revokeToken: {
    method: 'delete',
    path: '/api/tokens/{id}',
    role: 'admin',
    isPersonal: true,
    needsProof: true,
    params: z.object({ id: keptNumber('expected the number of a token') }),
    reply: nothing,
  },
  listAudit: {
    method: 'get',
    path: '/api/audit',
    role: 'admin',
    query: z.object({
      before: z.optional(keptNumber('expected the number of an event')),
      topic: z.optional(AuditTopic),
    }),
    isPaged: true,
    reply: z.array(AuditEntry),
  },
} as const satisfies Record<string, Endpoint>
