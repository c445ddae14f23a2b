/**
 * CSAF 2.1 as of August 2026: its schema, and the mandatory tests that the library has. Not judged are those that it has
 * not: 6.1.27.13, 6.1.42, 6.1.44, 6.1.46 to 6.1.51 and 6.1.53 to 6.1.61.
 */
import { alsoFor, profileNamed, withHistoryByNumber, withWeakness } from './corrections.ts'
import { productsWithoutId, undefinedGroups, undefinedProducts } from './product-ids.ts'
import { circularPaths, withPathsAsProducts } from './product-paths.ts'
import { withScoreOfWholeVector, type Cvss4 } from './scores.ts'
import { compareByText, withOneProduct } from './large.ts'
import {
  correct,
  isOfWeaknesses,
  testsOf,
  trustSchemas,
  type Ajv,
  type DocumentTest,
  type RuleViolation,
  type Rules,
} from './rules.ts'
import { laterCvss4, laterDraft } from './schema-2.1.ts'

const profiles = [
  'csaf_base',
  'csaf_security_incident_response',
  'csaf_informational_advisory',
  'csaf_security_advisory',
  'csaf_vex',
  'csaf_deprecated_security_advisory',
  'csaf_withdrawn',
  'csaf_superseded',
]

/** Categories of 2.1 for which a rule is the same as for another one. */
const informational = {
  csaf_withdrawn: 'csaf_informational_advisory',
  csaf_superseded: 'csaf_informational_advisory',
}
const deprecated = { csaf_deprecated_security_advisory: 'csaf_security_advisory' }

const cvss4 = 'https://www.first.org/cvss/cvss-v4.0.json'

/** The library's checker, before anything is compiled with it. */
function prepare(ajv: Ajv, givenCvss4: object) {
  trustSchemas(ajv)
  compareByText(ajv)
  ajv.opts.verbose = true
  // 2.3 is a multiple of 0.1, whatever binary fractions make of it.
  ajv.opts.multipleOfPrecision = 6
  ajv.removeSchema(cvss4).removeSchema(givenCvss4).addSchema(laterCvss4(givenCvss4), cvss4)
  ajv.addFormat('date-time', { type: 'string', validate: isMoment })
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

/** A date and time of RFC 3339 without leap seconds, to any precision: the library takes nine digits of a second. */
const isMoment = (text: string): boolean => {
  const short = text.replace(/(\.\d{3})\d+/, '$1')
  if (!moment.test(text) || Number.isNaN(Date.parse(short))) return false
  const [year, month, day] = short.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day
}

type Fixed = {
  product_tree?: { product_groups?: { group_id: string; product_ids: string[] }[] }
  vulnerabilities?: {
    product_status?: { known_not_affected?: string[] }
    remediations?: { category: string; product_ids?: string[]; group_ids?: string[] }[]
  }[]
}

/**
 * A fix that is also for products that are fixed, or not affected, breaks rule 6.1.36; examples of the committee have
 * such. Where it is for no other product than those that are not affected, the document contradicts itself.
 */
function isFixOfMore({ instancePath }: RuleViolation, document: unknown): boolean {
  const { product_tree: tree, vulnerabilities = [] } = document as Fixed
  const [flaw, at] = instancePath.match(/\d+/g)?.map(Number) ?? []
  const { product_status: statuses, remediations = [] } = vulnerabilities[flaw ?? -1] ?? {}
  const fix = remediations[at ?? -1]
  if (fix?.category !== 'vendor_fix') return false
  const groups = tree?.product_groups?.filter(({ group_id: id }) => fix.group_ids?.includes(id)) ?? []
  const products = [...(fix.product_ids ?? []), ...groups.flatMap(({ product_ids: ids }) => ids)]
  const unaffected = new Set(statuses?.known_not_affected)
  return products.some((product) => !unaffected.has(product))
}

/** A test of the library and what it does not look at. */
const and =
  (more: (document: unknown) => RuleViolation[]) =>
  (test: DocumentTest): DocumentTest =>
  async (document) => [...(await test(document)), ...more(document)]

/** Loads what is needed, once the first advisory of that version comes. */
export async function loadRules21(): Promise<Rules> {
  const [checker, { default: givenCvss4 }] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js'),
    import('@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv/cvss-v4.0.js'),
  ])
  const ajv = checker.default as Ajv
  prepare(ajv, givenCvss4)
  const [{ default: schema }, mandatory, { CVSS40 }] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1/schema.js'),
    import('@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js'),
    import('@secvisogram/csaf-validator-lib/lib/shared/first/cvss40.js'),
  ])
  const validate = ajv.compile(laterDraft(schema))
  const tests = testsOf(mandatory)
  for (const rule of tests.keys()) correct(tests, rule, withPathsAsProducts)
  correct(tests, '6.1.1', withOneProduct)
  correct(tests, '6.1.1', and(undefinedProducts))
  correct(tests, '6.1.3', and(circularPaths))
  correct(tests, '6.1.4', and(undefinedGroups))
  correct(tests, '6.1.9', withScoreOfWholeVector(CVSS40 as Cvss4))
  correct(tests, '6.1.11', withWeakness)
  correct(tests, '6.1.21', withHistoryByNumber)
  correct(tests, '6.1.26', () => profileNamed(profiles))
  correct(tests, '6.1.27.3', alsoFor(informational))
  correct(tests, '6.1.27.8', and(productsWithoutId))
  for (const rule of ['6.1.27.4', '6.1.27.5', '6.1.27.6', '6.1.27.11']) correct(tests, rule, alsoFor(deprecated))
  return {
    schema: (document) => (validate(document) ? [] : (validate.errors ?? [])),
    tests,
    ruleOf: ({ instancePath, keyword }) => {
      if (/^\/vulnerabilities\/\d+\/metrics\/\d+\/content\/cvss_v/.test(instancePath)) return '6.1.8'
      return keyword === 'format' && /(?:date|timestamp)$/.test(instancePath) ? '6.1.37' : 'schema'
    },
    isWarning: (rule, finding, document) =>
      isOfWeaknesses(rule) || (rule === '6.1.36' && isFixOfMore(finding, document)),
  }
}
