/** What a field of a bulletin says, as text that can be compared word by word. */
import * as z from 'zod'
import { Alternative, KnownIssue, Reference, RegistryValue } from '../../contract/bulletin.ts'
import { CheckedPoints } from '../../contract/checklist.ts'
import { PublishedRollout, summaryFields } from '../../contract/summary-fields.ts'
import { Text } from '../../contract/text.ts'
import { DocumentStatus } from '../../contract/words.ts'
import { dot, formatDay, formatList, formatMoment, formatNumber } from '../i18n/format.ts'
import { readOwnText, readText } from '../i18n/local-text.tsx'
import { vulnerabilityValues } from './vulnerability-values.ts'
import type { Wording, Write } from './wording.ts'

const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
const Points = PublishedRollout.shape.points
const { why: Why, basis: Basis } = summaryFields.urgency.shape
const Reason = z.object({ why: Why, basis: Basis })
const Workaround = z.object({ text: Text, registry: z.array(RegistryValue) })

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

const registryLine = ({ key, name, type, value, min, max }: RegistryValue): string =>
  [key, name, type, value, min !== undefined && max !== undefined ? `${min}–${max}` : undefined]
    .filter((part) => part !== undefined)
    .join(' ')

const { resolved: Resolved } = KnownIssue.shape

function resolvedText(value: unknown, { language, zone }: Wording): string {
  const { by, at, why } = z.nonoptional(Resolved).parse(value)
  return `${by}, ${formatMoment(at, language, zone)}: ${readText(why, language).value}`
}

const alternativeLines = (value: unknown, { vulnerabilityWords, names, language }: Wording): string =>
  z
    .array(Alternative)
    .parse(value)
    .map(({ bulletin, kind, platforms, lacks = [] }) =>
      [
        bulletin,
        vulnerabilityWords.alternativeKinds[kind],
        names(platforms),
        lacks.length > 0 && vulnerabilityWords.lacks(formatList(lacks, language)),
      ]
        .filter(Boolean)
        .join(dot(language)),
    )
    .join('\n')

/** How fields of a shape of their own are written. */
const shaped: Record<string, Write> = {
  ...vulnerabilityValues,
  platforms: (value, { names }) => names(z.array(z.string()).parse(value)),
  platform: (value, { names }) => names([z.string().parse(value)]),
  environments: (value, { words, language }) =>
    formatList(
      z
        .array(z.enum(['server', 'client']))
        .parse(value)
        .map((each) => words.environment[each]),
      language,
    ),
  documentStatus: (value, { documentWords }) => documentWords.document[DocumentStatus.parse(value)],
  resolved: resolvedText,
  reopened: resolvedText,
  why(value, { language }) {
    const { basis, why } = Reason.parse(value)
    return (basis === 'rule' ? readOwnText : readText)(why, language).value
  },
  alternatives: alternativeLines,
  references: (value, { language }) =>
    z
      .array(Reference)
      .parse(value)
      .map(({ title, url, kind }) => `${(kind === 'exploit' ? readOwnText : readText)(title, language).value} ${url}`)
      .join('\n'),
  workaround: (value, { language }) => {
    const { text, registry } = Workaround.parse(value)
    return [readText(text, language).value, ...registry.map(registryLine)].join('\n')
  },
  checks: (value, { t }) =>
    CheckedPoints.parse(value)
      .map(({ point, done }) => `${point}: ${done ? t.yes : t.no}`)
      .join('\n'),
  points: (value, { t }) =>
    Points.parse(value)
      .map(({ machines, minutes }) => `${t.machines(machines)}: ${minutes}`)
      .join('\n'),
}

/** The text of a field; what is not said is said to be nothing. */
export function valueText(field: string, value: unknown, wording: Wording): string {
  const { t, words, language } = wording
  if (field === 'severity' && value === null) return words.severity.unrated
  if (value === undefined || value === null || value === '') return t.nothing
  const write = shaped[field]
  if (write !== undefined) return write(value, wording) || t.nothing
  if (isVocabulary(field) && (typeof value === 'string' || typeof value === 'number')) {
    const table: Record<string, string> = words[vocabularies[field]]
    return table[String(value)] ?? String(value)
  }
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return formatNumber(value)
  if (Array.isArray(value)) return formatList(value.map(String), language) || t.nothing
  const text = Text.safeParse(value)
  if (text.success) return readText(text.data, language).value
  if (Day.safeParse(value).success) return formatDay(value as string, language)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
