/** A made-up summary index of any size, the same for the same knobs. */
import type { Platform } from '../../src/contract/platform.ts'
import type { Summary } from '../../src/contract/summary.ts'
import { exploits, impacts, restarts, severities, urgencies } from '../../src/contract/words.ts'

export type Knobs = { bulletins: number; platforms: number; cvesPerBulletin: number; seed?: number }

/** Numbers in [0, 1), always the same for a seed: a linear congruential generator modulo 2^32 (Knuth, TAOCP 3.2.1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const versionsPerFamily = 6

export function generate({ bulletins, platforms, cvesPerBulletin, seed = 1 }: Knobs): {
  index: Summary[]
  platforms: Platform[]
} {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0]
  const day = () =>
    `${2000 + below(26)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`

  const tree = Array.from({ length: platforms }, (_, number): Platform => {
    const [family, version] = [`Product ${Math.floor(number / versionsPerFamily)}`, `SP${number % versionsPerFamily}`]
    const id = `${family.toLowerCase().replace(' ', '-')}.${version.toLowerCase()}`
    return {
      id,
      family,
      version,
      variant: null,
      label: { en: `${family} ${version}` },
      kind: 'unknown',
      supportEndsOn: null,
    }
  })
  const index = Array.from({ length: bulletins }, (_, number): Summary => {
    const severity = pick(severities)
    const updatedOn = day()
    const vulnerabilities = Array.from({ length: 1 + below(cvesPerBulletin * 2 - 1) }, () => {
      const cve = `CVE-${2000 + below(26)}-${String(below(99_999)).padStart(5, '0')}`
      return { id: cve, cve, title: { ja: '入力の検証の脆弱性', en: 'Input validation' }, severity: pick(severities) }
    })
    const first = below(platforms)
    return {
      id: `KB${5_000_000 + number}`,
      kb: [String(5_000_000 + number)],
      title: {
        ja: `製品 ${below(90)} の脆弱性により、コードが実行される危険性`,
        en: `Product ${below(90)} may allow code execution`,
      },
      publishedOn: updatedOn,
      updatedOn,
      severity,
      impact: pick(impacts),
      urgency: { level: pick(urgencies), basis: 'rule', why: { en: 'made up' } },
      exploit: pick(exploits),
      disclosure: 'unknown',
      restart: pick(restarts),
      uninstall: 'unknown',
      environments: ['server'],
      supersedes: [],
      vulnerabilities,
      platforms: tree.slice(first, first + 1 + below(10)).map(({ id }) => ({ platform: id, rating: severity })),
      tests: {},
      knownIssues: 0,
      rollout: [],
    }
  })
  return { index, platforms: tree }
}
