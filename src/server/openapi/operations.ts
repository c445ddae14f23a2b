/** What the API description says of each endpoint beyond its shapes. It is kept here, since the browser loads the endpoint table. */
import type * as z from 'zod'
import type { endpoints } from '../../contract/endpoints.ts'
import { accessOperations } from './operations/access.ts'
import { boardOperations } from './operations/board.ts'
import { bulletinsOperations } from './operations/bulletins.ts'
import { changesOperations } from './operations/changes.ts'
import { dueOperations } from './operations/due.ts'
import { fleetOperations } from './operations/fleet.ts'
import { holdsOperations } from './operations/holds.ts'
import { importsOperations } from './operations/imports.ts'
import { labOperations } from './operations/lab.ts'
import { liveOperations } from './operations/live.ts'
import { machinesOperations } from './operations/machines.ts'
import { noticesOperations } from './operations/notices.ts'
import { peopleOperations } from './operations/people.ts'
import { plansOperations } from './operations/plans.ts'
import { publishingOperations } from './operations/publishing.ts'
import { reportsOperations } from './operations/reports.ts'
import { serverOperations } from './operations/server.ts'
import { triageOperations } from './operations/triage.ts'
import { weeklyOperations } from './operations/weekly.ts'

export type EndpointName = keyof typeof endpoints

export const tags = {
  bulletins: 'Bulletins, their platforms, vulnerabilities and earlier versions',
  publishing: 'Bulletins for other readers and tools: CSV, Atom, CSAF',
  changes: 'What has changed, and up to where you have seen it',
  triage: 'How far the team is with each bulletin, and the discussion of it',
  board: 'What people say to each other, saw outside the lab, and what concerns you',
  due: 'Until when policy wants each bulletin deployed',
  reports: 'How the team does, and the records of bulletins and plans: all from the log',
  lab: 'Test results, known issues, and go or no-go',
  fleet: 'The machines, where a fix is installed, and how long rollouts took',
  holds: 'What must not be deployed where, and what may be',
  plans: 'Kept plans: waves, gates, and how far they are',
  machines: 'The machines that report themselves, what each lacks, and attempts to install it',
  notices: 'Who is told what, where and when',
  weekly: 'HotFix Weekly: its issues, and when it comes out',
  imports: 'Documents that are brought in, and the sources that are watched',
  live: 'Changes as they happen',
  access: 'Signing in and out',
  people: 'Accounts, tokens for programs, and the audit log',
  server: 'The server itself',
} as const

export type Operation = {
  tag: keyof typeof tags
  summary: string
  description?: string
  /** The status of success where it is not 200 alone, or 204 where nothing is answered. */
  success?: readonly (200 | 201 | 302)[]
  /** Error statuses that do not follow from the endpoint itself. */
  errors?: readonly (404 | 409 | 412 | 422 | 429 | 503)[]
  /** What a lost race (412) tells beyond the usual. */
  conflict?: z.ZodType
}

/** The operations of a tag; a text alone is the summary. */
export type Operations = Readonly<Record<string, string | Omit<Operation, 'tag'>>>

const byTag = {
  bulletins: bulletinsOperations,
  publishing: publishingOperations,
  changes: changesOperations,
  triage: triageOperations,
  board: boardOperations,
  due: dueOperations,
  reports: reportsOperations,
  lab: labOperations,
  fleet: fleetOperations,
  holds: holdsOperations,
  plans: plansOperations,
  machines: machinesOperations,
  notices: noticesOperations,
  weekly: weeklyOperations,
  imports: importsOperations,
  live: liveOperations,
  access: accessOperations,
  people: peopleOperations,
  server: serverOperations,
} satisfies Record<keyof typeof tags, Operations>

type Described = { [Tag in keyof typeof byTag]: keyof (typeof byTag)[Tag] }[keyof typeof byTag]

const entries = Object.entries<Operations>(byTag).flatMap(([tag, group]) =>
  Object.entries(group).map(([name, said]) => [
    name,
    { tag, ...(typeof said === 'string' ? { summary: said } : said) },
  ]),
)
export const operations: Readonly<Record<EndpointName, Operation>> = Object.fromEntries(entries) as Record<
  Described,
  Operation
>
