/** The days that rules give, and which of them counts. */
import type { DueRule } from '../../contract/due.ts'
import { bodOutcomes } from '../../contract/due-words.ts'
import { addDays } from './days.ts'

/** A day that a rule gives, and since when its facts are known; `because` names these facts, alike under every policy. */
export type RuleDay = { on: string | null; rule: DueRule; first: string; because: readonly string[] }

/** Days after the first one; none where a rule leaves none. */
export const daysAfter = (first: string, days: number | null): string | null =>
  days === null ? null : addDays(first, days)

/** Behind every day. */
const never = '9999'

/** Of equal days that of a catalogue is told first, and of a decision the more serious. */
const rank = ({ rule }: RuleDay): number =>
  rule.by === 'kev' ? -1 : rule.by === 'bod-26-04' ? bodOutcomes.indexOf(rule.outcome) : 0

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The earliest first, those without a day last. */
export const inOrderOfDay = (days: readonly RuleDay[]): RuleDay[] =>
  days.toSorted((a, b) => compare(a.on ?? never, b.on ?? never) || rank(a) - rank(b) || compare(a.first, b.first))
