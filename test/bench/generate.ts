/** Made-up bulletins in any number, the same for the same knobs. */
import type { Bulletin, TestResult, Vulnerability } from '../../src/contract/bulletin.ts'
import type { PlatformRating } from '../../src/contract/summary-fields.ts'
import type { Platform } from '../../src/contract/platform.ts'
import type { Severity } from '../../src/contract/words.ts'
import {
  disclosures,
  exploits,
  impacts,
  outcomes,
  restarts,
  severities,
  urgencies,
} from '../../src/contract/vocabulary.ts'

export type Knobs = { bulletins: number; platforms: number; cvesPerBulletin: number; seed?: number }

/** Numbers in [0, 1), always the same for a seed: a linear congruential generator modulo 2^32 (Knuth, TAOCP 3.2.1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const versionsPerFamily = 6

/** One in so many bulletins was tested, or has a known issue. */
const rarity = { tested: 20, issue: 30 }

function platformsOf(count: number): Platform[] {
  return Array.from({ length: count }, (_, number): Platform => {
    const [family, version] = [`Product ${Math.floor(number / versionsPerFamily)}`, `SP${number % versionsPerFamily}`]
    const id = `${family.toLowerCase().replace(' ', '-')}.${version.toLowerCase()}`
    const label = { en: `${family} ${version}` }
    return { id, family, version, variant: null, label, kind: 'unknown', supportEndsOn: null }
  })
}

export function generate({ bulletins, platforms, cvesPerBulletin, seed = 1 }: Knobs): {
  bulletins: Bulletin[]
  platforms: Platform[]
} {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0]
  const two = (number: number) => String(number).padStart(2, '0')
  const tree = platformsOf(platforms)

  const vulnerability = (ratings: PlatformRating[], severity: Severity): Vulnerability => {
    const cve = `CVE-${2000 + below(26)}-${String(below(99_999)).padStart(5, '0')}`
    return {
      id: cve,
      cve,
      title: { ja: '入力の検証の脆弱性', en: 'Input validation' },
      impact: pick(impacts),
      disclosure: pick(disclosures),
      exploit: pick(exploits),
      references: [],
      ratings: [{ rating: severity, platforms: ratings.map(({ platform }) => platform) }],
    }
  }
  const testsOn = (touched: readonly Platform[]): TestResult[] =>
    touched.map(({ id, label }) => ({
      edition: `${label.en} Server`,
      platform: id,
      outcome: pick(outcomes),
      by: 'the lab',
    }))

  const all = Array.from({ length: bulletins }, (_, number): Bulletin => {
    const severity = pick(severities)
    const first = below(platforms)
    const touched = tree.slice(first, first + 1 + below(10))
    const ratings = touched.map(({ id }) => ({ platform: id, rating: severity }))
    const day = `${2000 + below(26)}-${two(1 + below(12))}-${two(1 + below(28))}`
    return {
      id: `KB${5_000_000 + number}`,
      kb: [String(5_000_000 + number)],
      title: {
        ja: `製品 ${below(90)} の脆弱性により、コードが実行される危険性`,
        en: `Product ${below(90)} may allow code execution`,
      },
      publishedOn: day,
      updatedOn: day,
      revision: '1.0',
      revisions: [],
      severity,
      impact: pick(impacts),
      urgency: { level: pick(urgencies), basis: 'rule', why: { en: 'made up' } },
      exploit: pick(exploits),
      disclosure: pick(disclosures),
      restart: pick(restarts),
      uninstall: 'unknown',
      environments: ['server'],
      supersedes: [],
      vulnerabilities: Array.from({ length: 1 + below(cvesPerBulletin * 2 - 1) }, () =>
        vulnerability(ratings, pick(severities)),
      ),
      platforms: ratings,
      packages: [],
      tests: below(rarity.tested) === 0 ? testsOn(touched) : [],
      knownIssues:
        below(rarity.issue) === 0
          ? [{ id: 'slow', title: { en: 'It is slow' }, platforms: touched.map(({ id }) => id), references: [] }]
          : [],
      lifecycle: [],
      detection: [],
      verification: [],
      rollout: [],
      consoles: [],
      references: [],
      source: { kind: 'csaf', document: 'made up', retrievedAt: null },
    }
  })
  return { bulletins: all, platforms: tree }
}
