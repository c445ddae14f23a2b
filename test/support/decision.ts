import type { Assessed, Decision } from '../../src/contract/lab.ts'

/** Nobody has looked at anything. */
const basis: Assessed = {
  overall: 'unknown',
  aspects: { urgency: 'go', lab: 'unknown', 'known-issues': 'go', support: 'go', coverage: 'unknown' },
}

/** A decision of somebody who has seen all that has happened so far. */
export const decided = (verdict: Decision['verdict'], note = ''): Decision => ({ verdict, note, seen: 2 ** 31, basis })
