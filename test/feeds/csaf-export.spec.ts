import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin, Vulnerability } from '../../src/contract/bulletin.ts'
import type { Platform } from '../../src/contract/platform.ts'
import { advisoryOf, fileNameOf } from '../../src/feeds/csaf/export/advisory.ts'
import { baseScore, baseScore2, cvssSeverity } from '../../src/feeds/csaf/export/cvss.ts'
import { platformIdsIn } from '../../src/feeds/csaf/export/data-note.ts'
import { importCsaf } from '../../src/feeds/csaf/import.ts'
import { validateAdvisory } from '../../src/feeds/csaf/validate.ts'
import { importMsrcCvrf } from '../../src/feeds/msrc-cvrf/import.ts'
import { readContent } from '../../src/server/content.ts'
import { importDocument } from '../../src/server/imports/import-document.ts'
import { platforms as somePlatforms } from '../support/arbitraries.ts'
import { wholeBulletin } from '../support/whole-bulletin.ts'
import { contentStore } from '../support/content-store.ts'
import { advisory } from './advisory.ts'
import { hasRealDocuments, realFiles, realFolder } from '../support/real-documents.ts'

/** As much of an advisory as tests change. */
type Exported = {
  document: { title: string; notes: { text: string }[] }
  vulnerabilities: object[]
}

const namespace = 'https://reports.example'
const content = await readContent()
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const exported = (bulletin: Bulletin, platforms: readonly Platform[], language: 'ja' | 'en' = 'ja') =>
  advisoryOf(bulletin, { language, namespace, platforms })
const violations = async (bulletin: Bulletin, platforms: readonly Platform[], language: 'ja' | 'en' = 'ja') =>
  (await validateAdvisory(exported(bulletin, platforms, language))).problems.map((problem) => ({
    id: bulletin.id,
    ...problem,
  }))

const ms05019 = content.bulletins.find(({ id }) => id === 'MS05-019')
if (ms05019 === undefined) throw new Error('MS05-019 is needed')
const original: Bulletin = ms05019

describe('an exported advisory', () => {
  it.each(content.bulletins)('passes the schema and every mandatory test: $id', async (bulletin) => {
    expect(await violations(bulletin, content.platforms, 'ja')).toEqual([])
    expect(await violations(bulletin, content.platforms, 'en')).toEqual([])
  })

  it('passes them whatever a bulletin says', async () => {
    await fc.assert(
      fc.asyncProperty(wholeBulletin, fc.constantFrom('ja', 'en'), async (bulletin, language) => {
        expect(await validateAdvisory(exported(bulletin, somePlatforms, language))).toEqual({
          problems: [],
          warnings: [],
        })
      }),
      { numRuns: 150 },
    )
  })

  it('says of a known issue in which state it is, and by which fix it is resolved', () => {
    const issue = { id: 'issue-1', title: { en: 'Sign-in fails' }, platforms: [], references: [] }
    const resolved = { ...issue, state: 'resolved' as const, resolvedIn: ['KB5063060'] }
    const { document } = exported({ ...original, knownIssues: [resolved] }, content.platforms, 'en') as Exported
    expect(document.notes.map(({ text }) => text)).toContain('issue-1 | Sign-in fails | resolved | KB5063060')
  })

  it.each<{ what: string; change: Partial<Bulletin> }>([
    { what: 'no vulnerabilities', change: { vulnerabilities: [] } },
    { what: 'nothing but a title', change: { vulnerabilities: [], platforms: [], packages: [], revisions: [] } },
    {
      what: 'the same CVE twice',
      change: { vulnerabilities: original.vulnerabilities.map((flaw) => ({ ...flaw, cve: 'CVE-2005-0048' })) },
    },
    {
      what: 'a vulnerability of which no platform is known',
      change: { vulnerabilities: original.vulnerabilities.map((flaw) => ({ ...flaw, ratings: [] })) },
    },
    {
      what: 'scores that are none',
      change: {
        vulnerabilities: original.vulnerabilities.map((flaw) => ({
          ...flaw,
          cvss: { version: '3.1', vector: 'CVSS:3.1/AV:N', score: 9.8 },
        })),
      },
    },
    {
      what: 'revisions that are numbered in words, in no order',
      change: { revisions: original.revisions.toReversed() },
    },
    { what: 'a label of TLP 2.0', change: { source: { ...original.source, tlp: 'AMBER+STRICT' } } },
    { what: 'an id of strange letters', change: { id: 'A.b:C_d-1' } },
  ])('passes them with $what', async ({ change }) => {
    expect(await violations({ ...original, ...change }, content.platforms)).toEqual([])
  })

  it('carries in notes what CSAF has no field for', () => {
    const text = JSON.stringify(exported({ ...original, restart: 'maybe' }, content.platforms, 'en'))
    expect(text).toContain('"title":"Restart","text":"maybe"')
    expect(text).toContain('Windows 2000 Professional SP3 | unrecorded')
    expect(text).toMatch(/"Rollout times","text":"[^"]*machines: 50 \| 18 min/)
    expect(text).toContain('Source')
    expect(text).not.toContain('restart_required')
    expect(JSON.stringify(exported(original, content.platforms))).toContain('"restart_required":{"category":"system"}')
  })

  it('says nothing in a language that it has not, but what there is in the other', () => {
    const [japanese, english] = [exported(original, [], 'ja'), exported({ ...original, title: { ja: '題' } }, [], 'en')]
    expect(JSON.stringify(japanese)).toContain('"lang":"ja"')
    expect(english).toMatchObject({ document: { lang: 'en', title: '題' } })
  })

  it('is named as the standard says', () => {
    expect(['MS05-019', 'A.b:C_d+1', 'KB5079473'].map(fileNameOf)).toEqual([
      'ms05-019.json',
      'a_b_c_d+1.json',
      'kb5079473.json',
    ])
  })
})

describe('an advisory of ours that comes back', () => {
  const edited = (change: (advisory: Exported) => void) => {
    const advisory = structuredClone(exported(original, content.platforms)) as Exported
    change(advisory)
    return advisory
  }

  it.each(content.bulletins)('is the bulletin that it was, in either language: $id', async (bulletin) => {
    for (const language of ['ja', 'en'] as const) {
      const back = await importCsaf(bytes(exported(bulletin, content.platforms, language)))
      expect(back).toMatchObject({ document: null, problems: [], warnings: [] })
      expect(back.bulletins).toEqual([bulletin])
      const mentioned = platformIdsIn(bulletin)
      expect(back.platforms).toEqual(content.platforms.filter(({ id }) => mentioned.has(id)))
    }
  })

  it('is the bulletin that it was, whatever that says', async () => {
    await fc.assert(
      fc.asyncProperty(wholeBulletin, fc.constantFrom('ja', 'en'), async (bulletin, language) => {
        const { bulletins, problems } = await importCsaf(bytes(exported(bulletin, somePlatforms, language)))
        expect(problems).toEqual([])
        expect(bulletins).toEqual([bulletin])
      }),
      { numRuns: 100 },
    )
  })

  it('is taken in whatever order its fields are, with white space or without', async () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, item]) => [key, reversed(item)]),
          )
        : Array.isArray(value)
          ? value.map(reversed)
          : value
    const text = JSON.stringify(reversed(exported(original, content.platforms)), null, 2)
    expect((await importCsaf(new TextEncoder().encode(text))).bulletins).toEqual([original])
  })

  it.each<{ what: string; change: (advisory: Exported) => void }>([
    { what: 'its title', change: ({ document }) => Object.assign(document, { title: 'another' }) },
    { what: 'a score less', change: ({ vulnerabilities: [flaw] }) => Reflect.deleteProperty(flaw ?? {}, 'threats') },
    {
      what: 'the data',
      change: ({ document }) => {
        const note = document.notes.at(-1)
        if (note !== undefined) note.text = note.text.replace('MS05-019', 'MS05-020')
      },
    },
    {
      what: 'data of another form',
      change: ({ document }) => Object.assign(document.notes.at(-1) ?? {}, { text: 'x' }),
    },
  ])('is refused in one sentence where it was changed: $what', async ({ change }) => {
    const { bulletins, problems } = await importCsaf(bytes(edited(change)))
    expect(bulletins).toEqual([])
    expect(problems).toEqual([
      {
        place: expect.stringMatching(/^\/document\/notes\/\d+$/) as unknown,
        rule: null,
        message: 'was exported by HotFix Report and changed afterwards: export it again, and import that',
        reason: 'changed-export',
      },
    ])
  })

  it('is read like any other where somebody has taken the data out', async () => {
    const { bulletins } = await importCsaf(bytes(edited(({ document }) => document.notes.pop())))
    expect(bulletins).toMatchObject([{ id: 'MS05-019', source: { kind: 'csaf' } }])
  })

  it('changes nothing in the database that it came from', async () => {
    const store = await contentStore()
    const platforms = await store.platforms()
    for (const { id } of content.bulletins) {
      const before = await store.find(id)
      if (before === null) throw new Error(`${id} is on file`)
      const advisory = exported(before, platforms, 'en')
      const report = await importDocument(store, { name: id, bytes: bytes(advisory) }, { keepGoing: false })
      expect(report.saved).toEqual([{ id, outcome: 'unchanged', changes: [] }])
      expect(await store.find(id)).toEqual(before)
    }
  })
})

describe('what other readers see in an advisory of ours', () => {
  const [first] = original.vulnerabilities
  if (first === undefined) throw new Error('MS05-019 has vulnerabilities')
  const [one = '', two = '', three = ''] = first.ratings.flatMap(({ platforms }) => platforms)
  const told = (change: Partial<Vulnerability>, more: Partial<Bulletin> = {}) =>
    exported({ ...original, ...more, vulnerabilities: [{ ...first, ...change }] }, content.platforms, 'en')

  it('is every product in the list that its status says, and why one is not affected', () => {
    const ratings = [
      { platforms: [one], rating: 2, status: 'fixed' },
      { platforms: [two], rating: 'unrated', status: 'under-investigation' },
      { platforms: [three], rating: 'none', reason: 'vulnerable-code-not-present' },
    ] satisfies Vulnerability['ratings']
    expect(told({ ratings })).toMatchObject({
      vulnerabilities: [
        {
          product_status: { fixed: [one], under_investigation: [two], known_not_affected: [three] },
          flags: [{ label: 'vulnerable_code_not_present', product_ids: [three] }],
          threats: expect.arrayContaining([
            { category: 'impact', details: 'Severity: Important', product_ids: [one] },
          ]) as unknown,
        },
      ],
    })
  })

  it('is every score that its vector gives, and the others in words', () => {
    const scores = [
      { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8, platforms: [one] },
      { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', score: 10, platforms: [one, two] },
      { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 1, platforms: [two] },
    ]
    expect(told({ scores })).toMatchObject({
      vulnerabilities: [
        {
          scores: [
            { products: [one], cvss_v3: { baseScore: 9.8, baseSeverity: 'CRITICAL' } },
            { products: [one, two], cvss_v2: { baseScore: 10 } },
          ],
          notes: expect.arrayContaining([
            {
              category: 'details',
              title: 'CVSS',
              text: 'CVSS 3.1: 1 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            },
          ]) as unknown,
        },
      ],
    })
  })

  it('is the weakness by its right name, questions and answers, and advice', () => {
    const name = "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"
    const remedies: Bulletin['remedies'] = [
      { kind: 'workaround', text: { en: 'Pull the plug.' }, platforms: [one], vulnerabilities: [first.id] },
    ]
    const advisory = told({ cwes: [{ id: 'CWE-79', name }], faq: { en: 'Is it bad? Yes.' } }, { remedies })
    expect(advisory).toMatchObject({ vulnerabilities: [{ cwe: { id: 'CWE-79', name } }] })
    const text = JSON.stringify(advisory)
    expect(text).toContain('{"category":"faq","text":"Is it bad? Yes."}')
    expect(text).toContain(`{"category":"workaround","details":"Pull the plug.","product_ids":["${one}"]}`)
  })

  it.each([
    { tlp: 'CLEAR', distribution: { tlp: { label: 'WHITE' }, text: 'TLP:CLEAR' } },
    { tlp: 'AMBER', distribution: { tlp: { label: 'AMBER' } } },
    { tlp: 'AMBER+STRICT', distribution: { tlp: { label: 'RED' }, text: 'TLP:AMBER+STRICT' } },
  ] as const)('is TLP:$tlp by a label that is no weaker', ({ tlp, distribution }) => {
    const source = { ...original.source, tlp }
    expect(exported({ ...original, source }, content.platforms)).toMatchObject({ document: { distribution } })
  })

  it.each(['draft', 'interim'] as const)('is that it is a %s', (status) => {
    const source = { ...original.source, status }
    expect(exported({ ...original, source }, content.platforms)).toMatchObject({ document: { tracking: { status } } })
  })
})

describe('a CVSS score', () => {
  // Worked examples of the calculator that FIRST publishes.
  it.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8, 'CRITICAL'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10, 'CRITICAL'],
    ['CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:C', 7.8, 'HIGH'],
    ['CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.5, 'HIGH'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1, 'MEDIUM'],
    ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N', 1.6, 'LOW'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0, 'NONE'],
  ])('of %s is %d, %s', (vector, score, word) => {
    expect(baseScore(vector)).toBe(score)
    expect(cvssSeverity(score)).toBe(word)
  })

  // Worked examples of the guide to CVSS 2.0.
  it.each([
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8],
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C', 10],
    ['AV:L/AC:H/Au:N/C:C/I:C/A:C', 6.2],
    ['AV:N/AC:L/Au:N/C:N/I:N/A:N', 0],
    ['AV:N/AC:L', null],
  ])('of 2.0, of %s, is %d', (vector, score) => expect(baseScore2(vector)).toBe(score))

  it.each(['', 'AV:N/AC:L', 'CVSS:4.0/AV:N/AC:L/AT:N', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/A:H'])(
    'is none for %j',
    (vector) => expect(baseScore(vector)).toBeNull(),
  )
})

describe('an advisory that was imported', () => {
  it('is exported again', async () => {
    const { bulletins, platforms } = await importCsaf(bytes(advisory()))
    const [bulletin] = bulletins
    expect(bulletin && (await violations(bulletin, platforms, 'en'))).toEqual([])
    expect(JSON.stringify(bulletin && exported(bulletin, platforms))).toContain('"cvss_v3"')
  })
})

describe.skipIf(!hasRealDocuments)('the real documents', { timeout: 120_000 }, () => {
  it('of CISA are imported, and exported again', async () => {
    const files = realFiles('csaf-cisa', '.json')
    expect(files).toHaveLength(150)
    const found = []
    for (const file of files) {
      const { bulletins, platforms, problems } = await importCsaf(readFileSync(file))
      expect([file, bulletins.length, bulletins.length === 1 ? null : problems[0]]).toEqual([file, 1, null])
      for (const bulletin of bulletins) found.push(...(await violations(bulletin, platforms, 'en')))
    }
    expect(found).toEqual([])
  })

  it('of Microsoft are exported', async () => {
    const { bulletins, platforms } = await importMsrcCvrf(
      readFileSync(join(realFolder('msrc-cvrf'), 'cvrfDocument-2025-Jun.xml')),
    )
    const found = []
    for (const bulletin of bulletins) found.push(...(await violations(bulletin, platforms, 'en')))
    expect(found).toEqual([])
    expect(bulletins.length).toBeGreaterThan(50)
  })
})
