import * as z from 'zod'
import { BulletinId } from '../facts.ts'
import { Decision, RecordedTest, TestRecord } from '../lab.ts'
import { nothing, type Endpoint } from './endpoint.ts'

const oneBulletin = z.object({ id: BulletinId })

/** What the team's own lab has seen, and whether to deploy. */
export const lab = {
  listRecordedTests: {
    method: 'get',
    path: '/api/bulletins/{id}/test-results',
    summary: 'What the lab has recorded of a bulletin, corrected results too, the first first',
    role: 'viewer',
    params: oneBulletin,
    query: nothing,
    reply: z.array(RecordedTest),
  },
  recordTest: {
    method: 'post',
    path: '/api/bulletins/{id}/test-results',
    summary: 'Records how applying a fix went on an OS edition, or corrects an earlier result',
    role: 'analyst',
    params: oneBulletin,
    query: nothing,
    isKeyed: true,
    body: TestRecord,
    reply: RecordedTest,
  },
  decide: {
    method: 'post',
    path: '/api/bulletins/{id}/decisions',
    summary: 'Says in your name whether a fix is to be deployed, unless something has happened that you have not seen',
    role: 'analyst',
    isPersonal: true,
    params: oneBulletin,
    query: nothing,
    isKeyed: true,
    body: Decision,
    reply: nothing,
  },
} as const satisfies Record<string, Endpoint>
