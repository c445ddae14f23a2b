/** What a field of a bulletin says, as text that can be compared word by word. */
import * as z from 'zod'
import { Alternative, Reference, RegistryValue, Vulnerability } from '../../contract/bulletin.ts'
import { PlatformRating, PublishedRollout } from '../../contract/facts.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { Text } from '../../contract/text.ts'
import { formatDay, formatList, formatNumber } from '../../i18n/format.ts'
import type { HistoryMessages } from '../../i18n/history-messages.ts'
import type { Language } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import type { VulnerabilityMessages } from '../../i18n/vulnerability-messages.ts'
import type { Words } from '../../i18n/words.ts'

export type Wording = {
  h: HistoryMessages
  v: VulnerabilityMessages
  w: Words
  language: Language
  names: (ids: readonly PlatformId[]) => string
}

const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
const Ratings = z.array(PlatformRating)
const Points = PublishedRollout.shape.points
const Workaround = z.object({ text: Text, registry: z.array(RegistryValue) })
const Cvss = z.object({ version: z.string(), vector: z.string(), score: z.number() })

/** Fields whose values are words of the contract, and the table that translates them. */
const vocabularies = {
  severity: 'severity',
  rating: 'rating',
  impact: 'impact',
  urgency: 'urgency',
  exploit: 'exploit',
  disclosure: 'disclosure',
  restart: 'restart',
  uninstall: 'uninstall',
  outcome: 'outcome',
} as const

const isVocabulary = (field: string): field is keyof typeof vocabularies => Object.hasOwn(vocabularies, field)

/** Platforms of one rating together, a line each. */
function ratingLines(value: unknown, { w, names }: Wording): string {
  const byRating = Map.groupBy(Ratings.parse(value), ({ rating }) => rating)
  return [...byRating]
    .map(([rating, rated]) => `${w.rating[rating]}: ${names(rated.map(({ platform }) => platform))}`)
    .join('\n')
}

const registryLine = ({ key, name, type, value, min, max }: RegistryValue): string =>
  [key, name, type, value, min !== undefined && max !== undefined ? `${min}–${max}` : undefined]
    .filter((part) => part !== undefined)
    .join(' ')

const {
  scores: Scores,
  cwes: Cwes,
  exploitability: Exploitability,
  customerAction: Action,
  notes: Notes,
} = Vulnerability.shape
const Texts = z.array(Text)

const scoreLines = (value: unknown, { v, names }: Wording): string =>
  (Scores.parse(value) ?? [])
    .map(({ version, vector, score, temporal, platforms }) => {
      const more = temporal === undefined ? '' : `, ${v.temporal(String(temporal))}`
      return `${score} (${version}${more}) ${vector} ${names(platforms)}`
    })
    .join('\n')

function exploitabilityLines(value: unknown, { v }: Wording): string {
  const { latest, older, denialOfService } = Exploitability.parse(value) ?? {}
  return [
    latest && v.latest(v.assessments[latest]),
    older && v.older(v.assessments[older]),
    denialOfService && v.denialOfService(v.effects[denialOfService] ?? denialOfService),
  ]
    .filter(Boolean)
    .join('\n')
}

const alternativeLines = (value: unknown, { v, names, language }: Wording): string =>
  z
    .array(Alternative)
    .parse(value)
    .map(({ bulletin, kind, platforms, lacks = [] }) =>
      [bulletin, v.alternativeKinds[kind], names(platforms), lacks.length > 0 && v.lacks(formatList(lacks, language))]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n')

/** How fields of a shape of their own are written. */
const shaped: Record<string, (value: unknown, wording: Wording) => string> = {
  ratings: ratingLines,
  platforms: (value, { names }) => names(z.array(z.string()).parse(value)),
  platform: (value, { names }) => names([z.string().parse(value)]),
  environments: (value, { w, language }) =>
    formatList(
      z
        .array(z.enum(['server', 'client']))
        .parse(value)
        .map((each) => w.environment[each]),
      language,
    ),
  cvss: (value) => {
    const { version, vector, score } = Cvss.parse(value)
    return `${score} (${version}) ${vector}`
  },
  scores: scoreLines,
  exploitability: exploitabilityLines,
  alternatives: alternativeLines,
  customerAction: (value, { v }) => v.actions[z.nonoptional(Action).parse(value)],
  cwes: (value) => (Cwes.parse(value) ?? []).map(({ id, name = '' }) => `${id} ${name}`.trim()).join('\n'),
  acknowledgements: (value, { language }) =>
    Texts.parse(value)
      .map((text) => readText(text, language).value)
      .join('\n'),
  notes: (value, { language }) =>
    (Notes.parse(value) ?? [])
      .map(({ title, text }) =>
        [title, text].flatMap((each) => (each === undefined ? [] : readText(each, language).value)).join(': '),
      )
      .join('\n'),
  references: (value, { language }) =>
    z
      .array(Reference)
      .parse(value)
      .map(({ title, url }) => `${readText(title, language).value} ${url}`)
      .join('\n'),
  workaround: (value, { language }) => {
    const { text, registry } = Workaround.parse(value)
    return [readText(text, language).value, ...registry.map(registryLine)].join('\n')
  },
  points: (value, { h }) =>
    Points.parse(value)
      .map(({ machines, minutes }) => `${h.machines(machines)}: ${minutes}`)
      .join('\n'),
}

/** The text of a field; what is not said is said to be nothing. */
export function valueText(field: string, value: unknown, wording: Wording): string {
  const { h, w, language } = wording
  if (field === 'severity' && value === null) return w.severity.unrated
  if (value === undefined || value === null || value === '') return h.nothing
  const write = shaped[field]
  if (write !== undefined) return write(value, wording) || h.nothing
  if (isVocabulary(field) && (typeof value === 'string' || typeof value === 'number')) {
    const table: Record<string, string> = w[vocabularies[field]]
    return table[String(value)] ?? String(value)
  }
  if (typeof value === 'boolean') return value ? h.yes : h.no
  if (typeof value === 'number') return formatNumber(value)
  if (Array.isArray(value)) return formatList(value.map(String), language) || h.nothing
  const text = Text.safeParse(value)
  if (text.success) return readText(text.data, language).value
  if (Day.safeParse(value).success) return formatDay(value as string, language)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
