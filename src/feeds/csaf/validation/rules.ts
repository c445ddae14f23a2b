/** What a version of the standard is judged by. */
import type { SchemaError } from './schema-words.ts'

/** What a test finds fault with, and where: a JSON pointer. */
export type RuleViolation = { instancePath: string; message: string }
/** A mandatory test; it finds nothing where the document keeps to the rule. */
export type DocumentTest = (document: unknown) => Promise<RuleViolation[]>

export type Rules = {
  schema: (document: unknown) => readonly SchemaError[]
  /** The mandatory tests by their numbers: `6.1.27.2`. */
  tests: ReadonlyMap<string, DocumentTest>
  /** The rule that an error of the schema breaks: the standard has rules that say no more than the schema does. */
  ruleOf: (error: Pick<SchemaError, 'instancePath' | 'keyword'>) => string
  /** Whether a finding is told and refuses nothing. */
  isWarning: (rule: string, finding: RuleViolation, document: unknown) => boolean
}

/** What is used of the library's instances of ajv. */
export type Ajv = {
  opts: { verbose?: boolean; multipleOfPrecision?: number }
  compile: (schema: object) => ((document: unknown) => boolean) & { errors?: SchemaError[] | null }
  addSchema: (schema: object, key: string) => Ajv
  removeSchema: (which: string | object) => Ajv
  removeKeyword: (keyword: string) => unknown
  addKeyword: (definition: object) => unknown
  addFormat: (name: string, format: { type: 'string'; validate: (text: string) => boolean }) => unknown
}

/**
 * The library has a checker of its own for nearly every test, and each of them first checks that its schema is a schema,
 * which takes six seconds in all. Only the validator's own schemas come here, so they are trusted.
 */
export function trustSchemas(ajv: Ajv): void {
  const common = Object.getPrototypeOf(Object.getPrototypeOf(ajv)) as { validateSchema?: () => boolean }
  if (typeof common.validateSchema === 'function') common.validateSchema = () => true
}

const prefix = 'mandatoryTest_'

type LibraryTest = (document: unknown) => Result | Promise<Result>
type Result = { isValid?: boolean; errors?: readonly { instancePath: string; message?: string }[] }

const asTest =
  (test: LibraryTest): DocumentTest =>
  async (document) => {
    const { isValid = true, errors = [] } = await test(document)
    if (isValid) return []
    const found = errors.map(({ instancePath, message = 'is not valid' }) => ({ instancePath, message }))
    return found.length > 0 ? found : [{ instancePath: '', message: 'is not valid' }]
  }

/** The tests of a module of the library: `mandatoryTest_6_1_27_2` is rule 6.1.27.2. */
export const testsOf = (module: object): Map<string, DocumentTest> =>
  new Map(
    (Object.entries(module) as [string, LibraryTest][]).map(([name, test]) => [
      name.slice(prefix.length).replaceAll('_', '.'),
      asTest(test),
    ]),
  )

/** Puts a corrected test in the place of one of the library. */
export function correct(tests: Map<string, DocumentTest>, rule: string, by: (test: DocumentTest) => DocumentTest) {
  const test = tests.get(rule)
  if (test !== undefined) tests.set(rule, by(test))
}

/** The lists of weaknesses are renamed faster than documents and this program are: a name that differs refuses nothing. */
export const isOfWeaknesses = (rule: string): boolean => rule === '6.1.11'
