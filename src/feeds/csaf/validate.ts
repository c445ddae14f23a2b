/** The official JSON schema of CSAF 2.0 and the mandatory tests 6.1.1 to 6.1.33 of the standard. */
import type { Problem } from '../feed.ts'

type Result = { isValid?: boolean; errors?: readonly { instancePath: string; message?: string }[] }
type DocumentTest = (document: unknown) => Result | Promise<Result>

/** The library is large: it is loaded when the first advisory comes. */
async function loadTests(): Promise<Map<string, DocumentTest>> {
  const [schema, mandatory] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/schemaTests.js'),
    import('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
  ])
  const all = Object.entries({ csaf_2_0: schema.csaf_2_0, ...mandatory }) as [string, DocumentTest][]
  const tests = new Map(all.map(([name, test]) => [ruleOf(name), test]))
  const history = tests.get('6.1.21')
  if (history !== undefined) tests.set('6.1.21', (document) => history(withHistoryByNumber(document)))
  const category = tests.get('6.1.26')
  if (category !== undefined) {
    tests.set('6.1.26', (document) => {
      const found = profileNamedWithoutUnderscore(document)
      return found === null ? category(document) : found
    })
  }
  return tests
}

let loaded: Promise<Map<string, DocumentTest>> | null = null

/** `mandatoryTest_6_1_27_2` is rule 6.1.27.2; the schema goes by its name. */
const ruleOf = (name: string): string =>
  name.startsWith('mandatoryTest_') ? name.slice('mandatoryTest_'.length).replaceAll('_', '.') : 'schema'

type Tracked = { document?: { category?: unknown; tracking?: { revision_history?: unknown } } }

const isHistory = (value: unknown): value is { number: string }[] =>
  Array.isArray(value) && value.every((item: { number?: unknown } | null) => typeof item?.number === 'string')

/**
 * The library puts the history in order by date alone and then takes two revisions of one moment in the order in which
 * they are written. The standard's own examples write the newest first.
 */
function withHistoryByNumber(document: unknown): unknown {
  const { document: head } = document as Tracked
  const history = head?.tracking?.revision_history
  if (!isHistory(history)) return document
  const inOrder = history.toSorted((a, b) => Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10))
  return { ...(document as object), document: { ...head, tracking: { ...head?.tracking, revision_history: inOrder } } }
}

const profiles = ['base', 'securityincidentresponse', 'informationaladvisory', 'securityadvisory', 'vex']

/** The library misses the name of a profile that is written without its underscores: `csafsecurityadvisory`. */
function profileNamedWithoutUnderscore(document: unknown): Result | null {
  const category = (document as Tracked).document?.category
  if (typeof category !== 'string' || category.toLowerCase().startsWith('csaf_')) return null
  const plain = category.replaceAll(/[-_\s]+/g, '').toLowerCase()
  if (!profiles.some((profile) => plain === `csaf${profile}`)) return null
  return { isValid: false, errors: [{ instancePath: '/document/category', message: 'value prohibited' }] }
}

/** Everything in which an advisory breaks the standard: where, as a JSON pointer, and by which rule. None where it conforms. */
export async function violationsOf(document: unknown): Promise<Problem[]> {
  loaded ??= loadTests()
  const problems: Problem[] = []
  for (const [rule, test] of await loaded) {
    const { isValid = true, errors = [] } = await test(document)
    if (isValid) continue
    const told = errors.map(({ instancePath, message }) => ({
      place: instancePath || '/',
      // The schema is what tells of a wrong CVSS, which the standard counts as a rule of its own.
      rule: rule === 'schema' && /^\/vulnerabilities\/\d+\/scores\/\d+\/cvss_v/.test(instancePath) ? '6.1.8' : rule,
      message: message ?? 'is not valid',
    }))
    problems.push(...(told.length > 0 ? told : [{ place: '/', rule, message: 'is not valid' }]))
    // What breaks the schema cannot be looked at any further.
    if (rule === 'schema') break
  }
  return problems
}
