/** Bulletins that say all that a bulletin can say: what the rules of the domain do not look at, too. */
import fc from 'fast-check'
import { type Bulletin, type Vulnerability, remedyKinds } from '../../src/contract/bulletin.ts'
import type { Text } from '../../src/contract/text.ts'
import { documentStatuses, productStatuses, tlps, vexReasons } from '../../src/contract/document-vocabulary.ts'
import { exploitabilities, restarts } from '../../src/contract/vocabulary.ts'
import { bulletin, platforms } from './arbitraries.ts'
import { groupRatings, singleRatings } from '../../src/domain/bulletin/ratings.ts'

const oneOf = <const T>(words: readonly T[]) => fc.constantFrom(...words)
const prose = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const text: fc.Arbitrary<Text> = fc.oneof(
  fc.record({ ja: prose, en: prose }),
  fc.record({ en: prose }),
  fc.record({ other: fc.record({ lang: oneOf(['de', 'zh-Hans']), text: prose }) }),
)
const day = oneOf(['2005-04-13', '2005-04-28'])
const url = oneOf(['https://example.org/', 'https://example.org/a?b=%20c'])
const ids = platforms.map(({ id }) => id)
const some = fc.subarray(ids).map((chosen) => [...chosen])

/** Scores that their vectors give, and scores that they do not. */
const scores = [
  { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
  { version: '3.0', vector: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H', score: 7.5 },
  { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 1 },
  { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', score: 10 },
  { version: '2.0', vector: 'AV:N/AC:M/Au:N/C:P/I:P/A:P/E:F/RL:OF/RC:C', score: 6.8 },
  { version: '2.0', vector: 'AV:L', score: 10 },
  { version: '4.0', vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', score: 9.3 },
]
const score = fc.record(
  { given: oneOf(scores), temporal: oneOf([5, 9.1]), platforms: some },
  { requiredKeys: ['given', 'platforms'] },
)

const cwe = oneOf([
  { id: 'CWE-79', name: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')" },
  { id: 'CWE-79', name: 'another name' },
  { id: 'CWE-416' },
])

const more = fc.record(
  {
    summary: text,
    mitigations: text,
    scores: fc.array(
      score.map(({ given, ...rest }) => ({ ...given, ...rest })),
      { maxLength: 3 },
    ),
    cwes: fc.array(cwe, { maxLength: 2 }),
    component: prose,
    exploitability: fc.record({ latest: oneOf(exploitabilities), denialOfService: prose }, { requiredKeys: [] }),
    knownExploited: fc.record(
      { addedOn: day, dueOn: day, requiredAction: prose, ransomware: fc.boolean() },
      { requiredKeys: ['addedOn'] },
    ),
    customerAction: oneOf(['required', 'not-required'] as const),
    faq: text,
    acknowledgements: fc.array(text, { maxLength: 2 }),
    notes: fc.array(fc.record({ title: text, text }, { requiredKeys: ['text'] }), { maxLength: 2 }),
    references: fc.array(fc.record({ kind: fc.constant('other' as const), title: text, url }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)

const said = fc.record({ status: oneOf(productStatuses), reason: oneOf(vexReasons) }, { requiredKeys: [] })

/** A vulnerability with some of what it can say besides, and of each platform a status or a reason. */
const withMore = (flaw: Vulnerability): fc.Arbitrary<Vulnerability> =>
  fc
    .tuple(more, fc.tuple(...singleRatings(flaw.ratings).map((rating) => said.map((each) => ({ ...rating, ...each })))))
    .map(([given, ratings]) => ({ ...flaw, ...given, ratings: groupRatings(ratings) }))

const remedy = fc.record(
  {
    kind: oneOf(remedyKinds),
    text,
    platforms: some,
    vulnerabilities: fc.array(fc.constant('CAN-2005-0001'), { maxLength: 1 }),
    url,
    on: day,
    restart: oneOf(restarts),
  },
  { requiredKeys: ['kind', 'text', 'platforms', 'vulnerabilities'] },
)

const fix = fc.record(
  {
    name: oneOf(['KB893066', 'one.msi']),
    platforms: some,
    url,
    fixedBuild: oneOf(['10.0.1.2']),
    files: fc.constant<never[]>([]),
  },
  { requiredKeys: ['name', 'platforms', 'files'] },
)

const besides = fc.record(
  {
    analysis: text,
    action: text,
    restartNote: text,
    remedies: fc.array(remedy, { maxLength: 2 }),
    packages: fc.array(fix, { maxLength: 2 }),
    revisions: fc.array(fc.record({ number: oneOf(['1.0', '2']), on: day, summary: text }), { maxLength: 2 }),
    alternatives: fc.array(
      fc.record({ bulletin: fc.constant('KB893067'), kind: oneOf(['hotpatch', 'baseline'] as const), platforms: some }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
)

const source = fc.record(
  {
    kind: fc.constant('csaf' as const),
    document: prose,
    retrievedAt: fc.constant(null),
    tlp: oneOf(tlps),
    namespace: url,
    trackingId: prose,
    version: oneOf(['1', '1.0.0']),
    status: oneOf(documentStatuses),
  },
  { requiredKeys: ['kind', 'document', 'retrievedAt'] },
)

/** Any bulletin, with any of the fields that one may have. */
export const wholeBulletin: fc.Arbitrary<Bulletin> = fc
  .tuple(bulletin, besides, source)
  .chain(([given, rest, from]) =>
    fc
      .tuple(...given.vulnerabilities.map(withMore))
      .map((vulnerabilities) => ({ ...given, ...rest, source: from, vulnerabilities })),
  )
