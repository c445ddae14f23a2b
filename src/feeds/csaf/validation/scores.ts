/** Rule 6.1.9, scores: where the library finds fault with a score that is right by its vector. */
import { readPointer } from './pointer.ts'
import type { DocumentTest, RuleViolation } from './rules.ts'

type Scored = { vectorString?: string; baseScore?: number; baseSeverity?: string } & Record<string, unknown>

/** Computes the score of a vector of CVSS 4.0 from all its metrics. */
export type Cvss4 = new (vector: string) => { score: number; severity: string }

/** Metrics that may be given in fields of their own and not in the vector. */
const isMetricBeside = (field: string) => /^(?:modified|exploitMaturity$|\w+Requirement$)/.test(field)

/**
 * The library takes `baseScore` for the score of the base metrics alone. In revision 2 of CVSS 4.0 it is that of the
 * whole vector; in documents of the committee also with 2.0. Where metrics are in fields beside the vector of 4.0, the
 * vector alone tells nothing of the score.
 */
export const withScoreOfWholeVector =
  (cvss4: Cvss4) =>
  (test: DocumentTest): DocumentTest => {
    const isRightBy4 = ({ vectorString = '', baseScore, baseSeverity, ...fields }: Scored): boolean => {
      if (Object.keys(fields).some(isMetricBeside)) return true
      const { score, severity } = new cvss4(vectorString)
      return baseScore === score && baseSeverity === severity.toUpperCase()
    }
    /** A score with temporal metrics has a field of its own with 2.0: as that one the library is asked again. */
    const isRightBy2 = async ({ vectorString, baseScore }: Scored): Promise<boolean> => {
      const isTemporal = async (temporalScore: unknown) => {
        const probe = { vulnerabilities: [{ metrics: [{ content: { cvss_v2: { vectorString, temporalScore } } }] }] }
        return (await test(probe)).length === 0
      }
      // A score that the library does not compute is never found fault with.
      return (await isTemporal(baseScore)) && !(await isTemporal(-1))
    }
    return async (document) => {
      const kept: RuleViolation[] = []
      for (const { instancePath: given, message } of await test(document)) {
        // The library calls `metrics` by their name of 2.0.
        const instancePath = given.replace(/\/scores\/(\d+)\//, '/metrics/$1/content/')
        const scored = readPointer(document, instancePath.slice(0, instancePath.lastIndexOf('/'))) as Scored
        const isRight =
          (/\/cvss_v4\/base\w+$/.test(instancePath) && isRightBy4(scored)) ||
          (instancePath.endsWith('/cvss_v2/baseScore') && (await isRightBy2(scored)))
        if (!isRight) kept.push({ instancePath, message: `${message}: ${String(readPointer(document, instancePath))}` })
      }
      return kept
    }
  }
