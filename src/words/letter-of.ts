/** What a notice says, in words: the neutral form that mail, chat and page are made of. Pure; the same content gives the same letter. */
import { tlps } from '../contract/document-vocabulary.ts'
import type { NoticeContent, NoticeKind, NoticeLine } from '../contract/notices.ts'
import type { LineWording } from './change-line.ts'
import { isMarked, isOld, letterLine, markOf, lineTitle, whyAgain } from './letter-lines.ts'
import type { Letter, LetterSection } from './letter.ts'
import { noticeWords } from './notices.ts'
import { plainLine } from './plain-line.ts'
import { momentInWords } from './weekly-days.ts'

type ChangesContent = Extract<NoticeContent, { about: 'changes' }>
type WeeklyNotice = Extract<NoticeContent, { about: 'weekly' }>

type SectionName = keyof (typeof noticeWords)['ja']['sections']

/** A headline has room for more than a title. */
const maxTitle = 100

/** A notice with more lines than this has sections. */
const maxUnsorted = 4

/** The kinds of each section; the order of the sections is that of `noticeWords.sections`. */
const kindsOf = {
  added: ['new'],
  exploited: ['exploit-up', 'known-exploited', 'machines-affected', 'disclosure', 'severity-up', 'urgency', 'epss-up'],
  released: ['re-released', 'reinstated', 'no-longer-superseded'],
  issues: [
    'known-issue-added',
    'known-issue-reopened',
    'known-issue-workaround',
    'known-issue-resolved',
    'known-issue-changed',
    'known-issue-removed',
    'issue-closed',
  ],
  due: ['due-earlier', 'due-soon', 'overdue'],
  people: [
    'assigned',
    'mentioned',
    'commented',
    'triaged',
    'decided',
    'tested',
    'field-reported',
    'held',
    'hold-ended',
    'plan-changed',
    'gate-waiting',
  ],
} as const satisfies Partial<Record<SectionName, readonly NoticeKind[]>>

const sectionOf = new Map<NoticeKind, SectionName>(
  (Object.keys(kindsOf) as (keyof typeof kindsOf)[]).flatMap((name) =>
    kindsOf[name].map((kind) => [kind, name] as const),
  ),
)

/** What is handed over with the notice must not go further than the strictest of its lines allows. */
function strictest(lines: readonly NoticeLine[]): string | null {
  const given = new Set(lines.flatMap(({ tlp }) => (tlp !== undefined && isMarked(tlp) ? [tlp] : [])))
  return tlps.find((tlp) => given.has(tlp)) ?? null
}

const sectionNames = Object.keys(noticeWords.ja.sections).filter(
  (name): name is SectionName => name in noticeWords.ja.sections,
)

function sectionsOf(lines: readonly NoticeLine[], wording: LineWording, more: number): LetterSection[] {
  const t = noticeWords[wording.language]
  const section = (title: string, note: string, some: readonly NoticeLine[], text = ''): LetterSection => ({
    title,
    note,
    lines: some.map((line) => letterLine(line, wording, lines.length === 1)),
    figures: [],
    text,
  })
  const rest = more > 0 ? t.more(more) : ''
  if (lines.length <= maxUnsorted) return [section('', '', lines, rest)]
  const named = Map.groupBy(lines, ({ kind }) => sectionOf.get(kind) ?? 'other')
  const sections = sectionNames.flatMap((name) => {
    const some = named.get(name)
    return some === undefined ? [] : [section(t.sections[name], t.count(some.length), some)]
  })
  return rest === '' ? sections : [...sections, section('', '', [], rest)]
}

function ofChanges({ lines, count, bulletins }: ChangesContent, wording: LineWording): Letter {
  const { language } = wording
  const t = noticeWords[language]
  const [first] = lines
  const tlp = strictest(lines)
  const old = lines.filter(isOld)
  const about = new Set(lines.map((line) => line.bulletin ?? line.path)).size
  const more = Math.max(bulletins, about) - 1
  const title = first === undefined ? '' : plainLine(lineTitle(first, language), maxTitle)
  const again =
    old.length === 0
      ? []
      : lines.length === 1 && first !== undefined
        ? [whyAgain(first, wording)]
        : [t.oldOnes(old.length)]
  return {
    language,
    masthead: null,
    headline:
      first === undefined
        ? t.count(count)
        : plainLine(t.headline(markOf(first, wording), more > 0 ? t.andMore(title, more) : title)),
    intro: [...(tlp === null ? [] : [`TLP:${tlp}`]), ...again],
    sections: sectionsOf(lines, wording, Math.max(0, count - lines.length)),
    links:
      about === 1 && first !== undefined && first.path.startsWith('/')
        ? [{ label: t.open, path: first.path }]
        : [{ label: t.list, path: '/notices' }],
  }
}

function short(language: 'ja' | 'en', headline: string, text: string, links: Letter['links'] = []): Letter {
  return {
    language,
    masthead: null,
    headline: plainLine(headline),
    intro: [],
    sections: [{ title: '', note: '', lines: [], figures: [], text: plainLine(text, 2000) }],
    links,
  }
}

/**
 * The letter of a notice; of an issue of HotFix Weekly `weeklyLetter` is. A letter to confirm an address has no link: only
 * the one who sends it knows it.
 */
export function letterOf(content: Exclude<NoticeContent, WeeklyNotice>, wording: LineWording): Letter {
  const { language } = wording
  const t = noticeWords[language]
  switch (content.about) {
    case 'changes':
      return ofChanges(content, wording)
    case 'test':
      return short(language, t.test.headline, t.test.text, [{ label: t.list, path: '/notices' }])
    case 'stopped':
      return short(language, t.stopped.headline(content.channel), t.stopped.text(content.why), [
        { label: t.stopped.open, path: '/notices' },
      ])
    case 'password':
      return short(
        language,
        t.password.headline,
        t.password.text(content.by, momentInWords(content.at, 'UTC', '', language)),
        [{ label: t.password.open, path: '/sign-in' }],
      )
    case 'confirm':
      return short(language, t.confirm.headline, t.confirm.text(content.address))
  }
}
