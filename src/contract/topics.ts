/** What an open page is told of. It reads that without the schemas. */
import type { Changes } from './events.ts'

export const topics = [
  'bulletins',
  'changes',
  'triage',
  'due',
  'discussion',
  'field-reports',
  'watches',
  'lab',
  'issues',
  'decision',
  'rollouts',
  'plans',
  'fleet',
  'machines',
  'coverage',
  'signals',
  'filters',
  'teams',
  'checklist',
  'holds',
  'notices',
  'weekly',
] as const

/** That anything may have changed. */
export const everything = (last: number): Changes => ({
  last,
  topics: Object.fromEntries(topics.map((topic) => [topic, null])),
})
