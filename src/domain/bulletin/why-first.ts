/** Why a bulletin should come before others: what its row says that calls for attention, the most serious first. */
import type { Due } from '../../contract/due.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { ExploitedBy } from '../../contract/words.ts'

export type Reason =
  /** `by`: who says so; empty where the document alone does. */
  | { code: 'exploited'; by: readonly ExploitedBy[] }
  | { code: 'ransomware' }
  | { code: 'proof-of-concept' }
  | { code: 'public' }
  /** A probability from 0 to 1. */
  | { code: 'epss'; probability: number }
  | { code: 'wormable' }
  | { code: 'more-likely' }
  | { code: 'cvss'; score: number }
  | { code: 'no-privileges' }
  | { code: 'no-click' }
  /** Days left, below 0 when overdue. */
  | { code: 'due'; on: string; left: number }
  | { code: 'machines'; count: number }

type Row = Pick<
  IndexRow,
  'exploit' | 'disclosure' | 'exploitedBy' | 'ransomware' | 'epss' | 'exploitability' | 'cvss' | 'reach'
>

/** What is worth a word: one of ten or more is exploited within 30 days; CVSS calls it high; due within two weeks. */
const from = { epss: 0.1, cvss: 7, daysLeft: 14 } as const

/** More than these nobody reads at a glance. */
const atMost = 3

function* reasonsOf(row: Row, due: Due | undefined, machines: number): Generator<Reason> {
  const { exploit, disclosure, exploitedBy, ransomware, epss, exploitability, cvss, reach } = row
  if (exploitedBy.length > 0 || exploit === 'exploited') yield { code: 'exploited', by: exploitedBy }
  if (ransomware === true) yield { code: 'ransomware' }
  if (due !== undefined && due.on !== null && due.left !== null && due.left < 0)
    yield { code: 'due', on: due.on, left: due.left }
  if (exploit === 'proof-of-concept') yield { code: 'proof-of-concept' }
  if (disclosure === 'public') yield { code: 'public' }
  if (epss !== undefined && epss >= from.epss) yield { code: 'epss', probability: epss }
  if (reach.includes('wormable')) yield { code: 'wormable' }
  if (exploitability === 'more-likely') yield { code: 'more-likely' }
  if (cvss !== undefined && cvss >= from.cvss) yield { code: 'cvss', score: cvss }
  if (due !== undefined && due.on !== null && due.left !== null && due.left >= 0 && due.left <= from.daysLeft)
    yield { code: 'due', on: due.on, left: due.left }
  for (const code of ['no-privileges', 'no-click'] as const)
    if (reach.includes(code) && !reach.includes('wormable')) yield { code }
  if (machines > 0) yield { code: 'machines', count: machines }
}

/**
 * Three reasons at most, the most serious first; none where nothing is said that calls for attention.
 *
 * @param beside the due day and the machines that it may affect, where these are not shown elsewhere
 */
export const whyFirst = (row: Row, beside: { due?: Due | undefined; machines?: number } = {}): Reason[] =>
  reasonsOf(row, beside.due, beside.machines ?? 0)
    .take(atMost)
    .toArray()
