import { describe, expect, it } from 'vitest'
import type { Vulnerability as OurVulnerability, VulnerabilityRating } from '../../src/contract/bulletin.ts'
import { bulletinOf } from '../../src/feeds/csaf/bulletin.ts'
import type { Advisory, Remediation, CsafVulnerability } from '../../src/feeds/csaf/document.ts'
import { severityOf } from '../../src/feeds/csaf/severity-words.ts'
import { advisoryWith, branchTo } from './csaf-parts.ts'
import { singleRatings } from '../../src/domain/bulletin/ratings.ts'

/** The bulletin of an advisory on the products One, Two and Three of Example Pumps. */
function saying(flaw: CsafVulnerability, document: Partial<Advisory['document']> = {}) {
  const names = ['One', 'Two', 'Three']
  const tree = { full_product_names: names.map((name) => ({ product_id: name, name })) }
  return bulletinOf(advisoryWith(tree, [{ cve: 'CVE-2031-0001', ...flaw }], document)).bulletin
}

/** The first vulnerability of a bulletin. */
function flawOf({ vulnerabilities: [flaw] }: { vulnerabilities: OurVulnerability[] }): OurVulnerability {
  if (flaw === undefined) throw new Error('no vulnerability')
  return flaw
}

/** What is said of each product: `one: 2`, `two: none, fixed`. */
const said = (ratings: readonly VulnerabilityRating[]) =>
  ratings.map(({ platform, rating, status, reason }) =>
    [`${platform.replace('example-pumps--', '')}: ${rating}`, status, reason].filter(Boolean).join(', '),
  )

const v3 = (baseScore: number, baseSeverity: string, version = '3.1') => ({
  version,
  vectorString: `CVSS:${version}/AV:N`,
  baseScore,
  baseSeverity,
})
const v2 = (baseScore: number) => ({ version: '2.0', vectorString: 'AV:N', baseScore })

describe('the severity on a product', () => {
  const affected = { known_affected: ['One', 'Two'] }
  const critical = [{ products: ['One', 'Two'], cvss_v3: v3(9.8, 'CRITICAL') }]

  it('is the word that its publisher has for that product, and the worst is that of the bulletin', () => {
    const bulletin = saying(
      {
        product_status: affected,
        scores: critical,
        threats: [
          { category: 'impact', details: 'Moderate', product_ids: ['One'] },
          { category: 'impact', details: 'Important', product_ids: ['Two'] },
        ],
      },
      { aggregate_severity: { text: 'Low' } },
    )
    expect(said(bulletin.platforms)).toEqual(['one: 3', 'two: 2'])
    expect(said(singleRatings(flawOf(bulletin).ratings))).toEqual(['one: 3', 'two: 2'])
    expect(bulletin.severity).toBe(2)
  })

  it('is a word that is said of no product for all of them', () => {
    const threats = [{ category: 'impact', details: 'Severity: Low' }]
    expect(said(saying({ product_status: affected, scores: critical, threats }).platforms)).toEqual([
      'one: 4',
      'two: 4',
    ])
  })

  it('is else that of its score, and else that of the document', () => {
    const scores = [{ products: ['One'], cvss_v3: v3(9.8, 'CRITICAL') }]
    const { platforms } = saying({ product_status: affected, scores }, { aggregate_severity: { text: 'Moderate' } })
    expect(said(platforms)).toEqual(['one: 1', 'two: 3'])
  })

  it('is not known where nobody says it', () => {
    const bulletin = saying({ product_status: affected })
    expect(said(bulletin.platforms)).toEqual(['one: unrated', 'two: unrated'])
    expect(bulletin.severity).toBeNull()
  })

  it('is that of the document where it names no product', () => {
    expect(saying({}, { aggregate_severity: { text: 'hoch' } }).severity).toBe(2)
  })

  it.each([
    [10, 2],
    [7, 2],
    [6.9, 3],
    [4, 3],
    [3.9, 4],
    [0, 'unrated'],
  ])('by CVSS 2.0 alone of %d is %s', (score, rating) => {
    const { platforms } = saying({ product_status: affected, scores: [{ products: ['One'], cvss_v2: v2(score) }] })
    expect(platforms[0]?.rating).toBe(rating)
  })
})

it.each([
  ['Critical', 1],
  ['緊急', 1],
  ['kritisch', 1],
  ['critique', 1],
  ['crítico', 1],
  ['Important', 2],
  ['hoch', 2],
  ['hoog', 2],
  ['Élevée', 2],
  ['重要', 2],
  ['高', 2],
  ['Severity: High', 2],
  ['Schweregrad: mittel', 3],
  ['gemiddeld', 3],
  ['moyenne', 3],
  ['警告', 3],
  ['中', 3],
  ['niedrig', 4],
  ['laag', 4],
  ['faible', 4],
  ['注意', 4],
  ['低', 4],
  ['None', null],
  ['Critical for pumps, harmless elsewhere', null],
  ['', null],
])('"%s" is the severity %s', (text, severity) => {
  expect(severityOf(text)).toBe(severity)
})

describe('the score that counts', () => {
  it.each([
    ['3.1 before a higher one of 3.0', [{ cvss_v3: v3(5, 'MEDIUM') }, { cvss_v3: v3(9, 'CRITICAL', '3.0') }], '3.1'],
    ['3.1 before a higher one of 2.0', [{ cvss_v2: v2(10), cvss_v3: v3(5, 'MEDIUM') }], '3.1'],
    ['3.0 before 4.0', [{ cvss_v4: v3(9, 'CRITICAL', '4.0'), cvss_v3: v3(5, 'MEDIUM', '3.0') }], '3.0'],
    ['4.0 before 2.0', [{ cvss_v2: v2(10), cvss_v4: v3(5, 'MEDIUM', '4.0') }], '4.0'],
    ['2.0 where there is no other', [{ cvss_v2: v2(5) }], '2.0'],
  ])('is %s', (_, scores, version) => {
    const flaw = {
      product_status: { known_affected: ['One'] },
      scores: scores.map((each) => ({ ...each, products: ['One'] })),
    }
    expect(flawOf(saying(flaw)).cvss).toMatchObject({ version })
  })

  it('is kept with all others, each with its platforms and its temporal score', () => {
    const same = { ...v3(9.8, 'CRITICAL'), temporalScore: 8.5 }
    const scores = [
      { products: ['One'], cvss_v3: same },
      { products: ['Two'], cvss_v3: same, cvss_v2: v2(10) },
    ]
    expect(flawOf(saying({ scores })).scores).toEqual([
      {
        version: '3.1',
        vector: 'CVSS:3.1/AV:N',
        score: 9.8,
        temporal: 8.5,
        platforms: ['example-pumps--one', 'example-pumps--two'],
      },
      { version: '2.0', vector: 'AV:N', score: 10, platforms: ['example-pumps--two'] },
    ])
  })
})

describe('the status of a product', () => {
  it.each([
    ['first_affected', 'one: 2, first-affected'],
    ['known_affected', 'one: 2'],
    ['last_affected', 'one: 2, last-affected'],
    ['under_investigation', 'one: 2, under-investigation'],
    ['first_fixed', 'one: none, first-fixed'],
    ['fixed', 'one: none, fixed'],
    ['recommended', 'one: none, recommended'],
    ['known_not_affected', 'one: none'],
  ])('in %s is "%s"', (list, text) => {
    const bulletin = saying({ product_status: { [list]: ['One'] } }, { aggregate_severity: { text: 'High' } })
    expect(said(singleRatings(flawOf(bulletin).ratings))).toEqual([text])
    expect(said(bulletin.platforms)).toEqual([text])
  })

  it('in several lists is the one that says the most', () => {
    const status = { known_affected: ['One'], last_affected: ['One'], fixed: ['Two'], recommended: ['Two'] }
    expect(said(singleRatings(flawOf(saying({ product_status: status })).ratings))).toEqual([
      'one: unrated, last-affected',
      'two: none, recommended',
    ])
  })

  it('has its reason where the product is not affected', () => {
    const flags = [{ label: 'component_not_present', product_ids: ['One', 'Two'] }]
    const status = { known_not_affected: ['One'], fixed: ['Two'] }
    expect(said(singleRatings(flawOf(saying({ product_status: status, flags })).ratings))).toEqual([
      'two: none, fixed',
      'one: none, component-not-present',
    ])
  })
})

describe('what is to be read', () => {
  const note = (title: string, text: string, category = 'other') => ({ category, title, text })

  it('stands under its titles, each once', () => {
    const notes = [note('Sectors', 'Water'), note('Practices', 'One.'), note('Practices', 'Two.'), note('', 'Three.')]
    const { analysis } = saying({}, { notes: [...notes, note('Terms', 'No.', 'legal_disclaimer')] })
    expect(analysis?.en).toBe('### Sectors\n\nWater\n\n### Practices\n\nOne.\n\nTwo.\n\nThree.')
  })

  it('thanks those who are thanked', () => {
    const acknowledgments = [{ names: ['A. Finder', 'B. Finder'], organization: 'Finders', summary: 'a report' }]
    expect(saying({}, { notes: [], acknowledgments }).analysis?.en).toBe(
      '### Acknowledgments\n\n- A. Finder, B. Finder (Finders): a report',
    )
    expect(flawOf(saying({ acknowledgments })).acknowledgements).toEqual([
      { en: 'A. Finder, B. Finder (Finders): a report' },
    ])
  })

  it('of a vulnerability is its description, questions and answers, and notes under their own titles', () => {
    const notes = [
      note('CVE description', 'It leaks.', 'description'),
      note('Is it bad?', 'Yes.', 'faq'),
      note('Researcher', 'Somebody', 'details'),
    ]
    const flaw = flawOf(saying({ notes, cwe: { id: 'CWE-79', name: 'Cross-site Scripting ' } }))
    expect(flaw.summary).toEqual({ en: 'It leaks.' })
    expect(flaw.faq).toEqual({ en: '### Is it bad?\n\nYes.' })
    expect(flaw.notes).toEqual([{ title: { en: 'Researcher' }, text: { en: 'Somebody' } }])
    expect(flaw.cwes).toEqual([{ id: 'CWE-79', name: 'Cross-site Scripting' }])
  })

  it('of a threat names the products that it is for', () => {
    const threats = [{ category: 'impact', details: 'The part was left out.', product_ids: ['One', 'Two'] }]
    expect(flawOf(saying({ product_status: { known_not_affected: ['One', 'Two'] }, threats })).notes).toEqual([
      { title: { ja: '影響', en: 'Impact' }, text: { en: '**One, Two**: The part was left out.' } },
    ])
  })

  it.each([
    ['ja-JP', { ja: 'Titel' }],
    ['en-GB', { en: 'Titel' }],
    ['de', { other: { lang: 'de', text: 'Titel' } }],
    ['zh-Hans', { other: { lang: 'zh-Hans', text: 'Titel' } }],
    [undefined, { en: 'Titel' }],
  ])('is in the language of the document: %s', (lang, title) => {
    expect(saying({}, { title: 'Titel', ...(lang !== undefined && { lang }) }).title).toEqual(title)
  })
})

describe('threats tell', () => {
  const flaw = (category: string, details: string) => flawOf(saying({ threats: [{ category, details }] }))

  it('in the words of Microsoft of attacks, of disclosure and of how likely attacks are', () => {
    const status = 'Publicly Disclosed:No;Exploited:Yes;Latest Software Release:Exploitation Detected;DOS:N/A'
    const { exploit, disclosure, exploitability, notes } = flaw('exploit_status', status)
    expect([exploit, disclosure, exploitability, notes]).toEqual([
      'exploited',
      'private',
      { latest: 'detected' },
      undefined,
    ])
  })

  it('by a link to CISA’s catalogue that it is exploited', () => {
    expect(flaw('exploit_status', 'CISA: https://www.cisa.gov/known-exploited-vulnerabilities-catalog').exploit).toBe(
      'exploited',
    )
  })

  it('in other words what is only to be read', () => {
    const { exploit, notes } = flaw('exploit_status', 'Proofs of concept go around.')
    expect([exploit, notes?.[0]?.text.en]).toEqual(['unknown', 'Proofs of concept go around.'])
  })
})

describe('a remediation', () => {
  const fix = (given: Partial<Remediation>): Remediation => ({
    category: 'vendor_fix',
    details: 'Update.',
    product_ids: ['One'],
    ...given,
  })
  const offered = (...remediations: Remediation[]) => {
    const { packages, remedies } = saying({ product_status: { known_affected: ['One', 'Two'] }, remediations })
    return { packages, remedies }
  }

  it.each([
    [
      '16.0.5508.1000:Security Update:https://e.example/help/5002744',
      'https://e.example/help/5002744',
      'KB5002744',
      '16.0.5508.1000',
    ],
    ['3.3.5-2:Security Update:https://e.example/x', 'https://e.example/x', '3.3.5-2', '3.3.5-2'],
    ['valve-2.0.5.bin', 'https://e.example/f', 'valve-2.0.5.bin', undefined],
    ['V5.20', 'https://e.example/f', 'V5.20', undefined],
    ['KB5002744', undefined, 'KB5002744', undefined],
  ])('of %s is a package by name', (details, url, name, fixedBuild) => {
    const { packages, remedies } = offered(fix({ details, ...(url !== undefined && { url }) }))
    expect(packages).toEqual([
      { name, platforms: ['example-pumps--one'], ...(url && { url }), ...(fixedBuild && { fixedBuild }), files: [] },
    ])
    expect(remedies).toBeUndefined()
  })

  it.each(['Update to V5.20 or later.', 'Update', 'V5.20'])('that says "%s" and no more is to be read', (details) => {
    const { packages, remedies } = offered(fix({ details }))
    expect(packages).toEqual([])
    expect(remedies?.map(({ text }) => text)).toEqual([{ en: details }])
  })

  it('that is said again of another product stands once', () => {
    const { remedies } = offered(
      fix({ category: 'mitigation', date: '2031-05-01T09:00:00Z' }),
      fix({ category: 'mitigation', date: '2031-05-01T09:00:00Z', product_ids: ['Two', 'One'] }),
      fix({ category: 'workaround' }),
    )
    expect(remedies).toEqual([
      {
        kind: 'mitigation',
        text: { en: 'Update.' },
        on: '2031-05-01',
        platforms: ['example-pumps--one', 'example-pumps--two'],
        vulnerabilities: ['CVE-2031-0001'],
      },
      {
        kind: 'workaround',
        text: { en: 'Update.' },
        platforms: ['example-pumps--one'],
        vulnerabilities: ['CVE-2031-0001'],
      },
    ])
  })
})

describe('the document', () => {
  const named = (id: string) => saying({}, { tracking: { ...advisoryWith({}, []).document.tracking, id } }).id

  it('gives the bulletin its id, where ids of ours may be written so', () => {
    expect(named('ICSA-31-001_01')).toBe('ICSA-31-001_01')
  })

  it.each([
    ['ADV/2031/1', 'ADV 2031 1'],
    [`EX/${'long-'.repeat(20)}1`, `EX/${'long-'.repeat(20)}2`],
    ['通知 1', '通知 2'],
    ['a/A', 'A/a'],
  ])('%s and %s are two bulletins', (one, other) => {
    expect(named(one)).not.toBe(named(other))
    expect(named(one)).toMatch(/^CSAF-[A-Za-z0-9._:-]{1,75}$/)
  })

  it.each([
    ['draft', 'csaf_base', 'draft'],
    ['interim', 'csaf_base', 'interim'],
    ['final', 'csaf_base', undefined],
    ['final', 'csaf_withdrawn', 'withdrawn'],
  ])('that is %s in the category %s has the status %s', (status, category, expected) => {
    const tracking = { ...advisoryWith({}, []).document.tracking, status }
    expect(saying({}, { tracking, category }).source.status).toBe(expected)
  })
})

it('many products with a threat each are read one by one', () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `P${at}`)
  const tree = { full_product_names: ids.map((id) => ({ product_id: id, name: `Pump ${id}` })) }
  const flaw = {
    cve: 'CVE-2031-0001',
    product_status: { known_affected: ids },
    threats: ids.map((id) => ({ category: 'impact', details: 'Severity: Important', product_ids: [id] })),
  }
  const { platforms } = bulletinOf(advisoryWith(tree, [flaw])).bulletin
  expect(platforms).toHaveLength(20_000)
  expect(new Set(platforms.map(({ rating }) => rating))).toEqual(new Set([2]))
})

it.each([
  ['letters', 'a'.repeat(300_000)],
  ['digits', '7'.repeat(300_000)],
  ['schemes of ranges', 'vers:'.repeat(60_000)],
  ['semicolons', '; '.repeat(150_000)],
])('names and texts of 300,000 %s are read once', (_, text) => {
  const tree = {
    branches: [branchTo('vendor: a / product_name: a / product_version: 7', { id: 'P', name: text })],
    full_product_names: [{ product_id: 'Q', name: text }],
  }
  const flaw = {
    cve: 'CVE-2031-0001',
    product_status: { known_affected: ['P', 'Q'] },
    remediations: [{ category: 'vendor_fix', details: text, product_ids: ['P'] }],
    threats: ['impact', 'exploit_status'].map((category) => ({ category, details: text })),
  }
  expect(bulletinOf(advisoryWith(tree, [flaw])).bulletin.platforms).toHaveLength(2)
})
