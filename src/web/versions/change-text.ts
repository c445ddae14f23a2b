/** A change in words: what it is about, and from what to what. */
import type { Change, ChangeKind } from '../../contract/changes.ts'
import { changeCodeText } from '../../words/change-codes.ts'
import { formatDay, formatNumber, formatShare } from '../i18n/format.ts'
import { codedRatingText } from './rating-text.ts'
import type { Wording } from './wording.ts'

export type ChangeWording = Wording & {
  /** `5 more`. */
  more: (count: number) => string
}

type Say = (code: string, wording: ChangeWording) => string

/** A word of the contract in that of the screen; what is no such word is told as it is. */
const lookup = (table: Readonly<Record<string, string>>, code: string) => table[code] ?? code

const rated: Say = (code, wording) => codedRatingText(code, wording)

/** What `from` and `to` of the other kinds are; what is not here is told as printed. */
const codes: Partial<Record<ChangeKind, Say>> = {
  'known-exploited': (code, { changeWords, language }) =>
    code
      .split(' ')
      .map((each) => (each === 'ransomware' ? changeWords.ransomware : changeWords.due(formatDay(each, language))))
      .join(', '),
  'machines-affected': (code, { changeWords }) => changeWords.machines(formatNumber(Number(code))),
  'due-earlier': (code, { language }) => formatDay(code, language),
  'epss-up': (code) => formatShare(Number(code)),
  'severity-up': rated,
  'severity-down': rated,
  'platform-rerated': rated,
  'vulnerability-rerated': rated,
  exploitability: (code, { vulnerabilityWords }) =>
    lookup({ ...vulnerabilityWords.effects, ...vulnerabilityWords.assessments }, code),
  'customer-action': (code, { vulnerabilityWords }) => lookup(vulnerabilityWords.actions, code),
  'document-status': (code, { documentWords }) => lookup(documentWords.document, code),
  published: (code, { language }) => formatDay(code, language),
}

/** The most names in a change; the comparison has them all. */
const maxNamed = 4

/** The first of the ids in words, and how many more there are. */
function named(
  ids: readonly string[],
  count: number,
  say: (ids: readonly string[]) => string,
  more: ChangeWording['more'],
) {
  const shown = ids.slice(0, maxNamed)
  const rest = Math.max(count, ids.length) - shown.length
  return [...(shown.length > 0 ? [say(shown)] : []), ...(rest > 0 ? [more(rest)] : [])].join(', ')
}

/** What a change is about: vulnerabilities, platforms, packages, fields; and on which platforms. */
function aboutText({ kind, of, count = 0, platforms = [], platformCount = 0 }: Change, wording: ChangeWording): string {
  const { t, names, more } = wording
  const fields: Record<string, string> = { ...t.fields, ...t.sections }
  const isPlatform = kind.startsWith('platform-') || kind === 'machines-affected'
  const worded: Readonly<Record<string, string>> =
    kind === 'details' ? fields : kind === 'due-earlier' ? wording.words.dueBasis : {}
  const say = (ids: readonly string[]) => (isPlatform ? names(ids) : ids.map((id) => lookup(worded, id)).join(', '))
  const where = named(platforms, platformCount, names, more)
  const what = named(of, count, say, more)
  return where === '' ? what : `${what} (${where})`.trim()
}

/** From what to what; what came has no before, and what went no after. */
function stepText({ kind, from, to, on }: Change, wording: ChangeWording): string {
  const { changeWords, language } = wording
  const say = (code: string | undefined) =>
    code === undefined
      ? changeWords.notSaid
      : (changeCodeText(kind, code, wording.words) ?? codes[kind]?.(code, wording) ?? code)
  const given = to ?? from
  const isStep = given !== undefined && !/-(added|removed|affected)$/.test(kind)
  const step = isStep ? `${say(from)} → ${say(to)}` : given === undefined ? '' : say(given)
  const since = on === undefined ? '' : changeWords.since(formatDay(on, language))
  return step !== '' && since !== '' ? `${step} (${since})` : step || since
}

/** The change in three parts: its kind, what it is about, from what to what. What is not said is empty. */
export const changeText = (change: Change, isOnly: boolean, wording: ChangeWording) => ({
  // What was kept before other kinds were told had this one only where nothing else had changed.
  kind: change.kind === 'text' && isOnly ? wording.changeWords.textOnly : wording.changeWords.kind[change.kind],
  about: aboutText(change, wording),
  step: stepText(change, wording),
})
