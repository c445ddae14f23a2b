import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import type { Platform } from '../../src/contract/platform.ts'
import { isAffected } from '../../src/domain/severity.ts'
import { advisoryOf, fileNameOf } from '../../src/feeds/csaf/export/advisory.ts'
import { baseScore, severityOf } from '../../src/feeds/csaf/export/cvss.ts'
import { importCsaf } from '../../src/feeds/csaf/import.ts'
import { judge } from '../../src/feeds/csaf/validate.ts'
import { importMsrcCvrf } from '../../src/feeds/msrc-cvrf/import.ts'
import { readContent } from '../../src/server/content.ts'
import { bulletin as anyBulletin, platforms as somePlatforms } from '../support/arbitraries.ts'
import { advisory } from './advisory.ts'

const namespace = 'https://reports.example'
const content = await readContent()
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const exported = (bulletin: Bulletin, platforms: readonly Platform[], language: 'ja' | 'en' = 'ja') =>
  advisoryOf(bulletin, { language, namespace, platforms })
const violations = async (bulletin: Bulletin, platforms: readonly Platform[], language: 'ja' | 'en' = 'ja') =>
  (await judge(exported(bulletin, platforms, language))).problems.map((problem) => ({ id: bulletin.id, ...problem }))

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
      fc.asyncProperty(anyBulletin, async (bulletin) => {
        expect(await violations(bulletin, somePlatforms)).toEqual([])
      }),
      { numRuns: 60 },
    )
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

  it('gives back what it was made of', async () => {
    for (const bulletin of content.bulletins) {
      const { bulletins } = await importCsaf(bytes(exported(bulletin, content.platforms)))
      const [again] = bulletins
      expect(again).toMatchObject({
        id: bulletin.id,
        severity: bulletin.severity,
        publishedOn: bulletin.publishedOn,
        updatedOn: bulletin.updatedOn,
      })
      const cves = ({ vulnerabilities }: Bulletin) => new Set(vulnerabilities.flatMap(({ cve }) => cve ?? []))
      expect(cves(again ?? bulletin)).toEqual(cves(bulletin))
      const affected = ({ platforms }: Bulletin) => platforms.filter(({ rating }) => isAffected(rating)).length
      expect(affected(again ?? bulletin)).toBe(affected(bulletin))
    }
  })

  it('keeps how severe a vulnerability is on each platform', async () => {
    const { bulletins } = await importCsaf(bytes(exported(original, content.platforms)))
    const ratings = (bulletin: Bulletin | undefined) =>
      bulletin?.vulnerabilities.map((flaw) => flaw.ratings.map(({ rating }) => String(rating)).toSorted())
    expect(ratings(bulletins[0])).toEqual(ratings(original))
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
    expect(severityOf(score)).toBe(word)
  })

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

// Documents as their publishers wrote them; they are not part of the project.
const real = join('..', 'shared', 'data')

describe.skipIf(!existsSync(real))('the real documents', { timeout: 120_000 }, () => {
  it('of CISA are exported again', async () => {
    const folder = join(real, 'csaf-cisa')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    const found = []
    for (const file of files) {
      const { bulletins, platforms } = await importCsaf(readFileSync(join(folder, file)))
      for (const bulletin of bulletins) found.push(...(await violations(bulletin, platforms, 'en')))
    }
    expect(found).toEqual([])
  })

  it('of Microsoft are exported', async () => {
    const { bulletins, platforms } = await importMsrcCvrf(
      readFileSync(join(real, 'msrc-cvrf', 'cvrfDocument-2025-Jun.xml')),
    )
    const found = []
    for (const bulletin of bulletins) found.push(...(await violations(bulletin, platforms, 'en')))
    expect(found).toEqual([])
    expect(bulletins.length).toBeGreaterThan(50)
  })
})
