/** Whether an advisory conforms to its version of the standard: the JSON schema and the mandatory tests. */
import type { FeedProblem } from '../feed.ts'
import { withNamesTrimmed } from './validation/corrections.ts'
import { loadRules20 } from './validation/rules-2.0.ts'
import { loadRules21 } from './validation/rules-2.1.ts'
import type { Rules } from './validation/rules.ts'
import { schemaProblems } from './validation/schema-errors.ts'

export type ValidationResult = {
  /** Everything in which it breaks the standard: where, as a JSON pointer, and by which rule. None where it conforms. */
  problems: FeedProblem[]
  /** What differs and is no reason to refuse it. */
  warnings: FeedProblem[]
}

const loaders = { '2.0': loadRules20, '2.1': loadRules21 }
export type CsafVersion = keyof typeof loaders
const loaded: Partial<Record<CsafVersion, Promise<Rules>>> = {}

const maxMessage = 300

const short = (message: string): string => (message.length > maxMessage ? `${message.slice(0, maxMessage)}…` : message)

/** The version of CSAF that a document says it is; null where it does not say. */
export function csafVersionOf(document: unknown): string | null {
  const { csaf_version: version } = (document as { document?: { csaf_version?: unknown } } | null)?.document ?? {}
  return typeof version === 'string' ? version : null
}

export const isKnownVersion = (version: string | null): version is CsafVersion =>
  version !== null && Object.hasOwn(loaders, version)

/** Judges an advisory by the version that it says it is; one that does not say, or says another, by 2.0. */
export async function validateAdvisory(given: unknown): Promise<ValidationResult> {
  const document = withNamesTrimmed(given)
  const version = csafVersionOf(document)
  const known = isKnownVersion(version) ? version : '2.0'
  const { schema, tests, ruleOf, isWarning } = await (loaded[known] ??= loaders[known]())
  const broken = schemaProblems(schema(document))
  // What breaks the schema cannot be looked at any further.
  if (broken.length > 0) {
    const problems = broken.map(({ error, place, message }) => ({ place, rule: ruleOf(error), message }))
    return { problems, warnings: [] }
  }
  const verdict: ValidationResult = { problems: [], warnings: [] }
  for (const [rule, test] of tests) {
    for (const finding of await test(document)) {
      const list = isWarning(rule, finding, document) ? verdict.warnings : verdict.problems
      list.push({ place: finding.instancePath || '/', rule, message: short(finding.message) })
    }
  }
  // A rule may find fault with each product at a place: the first tells enough.
  verdict.warnings = [...Map.groupBy(verdict.warnings, ({ place, rule }) => `${rule} ${place}`).values()].flatMap(
    ([first]) => first ?? [],
  )
  return verdict
}
