import * as z from 'zod'
import { BulletinId } from '../summary-fields.ts'
import { Decision, RecordedTest, IssueResolution, TestRecord } from '../lab.ts'
import { Checklist, CheckPoints } from '../checklist.ts'
import { TestGrid } from '../lab-grid.ts'
import { issueId } from '../limits.ts'
import { atMost } from '../text.ts'
import { created, nothing, type Endpoint } from './endpoint.ts'

const oneBulletin = z.object({ id: BulletinId })

/** What the team's own lab has seen, and whether to deploy. */
export const lab = {
  viewTestGrid: {
    method: 'get',
    path: '/api/lab/grid',
    role: 'viewer',
    query: z.object({
      /** The key of a release; the newest, unless it is given. */
      release: z.optional(z.string()),
    }),
    reply: TestGrid,
  },
  viewChecklist: {
    method: 'get',
    path: '/api/lab/checklist',
    role: 'viewer',
    reply: Checklist,
  },
  setChecklist: {
    method: 'put',
    path: '/api/lab/checklist',
    role: 'analyst',
    isConditional: true,
    body: z.object({ points: CheckPoints }),
    reply: Checklist,
  },
  listRecordedTests: {
    method: 'get',
    path: '/api/bulletins/{id}/test-results',
    role: 'viewer',
    params: oneBulletin,
    reply: z.array(RecordedTest),
  },
  recordTest: {
    method: 'post',
    path: '/api/bulletins/{id}/test-results',
    role: 'analyst',
    params: oneBulletin,
    isKeyed: true,
    body: TestRecord,
    reply: RecordedTest,
  },
  setIssueState: {
    method: 'post',
    path: '/api/bulletins/{id}/known-issues/{issue}',
    role: 'analyst',
    params: z.object({ ...oneBulletin.shape, issue: z.string().check(z.minLength(1), atMost(issueId)) }),
    isKeyed: true,
    body: IssueResolution,
    reply: nothing,
  },
  decide: {
    method: 'post',
    path: '/api/bulletins/{id}/decisions',
    role: 'analyst',
    isPersonal: true,
    params: oneBulletin,
    isKeyed: true,
    body: Decision,
    reply: created,
  },
} as const satisfies Record<string, Endpoint>
