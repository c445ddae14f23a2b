import * as z from 'zod'
import { BulletinEvent } from '../events.ts'
import { BulletinId } from '../summary-fields.ts'
import { RecordedTest } from '../lab.ts'
import { ApiToken, Person } from '../people.ts'
import { MeasuredRollout } from '../rollouts.ts'
import { Source, SourceId } from '../sources.ts'
import type { Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

/** One item of what the pages read as lists, for programs: where `Location` leads after it was created. */
export const items = {
  viewPerson: {
    method: 'get',
    path: '/api/people/{name}',
    role: 'admin',
    params: z.object({ name: z.string() }),
    reply: Person,
  },
  viewToken: {
    method: 'get',
    path: '/api/tokens/{id}',
    role: 'admin',
    params: z.object({ id: keptNumber('expected the number of a token') }),
    reply: ApiToken,
  },
  viewSource: {
    method: 'get',
    path: '/api/sources/{id}',
    role: 'viewer',
    params: z.object({ id: SourceId }),
    reply: Source,
  },
  viewRollout: {
    method: 'get',
    path: '/api/rollouts/{rollout}',
    role: 'viewer',
    params: z.object({ rollout: keptNumber('expected the number of a rollout') }),
    reply: MeasuredRollout,
  },
  viewRecordedTest: {
    method: 'get',
    path: '/api/bulletins/{id}/test-results/{result}',
    role: 'viewer',
    params: z.object({ id: BulletinId, result: keptNumber('expected the number of a test result') }),
    reply: RecordedTest,
  },
  viewComment: {
    method: 'get',
    path: '/api/bulletins/{id}/comments/{comment}',
    role: 'viewer',
    params: z.object({ id: BulletinId, comment: keptNumber('expected the number of a comment') }),
    reply: BulletinEvent,
  },
  viewDecision: {
    method: 'get',
    path: '/api/bulletins/{id}/decisions/{decision}',
    role: 'viewer',
    params: z.object({ id: BulletinId, decision: keptNumber('expected the number of a decision') }),
    reply: BulletinEvent,
  },
} as const satisfies Record<string, Endpoint>
