import fc from 'fast-check'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import type { Platform } from '../../src/contract/platform.ts'
import type { RowSignals } from '../../src/contract/signals.ts'
import type { BulletinQuery, Summary } from '../../src/contract/summary.ts'
import type { Text } from '../../src/contract/text.ts'
import { Outcome, Uninstall, type Rating } from '../../src/contract/words.ts'
import {
  disclosures,
  exploitabilities,
  exploitedByOptions,
  exploits,
  impacts,
  labStates,
  reaches,
  restarts,
  severities,
  severityOptions,
  triageOptions,
  triages,
  urgencies,
  sortOrders,
} from '../../src/contract/vocabulary.ts'
import { summarise } from '../../src/domain/bulletin/summary.ts'
import { lineageOf } from '../../src/domain/platforms/platforms.ts'
import { groupRatings } from '../../src/domain/bulletin/ratings.ts'

const oneOf = <const T>(words: readonly T[]) => fc.constantFrom(...words)

export const rating: fc.Arbitrary<Rating> = oneOf([...severities, 'unrated', 'no-fix', 'none'])

/** Few enough that two generated bulletins often meet on one. */
const platformIds = ['windows-98', 'windows-2000.sp3', 'windows-2000.sp4', 'windows-xp.sp1.itanium', 'windows-xp.sp2']

/** Any platform that can be chosen in a filter: a version, or all of a family. */
export const platformId = oneOf([...new Set(platformIds.flatMap(lineageOf))])

const label = (id: string): Text => ({ en: id.replaceAll(/[.-]/g, ' '), ja: `${id} 日本語版` })

export const platforms: Platform[] = platformIds.map((id) => {
  const [family = id, version = null, variant = null] = id.split('.')
  return { id, family, version, variant, label: label(id), kind: 'unknown', supportEndsOn: null }
})

/** A list that no rule of the domain looks into. */
const nothing = fc.constant<never[]>([])

const prose = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const text: fc.Arbitrary<Text> = fc.oneof(
  fc.record({ ja: prose }),
  fc.record({ en: prose }),
  fc.record({ ja: prose, en: prose }),
)
export const day = fc.integer({ min: 1, max: 28 }).map((date) => `2005-04-${String(date).padStart(2, '0')}`)
const cveNumber = fc.integer({ min: 1, max: 9999 }).map((number) => `2005-${String(number).padStart(4, '0')}`)
const ratings = fc.uniqueArray(fc.record({ platform: oneOf(platformIds), rating }), {
  selector: (each) => each.platform,
})

const vulnerability = fc.record({
  id: cveNumber.map((number) => `CAN-${number}`),
  cve: fc.option(cveNumber.map((number) => `CVE-${number}`)),
  title: text,
  impact: fc.option(oneOf(impacts)),
  disclosure: oneOf(disclosures),
  exploit: oneOf(exploits),
  references: nothing,
  ratings: ratings.map(groupRatings),
})

const testResult = fc.record({
  edition: fc.constant('Windows 2000 Professional SP3'),
  platform: oneOf(platformIds),
  outcome: oneOf(Outcome.options),
  by: fc.constant('the lab'),
})

const rollout = fc.record({
  package: fc.constant('one'),
  tool: fc.constant('a console'),
  consoles: fc.integer({ min: 1, max: 4 }),
  points: fc.array(fc.record({ machines: fc.integer({ min: 1 }), minutes: fc.integer({ min: 1 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
})

const knownIssue = fc.record({
  id: fc.constant('an-issue'),
  title: text,
  platforms: fc.array(oneOf(platformIds), { maxLength: 2 }),
  references: nothing,
})

/** Any bulletin that the contract accepts, as far as the rules of the domain look at it. */
export const bulletin: fc.Arbitrary<Bulletin> = fc.record({
  id: fc.integer({ min: 1, max: 999 }).map((number) => `MS05-${String(number).padStart(3, '0')}`),
  kb: fc.array(fc.oneof(fc.constant('893066'), fc.integer({ min: 100_000, max: 9_999_999 }).map(String)), {
    maxLength: 2,
  }),
  title: text,
  publishedOn: day,
  updatedOn: day,
  revision: fc.constant('1.0'),
  revisions: nothing,
  severity: fc.option(oneOf(severities)),
  impact: fc.option(oneOf(impacts)),
  urgency: fc.record({ level: oneOf(urgencies), basis: oneOf(['stated', 'rule']), why: text }),
  exploit: oneOf(exploits),
  disclosure: oneOf(disclosures),
  restart: oneOf(restarts),
  uninstall: oneOf(Uninstall.options),
  environments: fc.subarray(['server', 'client'] as const).map((words) => [...words]),
  supersedes: fc.subarray(['MS05-001', 'MS05-002', 'MS05-019', 'KB893066'], { maxLength: 2 }),
  vulnerabilities: fc.array(vulnerability, { maxLength: 3 }),
  platforms: ratings,
  packages: nothing,
  tests: fc.array(testResult, { maxLength: 4 }),
  knownIssues: fc.array(knownIssue, { maxLength: 2 }),
  lifecycle: nothing,
  detection: nothing,
  verification: nothing,
  rollout: fc.array(rollout, { maxLength: 2 }),
  consoles: nothing,
  references: nothing,
  source: fc.constant({ kind: 'hotfix-report', document: 'a page', retrievedAt: null } as const),
})

/** What catalogues and documents say of the vulnerabilities of a row; each field may be absent that may be. */
const rowSignals: fc.Arbitrary<RowSignals> = fc.record(
  {
    exploitedBy: fc.subarray([...exploitedByOptions]),
    ransomware: fc.boolean(),
    epss: oneOf([0, 0.005, 0.01, 0.0999, 0.1, 0.42, 0.5, 0.97, 1]),
    exploitabilities: fc.subarray([...exploitabilities]),
    cvss: oneOf([0, 3.9, 4, 6.9, 7, 8.8, 9, 9.8, 10]),
    reach: fc.subarray([...reaches]),
    cwes: fc.subarray(['CWE-20', 'CWE-416']),
    components: fc.subarray(['TCP/IP', 'Office, all versions']),
    publisher: oneOf(['Microsoft', '100 % Software, Inc.']),
  },
  { requiredKeys: ['exploitedBy', 'exploitabilities', 'reach', 'cwes', 'components'] },
)

/** A summary as the filter sees it. */
export const summary: fc.Arbitrary<Summary> = fc
  .tuple(bulletin, rowSignals, oneOf(triages), fc.subarray(['2025-05', '2025-06', 'cisa-2025-06']))
  .map(([given, signals, triage, releases]) => ({ ...summarise(given), ...signals, releases, triage }))

/** A summary index: no id occurs twice. */
export const indexOf = <T extends { id: string }>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 12 })

const some = <T extends string | number>(words: readonly T[]) =>
  fc.uniqueArray(oneOf(words), { minLength: 1, maxLength: 2 }).map((chosen) => chosen.join(','))

/** A filter as a URL holds it; each field may be absent. */
export const query: fc.Arbitrary<BulletinQuery> = fc.record(
  {
    severity: some(severityOptions),
    urgency: some(urgencies),
    exploit: some(exploits),
    disclosure: some(disclosures),
    impact: some(impacts),
    exploitedBy: some(exploitedByOptions),
    ransomware: fc.constant('known'),
    cvss: some([9, 7, 8.8, 4, 'unknown']),
    epss: some([0.5, 0.1, 0.01, 0.42, 'unknown']),
    exploitability: some([...exploitabilities, 'unknown']),
    reach: some(reaches),
    cwe: some(['CWE-20', 'CWE-416', 'CWE-79']),
    component: some(['TCP/IP', 'Office%2C all versions']),
    publisher: some(['Microsoft', '100 %25 Software%2C Inc.']),
    release: some(['any', 'none', '2025-05', '2025-06', 'cisa-2025-06']),
    restart: some(restarts),
    environment: some(['server', 'client']),
    knownIssues: some(['yes', 'unread', 'no']),
    lab: some(labStates),
    triage: some(triageOptions),
    assignee: some(['me', 'nobody', 'anyone', 'Ito', 'Doe%2C Jane (50%25)']),
    due: some(['overdue', '0-3', '4-14', '15-60', 3, 0, '10-20', 'none']),
    mine: some(['to-install', 'affected', 'not-affected']),
    replaced: some(['yes', 'no']),
    held: some(['yes', 'no']),
    changed: some(['exploit-up', 'text', 'new']),
    changedSince: oneOf(['3']),
    publishedFrom: day,
    publishedTo: day,
    platform: fc.uniqueArray(platformId, { minLength: 1, maxLength: 2 }).map((chosen) => chosen.join(',')),
    q: oneOf(['MS05', 'windows', '日本語', '2005-0']),
    sort: oneOf([...sortOrders, ...sortOrders.map((order) => `-${order}` as const)]),
  },
  { requiredKeys: [] },
)
