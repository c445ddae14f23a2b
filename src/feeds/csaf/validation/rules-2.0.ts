/** The official JSON schema of CSAF 2.0 and the mandatory tests 6.1.1 to 6.1.33 of the standard. */
import { profileNamed, withHistoryByNumber, withWeakness } from './corrections.ts'
import { compareByText, withOneProduct } from './large.ts'
import { correct, isOfWeaknesses, testsOf, trustSchemas, type Ajv, type Rules } from './rules.ts'

const profiles = [
  'csaf_base',
  'csaf_security_incident_response',
  'csaf_informational_advisory',
  'csaf_security_advisory',
  'csaf_vex',
]

/** The library is large: it is loaded when the first advisory comes. */
export async function loadRules20(): Promise<Rules> {
  const ajv = (await import('@secvisogram/csaf-validator-lib/lib/shared/csafAjv.js')).default as Ajv
  trustSchemas(ajv)
  compareByText(ajv)
  ajv.opts.verbose = true
  const [{ default: schema }, mandatory] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js'),
    import('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
  ])
  const validate = ajv.compile(schema)
  const tests = testsOf(mandatory)
  correct(tests, '6.1.1', withOneProduct)
  correct(tests, '6.1.11', withWeakness)
  correct(tests, '6.1.21', withHistoryByNumber)
  correct(tests, '6.1.26', () => profileNamed(profiles))
  return {
    schema: (document) => (validate(document) ? [] : (validate.errors ?? [])),
    tests,
    // The schema is what tells of a wrong CVSS, which the standard counts as a rule of its own.
    ruleOf: ({ instancePath }) =>
      /^\/vulnerabilities\/\d+\/scores\/\d+\/cvss_v/.test(instancePath) ? '6.1.8' : 'schema',
    isWarning: isOfWeaknesses,
  }
}
