import fc from 'fast-check'
import type { Triaged } from '../../src/contract/triage.ts'
import { triages } from '../../src/contract/vocabulary.ts'
import { changedState } from '../../src/domain/triage/change.ts'

/** Few enough values that two people often set the same. */
export const stateFields = {
  status: fc.constantFrom(...triages),
  assignee: fc.option(fc.constantFrom('Ito', 'Sato')),
  note: fc.constantFrom('', 'note'),
  reason: fc.constantFrom('because', 'freeze'),
  reviewOn: fc.constantFrom('2027-01-05', '2027-02-01'),
}

/** States as they can be: with a reason and a day only where their status asks for one. */
export const triageState = fc.record(stateFields).map((given) => changedState(given, {}))

/** The state of a bulletin, at a version. */
export const triagedAs = (id: string, version: number): fc.Arbitrary<Triaged> =>
  triageState.map((state) => ({ id, version, at: null, by: null, ...state }))
