import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bulletin } from '../../../src/contract/bulletin.ts'
import type { ChangeKind } from '../../../src/contract/changes.ts'
import { changesBetween } from '../../../src/domain/revisions/changes.ts'
import { mutationsOf, sampleOf, type Mutation } from '../../support/mutations.ts'

const pair = (subject: 'vulnerability' | 'platform' | 'package' | 'known-issue' | 'supersedence') =>
  [`${subject}-added`, `${subject}-removed`] as ChangeKind[]

/** By which kind a change of a field is told; a field that is not here has to be decided on. */
const kindsOf: Record<string, ChangeKind | ChangeKind[]> = {
  // The same bulletin, and dates alone.
  id: [],
  updatedOn: [],
  revision: [],
  revisions: [],
  'source.retrievedAt': [],
  'source.version': [],
  'source.releasedAt': [],
  kb: 'details',
  title: 'text',
  publishedOn: 'published',
  severity: ['severity-up', 'severity-down'],
  impact: 'impact',
  'urgency.level': 'urgency',
  'urgency.basis': 'urgency',
  'urgency.why': 'text',
  exploit: ['exploit-up', 'exploit-down'],
  disclosure: 'disclosure',
  restart: 'restart',
  restartNote: 'text',
  uninstall: 'uninstall',
  environments: 'details',
  supersedes: pair('supersedence'),
  action: 'text',
  analysis: 'text',
  'vulnerabilities[]': pair('vulnerability'),
  'vulnerabilities[].id': pair('vulnerability'),
  'vulnerabilities[].cve': 'details',
  'vulnerabilities[].title': 'text',
  'vulnerabilities[].revision': [],
  'vulnerabilities[].impact': 'impact',
  'vulnerabilities[].disclosure': 'disclosure',
  'vulnerabilities[].exploit': ['exploit-up', 'exploit-down'],
  'vulnerabilities[].summary': 'text',
  'vulnerabilities[].mitigations': 'text',
  'vulnerabilities[].cvss': 'score',
  'vulnerabilities[].scores': ['score', 'details'],
  'vulnerabilities[].cwes': 'details',
  'vulnerabilities[].component': 'details',
  'vulnerabilities[].exploitability': 'exploitability',
  'vulnerabilities[].knownExploited': 'known-exploited',
  'vulnerabilities[].customerAction': 'customer-action',
  'vulnerabilities[].faq': 'text',
  'vulnerabilities[].acknowledgements': 'text',
  'vulnerabilities[].notes': 'text',
  'vulnerabilities[].references': 'link',
  'vulnerabilities[].ratings': 'vulnerability-rerated',
  'platforms[]': pair('platform'),
  'platforms[].platform': pair('platform'),
  'platforms[].rating': ['platform-rerated', 'platform-removed'],
  'platforms[].status': 'platform-rerated',
  'platforms[].reason': 'platform-rerated',
  'platforms[].note': 'text',
  'packages[]': pair('package'),
  'packages[].name': 'package-replaced',
  'packages[].platforms': pair('package'),
  'packages[].url': 'link',
  'packages[].date': 'package-replaced',
  'packages[].version': 'package-replaced',
  'packages[].size': 'package-replaced',
  'packages[].updateName': 'details',
  'packages[].fixedBuild': 'package-replaced',
  'packages[].supersedes': pair('supersedence'),
  'packages[].files': 'package-replaced',
  alternatives: 'details',
  remedies: 'remedy',
  'remedies[].url': 'link',
  tests: 'lab',
  'knownIssues[]': pair('known-issue'),
  'knownIssues[].id': pair('known-issue'),
  'knownIssues[].title': 'known-issue-changed',
  'knownIssues[].symptom': 'known-issue-changed',
  'knownIssues[].platforms': 'known-issue-changed',
  'knownIssues[].references': 'link',
  'knownIssues[].workaround': 'known-issue-changed',
  'knownIssues[].by': 'known-issue-changed',
  'knownIssues[].on': 'known-issue-changed',
  'knownIssues[].state': ['known-issue-changed', 'known-issue-resolved', 'known-issue-reopened'],
  'knownIssues[].resolvedIn': 'known-issue-changed',
  'knownIssues[].resolution': 'known-issue-changed',
  'knownIssues[].resolved': 'known-issue-changed',
  'knownIssues[].reopened': 'known-issue-changed',
  supportPages: 'details',
  'supportPages[].url': 'link',
  'supportPages[].readOn': [],
  lifecycle: 'support',
  detection: 'details',
  verification: 'details',
  rollout: 'details',
  consoles: 'details',
  references: 'link',
  'source.kind': 'details',
  'source.document': 'details',
  'source.namespace': 'details',
  'source.trackingId': 'details',
  'source.tlp': 'tlp',
  'source.status': ['document-status', 'withdrawn'],
}

/** The field of a path: the longest beginning of it that is a field of the table. Lists of which only items have a row are none. */
function fieldOf(path: string): string | undefined {
  const plain = path.replaceAll('?', '')
  const isPart = (field: string) =>
    !field.endsWith('[]') && new RegExp(`^${RegExp.escape(field)}(\\.|\\[|$)`).test(plain)
  return Object.keys(kindsOf)
    .filter((field) => field === plain || isPart(field))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** Says something in every field. */
const before = { ...(sampleOf(Bulletin) as Bulletin), supersedes: ['KB5001'] }
const mutations = [...mutationsOf(Bulletin, before)]
const kinds = ({ value }: Mutation) => changesBetween(before, value as Bulletin).map(({ kind }) => kind)

/** A value with the items of every list and the keys of every object in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  const mixed = <T>(list: readonly T[]) =>
    list.map((item) => ({ item, place: random() })).toSorted((a, b) => a.place - b.place)
  if (Array.isArray(value)) return mixed(value).map(({ item }) => shuffled(item, random))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(mixed(Object.entries(value)).map(({ item: [key, each] }) => [key, shuffled(each, random)]))
}

describe('every field of a bulletin', () => {
  it('has a kind by which its change is told, or is a mere date', () => {
    expect(mutations.length).toBeGreaterThan(400)
    expect(mutations.filter(({ path }) => fieldOf(path) === undefined).map(({ path }) => path)).toEqual([])
  })

  it('tells its change by that kind, and by no other', () => {
    const wrong = mutations.flatMap((mutation) => {
      const expected = [kindsOf[fieldOf(mutation.path) ?? ''] ?? []].flat()
      const told = kinds(mutation)
      const isRight = expected.length === 0 ? told.length === 0 : told.length > 0
      return isRight && told.every((kind) => expected.includes(kind)) ? [] : [{ path: mutation.path, told }]
    })
    expect(wrong).toEqual([])
  })

  it('tells nothing where lists and keys only have another order', () => {
    // Several items in every list.
    const rich = mutations.filter(({ path }) => path.endsWith('[]')).map(({ value }) => value as Bulletin)
    fc.assert(
      fc.property(
        fc.constantFrom(...rich),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (bulletin, stream) => {
          const random = () => Number(stream.next().value)
          expect(changesBetween(bulletin, shuffled(bulletin, random) as Bulletin)).toEqual([])
        },
      ),
    )
  })

  it('counts what is said twice once', () => {
    const twice = {
      ...before,
      vulnerabilities: [...before.vulnerabilities, ...before.vulnerabilities],
      packages: [...before.packages, ...before.packages],
      references: [...before.references, ...before.references],
    }
    expect(changesBetween(before, twice)).toEqual([])
  })
})
