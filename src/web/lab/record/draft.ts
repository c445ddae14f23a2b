import * as z from 'zod'
import { labIssueStates, recordedOutcomes, type RecordedTest, type TestRecord } from '../../../contract/lab.ts'
import { readRegistry, registryDraft, registryTypes, type RegistryDraft } from '../../../domain/lab/registry.ts'
import type { CheckedPoints } from '../../../contract/checklist.ts'
import type { DraftItem } from '../../lib/drafts.ts'

type Issue = NonNullable<TestRecord['knownIssue']>

/** A known issue that is being entered. */
export type IssueDraft = Omit<Issue, 'registry'> & { registry: readonly RegistryDraft[] }

/** A result that is being entered: outcome and platform are empty until they are chosen. */
export type Draft = Omit<TestRecord, 'outcome' | 'platform' | 'knownIssue' | 'checks'> & {
  checks?: CheckedPoints | undefined
  outcome: TestRecord['outcome'] | null
  platform: TestRecord['platform'] | null
  knownIssue: IssueDraft | null
}

const text = z.string()
const schema: z.ZodType<Draft | null> = z.nullable(
  z.object({
    edition: text,
    platform: z.nullable(text),
    outcome: z.nullable(z.enum(recordedOutcomes)),
    on: text,
    minutes: z.nullable(z.number()),
    restarted: z.nullable(z.boolean()),
    uninstalled: z.nullable(z.enum(['worked', 'failed'])),
    note: text,
    checks: z.optional(z.array(z.object({ point: text, done: z.boolean() }))),
    knownIssue: z.nullable(
      z.object({
        title: text,
        symptom: text,
        workaround: text,
        state: z.optional(z.enum(labIssueStates)),
        registry: z.array(
          z.object({ key: text, name: text, type: z.enum(registryTypes), value: text, min: text, max: text }),
        ),
      }),
    ),
    corrects: z.nullable(z.int()),
  }),
)

/** Where the tab keeps the draft for a bulletin and an edition, of a platform where that is told apart; null for none. */
export const draftItem = (bulletin: string, edition: string, platform: string | null): DraftItem<Draft | null> => ({
  name: ['test', bulletin, edition, ...(platform === null ? [] : [platform])].join(' '),
  schema,
  empty: null,
})

/** Changes some fields of the draft. */
export type Edit = (change: Partial<Draft>) => void

export const noIssue: IssueDraft = { title: '', symptom: '', workaround: '', registry: [] }

export const emptyDraft = (edition: string, platform: string | null, today: string): Draft => ({
  edition,
  platform,
  outcome: null,
  on: today,
  minutes: null,
  restarted: null,
  uninstalled: null,
  note: '',
  knownIssue: null,
  corrects: null,
})

/** A draft that corrects a result: the same values to begin with. */
export function correctionOf(result: RecordedTest): Draft {
  const { edition, platform, outcome, on, minutes, restarted, uninstalled, note, checks, knownIssue: known } = result
  const knownIssue = known && { ...known, registry: known.registry.map(registryDraft) }
  return {
    edition,
    platform,
    outcome,
    on,
    minutes,
    restarted,
    uninstalled,
    note,
    checks,
    knownIssue,
    corrects: result.id,
  }
}

/** The draft as it is recorded; null while a required field is empty. */
export function testRecordOf({ outcome, platform, knownIssue, checks, ...rest }: Draft): TestRecord | null {
  if (outcome === null || platform === null) return null
  const issue = knownIssue && { ...knownIssue, registry: knownIssue.registry.map(readRegistry) }
  return { ...rest, outcome, platform, knownIssue: issue, ...(checks !== undefined && { checks }) }
}
