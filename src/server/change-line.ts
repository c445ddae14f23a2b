/** A change in one line of plain text: what it is, what it is about, from what to what. */
import type { Change, ChangeKind } from '../contract/changes.ts'
import { changeWords } from '../words/changes.ts'
import type { Words } from '../words/words.ts'

export type LineWording = { language: 'ja' | 'en'; words: Words }

type Say = (code: string, wording: LineWording) => string

const wordIn = (table: Readonly<Partial<Record<string, string>>>, code: string) => table[code] ?? code

const severity: Say = (code, { words }) =>
  code === 'unrated' ? words.severity.unrated : `${code} ${wordIn(words.severity, code)}`

/** A day, or that ransomware uses it. */
const listed: Say = (codes, { language }) =>
  codes
    .split(' ')
    .map((code) => (code === 'ransomware' ? changeWords[language].ransomware : changeWords[language].due(code)))
    .join(', ')

/** What `from` and `to` are in words. Those of other kinds are codes that tell a reader nothing, and are left out. */
const steps: Partial<Record<ChangeKind, Say>> = {
  'exploit-up': (code, { words }) => wordIn(words.exploit, code),
  'exploit-down': (code, { words }) => wordIn(words.exploit, code),
  'known-exploited': listed,
  disclosure: (code, { words }) => wordIn(words.disclosure, code),
  're-released': (code) => code,
  'severity-up': severity,
  'severity-down': severity,
  urgency: (code, { words }) => wordIn(words.urgency, code),
  'due-earlier': (code) => code,
  'epss-up': (code) => `${(Number(code) * 100).toFixed(1)}%`,
  score: (code) => code,
  impact: (code, { words }) => wordIn(words.impact, code),
  restart: (code, { words }) => wordIn(words.restart, code),
  uninstall: (code, { words }) => wordIn(words.uninstall, code),
}

/** Kinds of which `of` are names that a reader knows: of vulnerabilities, fixes and issues. */
const isNamed = (kind: ChangeKind) => !kind.startsWith('platform-') && kind !== 'details'

const maxNamed = 4

function namesOf({ kind, of, count = of.length }: Change, { language }: LineWording): string {
  if (!isNamed(kind) || of.length === 0) return ''
  const shown = of.slice(0, maxNamed)
  const worded = kind === 'due-earlier' ? shown.map((code) => wordIn(changeWords[language].dueRules, code)) : shown
  return [...worded, ...(count > shown.length ? [`+${count - shown.length}`] : [])].join(', ')
}

function stepOf({ kind, from, to }: Change, wording: LineWording): string {
  const { notSaid, machines } = changeWords[wording.language]
  if (kind === 'machines-affected') return to === undefined ? '' : machines(to)
  const say = steps[kind]
  if (say === undefined || (from ?? to) === undefined) return ''
  return [from, to].map((code) => (code === undefined ? notSaid : say(code, wording))).join(' → ')
}

/** `悪用の状況が悪化 CVE-2022-21907: 不明 → 悪用を確認`. */
export function changeLine(change: Change, wording: LineWording): string {
  const { kind, since } = changeWords[wording.language]
  const about = [kind[change.kind], namesOf(change, wording)].filter((part) => part !== '').join(' ')
  const step = [stepOf(change, wording), change.on === undefined ? '' : since(change.on)].filter((part) => part !== '')
  return step.length === 0 ? about : `${about}: ${step.join(', ')}`
}
