/** An issue of HotFix Weekly in words: the letter that its page, its mail, its Markdown and its feed are made of. */
import type { WeeklyBulletin, WeeklyContent, WeeklyIssue } from '../contract/weekly.ts'
import type { Text } from '../contract/text.ts'
import { tlps } from '../contract/document-vocabulary.ts'
import { changeLine, type LineWording } from './change-line.ts'
import { isMarked } from './letter-lines.ts'
import type { Letter, LetterLine, LetterSection, Tone } from './letter.ts'
import { plainLine } from './plain-line.ts'
import { localDay, dayInWords, longDay, momentInWords } from './weekly-days.ts'
import { headlineText, inFigures } from './weekly-headline.ts'
import { weeklyWords, type WeeklyMessages } from './weekly-messages.ts'
import { progressText } from './weekly-progress.ts'

/** `mayTell`: whether what is marked so may go where this letter goes; without it, it is read here. */
type Options = { mayTell?: (tlp: string | undefined) => boolean; isSample?: boolean }

type Wording = LineWording & { t: WeeklyMessages; today: string; hasFleet: boolean }

const say = (text: Text, language: 'ja' | 'en') => text[language] ?? text.ja ?? text.en ?? text.other?.text ?? ''

const bulletinPath = (id: string) => `/bulletins/${encodeURIComponent(id)}`

function titleOf(id: string, title: Text, language: 'ja' | 'en'): string {
  const text = say(title, language)
  return plainLine(text.startsWith(id) ? text : `${id} ${text}`)
}

const platformsOf = ({ platforms, platformCount }: Pick<WeeklyBulletin, 'platforms' | 'platformCount'>, w: Wording) =>
  platforms.length === 0
    ? ''
    : w.t.platforms(platforms.map((name) => say(name, w.language)).join(w.t.comma), platformCount - platforms.length)

const details = (facts: readonly string[], { t }: Wording): string[] => {
  const line = plainLine(facts.filter((fact) => fact !== '').join(t.dot))
  return line === '' ? [] : [line]
}

/** How the days that are left are coloured. */
const lateness = (days: number): Tone => (days < 0 ? 'alarm' : days <= 3 ? 'warning' : 'plain')

const dueMark = ({ due }: WeeklyBulletin, { t }: Wording): Pick<LetterLine, 'mark' | 'tone'> =>
  due === null || due.left === null
    ? { mark: '', tone: 'plain' }
    : { mark: t.due.left(due.left), tone: lateness(due.left) }

function dueDetail({ due }: WeeklyBulletin, { t, today, language }: Wording): string {
  if (due === null || due.on === null) return ''
  const day = dayInWords(due.on, today, language)
  return t.due.basis[due.exception?.isOver === false ? 'extended' : due.rule.by](day)
}

const tlpDetail = ({ tlp }: { tlp?: string | undefined }) => (tlp !== undefined && isMarked(tlp) ? `TLP:${tlp}` : '')

const lineHead = ({ id, title, severity }: WeeklyBulletin, { language }: Wording) => ({
  severity,
  title: titleOf(id, title, language),
  path: bulletinPath(id),
})

const machinesOf = ({ machines }: WeeklyBulletin, { t }: Wording): string =>
  machines === null ? '' : t.due.machinesOf(inFigures(machines.left), inFigures(machines.of))

function newLine(line: WeeklyContent['new']['lines'][number], w: Wording): LetterLine {
  const { t, words, language } = w
  const tones: Partial<Record<string, Tone>> = { immediate: 'alarm', early: 'warning' }
  const { exploited, exploitedCount, vulnerabilities, restart, urgency } = line
  return {
    ...lineHead(line, w),
    mark: words.urgency[urgency],
    tone: tones[urgency] ?? 'plain',
    details: [
      ...details([platformsOf(line, w), tlpDetail(line)], w),
      ...details(
        [
          exploited.length === 0
            ? ''
            : t.new.exploited(exploited.join(language === 'ja' ? '、' : ', '), exploitedCount - exploited.length),
          vulnerabilities === 0 ? '' : t.new.vulnerabilities(vulnerabilities),
          t.new.restart[restart],
          dueDetail(line, w),
        ],
        w,
      ),
    ],
    aside: machinesOf(line, w),
  }
}

const changedDetails = (line: WeeklyContent['escalated']['lines'][number], w: Wording): string[] => [
  ...line.changes.map((change) => plainLine(changeLine(change, w))),
  ...details([platformsOf(line, w), dueDetail(line, w), tlpDetail(line)], w),
]

const escalatedLine = (line: WeeklyContent['escalated']['lines'][number], w: Wording): LetterLine => ({
  ...lineHead(line, w),
  ...dueMark(line, w),
  details: changedDetails(line, w),
  aside: machinesOf(line, w),
})

const reReleasedLine = (line: WeeklyContent['reReleased']['lines'][number], w: Wording): LetterLine => ({
  ...lineHead(line, w),
  mark: line.hasOtherPackages ? w.t.reReleased.packages : '',
  tone: line.hasOtherPackages ? 'warning' : 'plain',
  details: changedDetails(line, w),
  aside: line.hasOtherPackages ? '' : w.t.reReleased.samePackages,
})

function issueLine(line: WeeklyContent['issues']['lines'][number], w: Wording): LetterLine {
  const { t, language } = w
  const known = { yes: 'good', no: 'alarm', unread: 'plain' } as const
  const workaround = line.workaround ?? 'unread'
  const isClosed = line.what === 'closed'
  return {
    severity: line.severity,
    title: plainLine(`${line.bulletin} ${say(line.title, language)}`),
    path: bulletinPath(line.bulletin),
    mark: isClosed ? t.issues.closed : t.issues.workaround[workaround],
    tone: isClosed ? 'good' : known[workaround],
    details: details([platformsOf(line, w), tlpDetail(line)], w),
    aside: '',
  }
}

const dueLine = (line: WeeklyBulletin, w: Wording): LetterLine => ({
  ...lineHead(line, w),
  ...dueMark(line, w),
  details: details([platformsOf(line, w), dueDetail(line, w), tlpDetail(line)], w),
  aside: line.machines === null ? '' : w.t.due.machines(inFigures(line.machines.left)),
})

type Marked = { tlp?: string | undefined }

const unless0 = (count: number, text: (count: number) => string) => (count > 0 ? text(count) : '')

type Told<L> = {
  note: string
  lines: readonly L[]
  all: number
  line: (of: L, w: Wording) => LetterLine
  none: string
  rest?: readonly string[]
}

function sectionsOf(content: WeeklyContent, w: Wording, mayTell: NonNullable<Options['mayTell']>): LetterSection[] {
  const { t, today, language, hasFleet } = w
  const { new: added, escalated, reReleased, issues, due, others, nextPatchTuesday } = content
  const some = (machines: number) => (machines === 0 ? null : inFigures(machines))
  /** A section with the lines that may be told; what is left out is said as a number. */
  function section<L extends Marked>(
    title: string,
    { note, lines, all, line, none, rest = [] }: Told<L>,
  ): LetterSection {
    const may = lines.filter(({ tlp }) => mayTell(tlp))
    const text = [
      all === 0 ? none : '',
      unless0(all - lines.length, t.more),
      unless0(lines.length - may.length, t.withheld),
      ...rest,
    ].filter((part) => part !== '')
    return { title, note, lines: may.map((of) => line(of, w)), figures: [], text: text.join(t.join) }
  }
  return [
    section(t.new.title, {
      note: t.new.note(added.own, dayInWords(nextPatchTuesday, today, language)),
      lines: added.lines,
      all: added.own,
      line: newLine,
      none: t.new.none(hasFleet),
      rest: [
        unless0(added.contained, t.new.contained),
        unless0(added.others, (count) => t.new.others(count, added.urgent)),
      ],
    }),
    section(t.escalated.title, {
      note: t.count(escalated.own),
      lines: escalated.lines,
      all: escalated.own,
      line: escalatedLine,
      none: t.escalated.none,
      rest: [unless0(escalated.others, t.escalated.others)],
    }),
    section(t.reReleased.title, {
      note: t.count(reReleased.own),
      lines: reReleased.lines,
      all: reReleased.own,
      line: reReleasedLine,
      none: t.reReleased.none,
      rest: [
        unless0(reReleased.others, t.reReleased.others),
        unless0(others.count, (count) => t.reReleased.rest(count, others.textOnly, others.withdrawn)),
      ],
    }),
    section(t.issues.title, {
      note: t.issues.note(issues.opened, issues.closed, issues.open),
      lines: issues.lines,
      all: issues.opened + issues.closed,
      line: issueLine,
      none: t.issues.none,
      rest: [unless0(issues.others, t.issues.others)],
    }),
    section(t.due.title, {
      note: t.due.note(due.count, some(due.machines)),
      lines: due.lines,
      all: due.count,
      line: dueLine,
      none: t.due.none(dayInWords(due.until, today, language)),
    }),
    progressSection(content, w),
  ]
}

function progressSection({ progress, zone }: WeeklyContent, w: Wording): LetterSection {
  const { t, language } = w
  const { patched, versions } = progress
  return {
    title: t.progress.title,
    note: patched === null ? '' : t.progress.note(inFigures(patched.applied), inFigures(patched.of)),
    lines: [],
    figures: versions.map(({ label, applied, of }) => ({
      label: plainLine(say(label, language)),
      value: t.progress.machines(inFigures(applied), inFigures(of)),
      share: of === 0 ? null : Math.min(1, applied / of),
    })),
    text: progressText(progress, w, zone),
  }
}

/** What is handed on with the letter must not go further than the strictest of its lines allows. */
function strictest(content: WeeklyContent, mayTell: NonNullable<Options['mayTell']>): string | null {
  const { new: added, escalated, reReleased, issues, due } = content
  const lines: Marked[] = [added, escalated, reReleased, issues, due].flatMap((section): Marked[] => section.lines)
  const given = new Set(lines.flatMap(({ tlp }) => (tlp !== undefined && isMarked(tlp) && mayTell(tlp) ? [tlp] : [])))
  return tlps.find((tlp) => given.has(tlp)) ?? null
}

/** So long after its moment an issue says as of when its figures are, in milliseconds. */
const lateAfter = 60 * 60_000

/** An issue in words; the same issue gives the same letter. `isSample`: it is not made yet. */
export function weeklyLetter(
  { number, from, to, madeAt, content }: WeeklyIssue,
  wording: LineWording,
  { mayTell = () => true, isSample = false }: Options = {},
): Letter {
  const { language } = wording
  const t = weeklyWords[language]
  const { zone, machines, versions, nextPatchTuesday, isEmpty, headline } = content
  const day = localDay(to, zone)
  const hasFleet = machines > 0
  const w: Wording = { ...wording, t, today: content.today, hasFleet }
  const moment = (at: string) => momentInWords(at, zone, day, language)
  const tlp = strictest(content, mayTell)
  const isLate = !isSample && Date.parse(madeAt) - Date.parse(to) > lateAfter
  const scope = [
    hasFleet ? t.scope(inFigures(machines), versions) : t.noFleet,
    t.span(moment(from), moment(to), zone),
    isLate ? t.late(moment(madeAt)) : '',
  ].filter((part) => part !== '')
  return {
    language,
    masthead: {
      name: 'HotFix Weekly',
      note: `${isSample ? t.next : t.number(number)}${t.dot}${longDay(day, language)}`,
    },
    headline: headlineText(headline, { zone, to, hasFleet }, language),
    intro: [
      ...(tlp === null ? [] : [`TLP:${tlp}`]),
      scope.join(t.join),
      ...(isEmpty ? [t.empty(dayInWords(nextPatchTuesday, day, language))] : []),
    ],
    sections: isEmpty ? [] : sectionsOf(content, w, mayTell),
    links: [
      { label: t.read, path: isSample ? '/weekly' : `/weekly/${number}` },
      { label: t.alerts, path: '/alerts' },
    ],
  }
}
