/** A change in one line of plain text: what it is, what it is about, from what to what. */
import type { Change, ChangeKind } from '../contract/changes.ts'
import { changeCodeText } from './change-codes.ts'
import { changeWords } from './changes.ts'
import type { Words } from './words.ts'

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

/** What `from` and `to` are beside words of the contract. Those of other kinds are codes that tell a reader nothing. */
const steps: Partial<Record<ChangeKind, Say>> = {
  'known-exploited': listed,
  're-released': (code) => code,
  'severity-up': severity,
  'severity-down': severity,
  'due-earlier': (code) => code,
  'epss-up': (code) => `${(Number(code) * 100).toFixed(1)}%`,
  score: (code) => code,
}

/** Kinds of which `of` are names that a reader knows: of vulnerabilities, fixes and issues. */
const isNamed = (kind: ChangeKind) => !kind.startsWith('platform-') && kind !== 'details'

const maxNamed = 4

function namesOf({ kind, of, count = of.length }: Change, { words }: LineWording): string {
  if (!isNamed(kind) || of.length === 0) return ''
  const shown = of.slice(0, maxNamed)
  const worded = kind === 'due-earlier' ? shown.map((code) => wordIn(words.dueBasis, code)) : shown
  return [...worded, ...(count > shown.length ? [`+${count - shown.length}`] : [])].join(', ')
}

function stepOf({ kind, from, to }: Change, wording: LineWording): string {
  const { notSaid, machines } = changeWords[wording.language]
  if (kind === 'machines-affected') return to === undefined ? '' : machines(to)
  const say = (code: string) => changeCodeText(kind, code, wording.words) ?? steps[kind]?.(code, wording)
  const said = [from, to].map((code) => (code === undefined ? notSaid : say(code)))
  return (from ?? to) === undefined || said.includes(undefined) ? '' : said.join(' → ')
}

const stepsOf = (change: Change, wording: LineWording): string =>
  [stepOf(change, wording), change.on === undefined ? '' : changeWords[wording.language].since(change.on)]
    .filter((part) => part !== '')
    .join(', ')

const joined = (about: string, steps: string) => [about, steps].filter((part) => part !== '').join(': ')

/** `悪用の状況が悪化 CVE-2022-21907: 不明 → 悪用を確認`. */
export function changeLine(change: Change, wording: LineWording): string {
  const { kind } = changeWords[wording.language]
  const about = [kind[change.kind], namesOf(change, wording)].filter((part) => part !== '').join(' ')
  return joined(about, stepsOf(change, wording))
}

/** The same where its kind is said beside it: `CVE-2022-21907: 不明 → 悪用を確認`. Empty where its kind says it all. */
export const changeFacts = (change: Change, wording: LineWording): string =>
  joined(namesOf(change, wording), stepsOf(change, wording))
