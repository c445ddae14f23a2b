/** The lines of a notice in words. */
import type { Change } from '../contract/changes.ts'
import type { NoticeKind, NoticeLine } from '../contract/notices.ts'
import type { Text } from '../contract/text.ts'
import { changeFacts, changeLine, type LineWording } from './change-line.ts'
import { dayInWords } from './weekly-days.ts'
import type { LetterLine, Tone } from './letter.ts'
import { noticeWords } from './notices.ts'
import { plainLine } from './plain-line.ts'
import { waveNameBy, waveWords } from './wave-names.ts'

/** More changes of one bulletin than a reader looks through. */
const maxChanges = 4

/** What a person said is read here; what is sent is its beginning. */
const maxSaid = 500

const day = 24 * 60 * 60 * 1000

/** From this age on, in days, a bulletin is an old one that has come up again. */
const oldAfter = 90

const tones: Partial<Record<NoticeKind, Tone>> = {
  'exploit-up': 'alarm',
  'known-exploited': 'alarm',
  'machines-affected': 'alarm',
  overdue: 'alarm',
  'severity-up': 'warning',
  'epss-up': 'warning',
  'due-earlier': 'warning',
  'known-issue-added': 'warning',
  'known-issue-reopened': 'warning',
  held: 'warning',
  'gate-waiting': 'warning',
  'due-soon': 'warning',
  'known-issue-resolved': 'good',
  'issue-closed': 'good',
  'hold-ended': 'good',
}

const say = (title: Text, language: 'ja' | 'en') => title[language] ?? title.ja ?? title.en ?? title.other?.text ?? ''

/** The id of a bulletin and its title, which may begin with it. */
export function lineTitle({ bulletin, title }: NoticeLine, language: 'ja' | 'en'): string {
  const text = say(title, language)
  return plainLine(bulletin === null || text.startsWith(bulletin) ? text : `${bulletin} ${text}`)
}

/** The change that a line is told for: that of its kind. */
const reasonOf = ({ kind, changes }: NoticeLine): Change | undefined => changes.find((change) => change.kind === kind)

/** As a sentence begins. */
const begun = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What has happened, in a word or two: of exploits and urgencies what they are now. */
export function markOf(line: NoticeLine, { language, words }: LineWording): string {
  const reason = reasonOf(line)
  if (reason?.kind === 'exploit-up' && reason.to === 'exploited') return words.exploit.exploited
  if (reason?.kind === 'urgency' && reason.to === 'immediate') return words.urgency.immediate
  return begun(noticeWords[language].kind[line.kind])
}

const toneOf = (line: NoticeLine): Tone =>
  line.kind === 'urgency' && reasonOf(line)?.to === 'immediate' ? 'alarm' : (tones[line.kind] ?? 'plain')

/** Days from the publication to the moment of a line; 0 where that is not known. */
const ageOf = ({ at, publishedOn }: NoticeLine) =>
  publishedOn === null ? 0 : Math.floor((Date.parse(at) - Date.parse(publishedOn)) / day)

export const isOld = (line: NoticeLine): boolean => ageOf(line) >= oldAfter

/** Of an old bulletin how old it is, and why it comes up again. */
export function whyAgain(line: NoticeLine, wording: LineWording): string {
  const t = noticeWords[wording.language]
  const reason = reasonOf(line)
  const why = line.kind === 'new' ? t.newOnFile : reason === undefined ? t.kind[line.kind] : changeLine(reason, wording)
  return plainLine(t.again(t.age(Math.floor(ageOf(line) / 365.25), line.publishedOn ?? ''), why))
}

const isSeverity = (value: unknown): value is 1 | 2 | 3 | 4 => value === 1 || value === 2 || value === 3 || value === 4

/** How pressing something new is, and how severe. */
function factsOf({ urgency, severity }: NoticeLine, { words }: LineWording): string {
  const levels: Readonly<Partial<Record<string, string>>> = words.urgency
  const facts = [
    urgency && (levels[urgency] ?? urgency),
    isSeverity(severity) && `${severity} ${words.severity[severity]}`,
  ]
  return facts.filter((fact) => typeof fact === 'string').join(' · ')
}

/** What changed, before and after; of the change that the mark names without its kind, and of an old bulletin not once more. */
function changesOf(line: NoticeLine, wording: LineWording): string[] {
  const reason = reasonOf(line)
  const told = line.changes.filter((change) => change.kind !== 'new' && !(change === reason && isOld(line)))
  const lines = told
    .slice(0, maxChanges)
    .map((change) => plainLine(change === reason ? changeFacts(change, wording) : changeLine(change, wording)))
  return told.length > maxChanges ? [...lines, noticeWords[wording.language].more(told.length - maxChanges)] : lines
}

/** What no person has done: who is then told of is this program. */
const ofDays = new Set<NoticeKind>(['due-soon', 'overdue', 'gate-waiting'])

/** What a person said; where nobody has changed or said anything in words, who it was. */
function saidOf({ kind, text = '', who, changes }: NoticeLine, { language }: LineWording): string {
  // The name of the wave, or the key of one that nobody has named.
  if (kind === 'gate-waiting') return plainLine(waveNameBy(waveWords[language], { key: text, name: '' }), maxSaid)
  if (text.trim() !== '') return plainLine(noticeWords[language].said(who, text), maxSaid)
  return changes.length === 0 && !ofDays.has(kind) ? plainLine(who) : ''
}

/** `isAlone`: the notice is about nothing else, and says of an old bulletin that it is one before everything. */
export function letterLine(line: NoticeLine, wording: LineWording, isAlone: boolean): LetterLine {
  const t = noticeWords[wording.language]
  const { due, severity, tlp } = line
  const details = [
    isOld(line) && !isAlone ? whyAgain(line, wording) : '',
    line.kind === 'new' ? factsOf(line, wording) : '',
    ...changesOf(line, wording),
    saidOf(line, wording),
    tlp !== undefined && isMarked(tlp) && !isAlone ? `TLP:${tlp}` : '',
  ]
  return {
    mark: markOf(line, wording),
    tone: toneOf(line),
    severity: isSeverity(severity) ? severity : null,
    title: lineTitle(line, wording.language),
    path: line.path.startsWith('/') ? line.path : null,
    details: details.filter((detail) => detail !== ''),
    aside: due === undefined ? '' : t.due(dayInWords(due, line.at, wording.language)),
  }
}

/** What may go to everybody needs no mark. */
export const isMarked = (tlp: string): boolean => tlp !== 'WHITE' && tlp !== 'CLEAR'
