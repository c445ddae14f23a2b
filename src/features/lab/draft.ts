import type { RecordedTest, TestRecord } from '../../contract/lab.ts'
import { readRegistry, registryDraft, type RegistryDraft } from '../../domain/lab/registry.ts'

type Issue = NonNullable<TestRecord['knownIssue']>

/** A known issue that is being entered. */
export type IssueDraft = Omit<Issue, 'registry'> & { registry: readonly RegistryDraft[] }

/** What is being entered: nothing is said of the outcome or the platform before somebody says it. */
export type Draft = Omit<TestRecord, 'outcome' | 'platform' | 'knownIssue'> & {
  outcome: TestRecord['outcome'] | null
  platform: TestRecord['platform'] | null
  knownIssue: IssueDraft | null
}

/** Changes some of what is entered. */
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

/** What corrects a result: the same, until something of it is changed. */
export function correctionOf(result: RecordedTest): Draft {
  const { edition, platform, outcome, on, minutes, restarted, uninstalled, note, knownIssue: known } = result
  const knownIssue = known && { ...known, registry: known.registry.map(registryDraft) }
  return { edition, platform, outcome, on, minutes, restarted, uninstalled, note, knownIssue, corrects: result.id }
}

/** What was entered, as it is recorded; null while something that has to be said is not. */
export function readDraft({ outcome, platform, knownIssue, ...rest }: Draft): TestRecord | null {
  if (outcome === null || platform === null) return null
  const issue = knownIssue && { ...knownIssue, registry: knownIssue.registry.map(readRegistry) }
  return { ...rest, outcome, platform, knownIssue: issue }
}
