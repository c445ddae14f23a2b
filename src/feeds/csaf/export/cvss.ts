/** Scores of CVSS 2.0, 3.0 and 3.1: whether a score is the one that its vector gives. */

const metrics = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
} as const
/** How much the privileges count depends on whether the scope changes. */
const privileges = { U: { N: 0.85, L: 0.62, H: 0.27 }, C: { N: 0.85, L: 0.68, H: 0.5 } } as const

/** Base metrics, each once, in whatever order; then temporal ones. Others are left to a note. */
const vectorPattern =
  /^CVSS:3\.[01]\/AV:[NALP]\/AC:[LH]\/PR:[NLH]\/UI:[NR]\/S:[UC]\/C:[HLN]\/I:[HLN]\/A:[HLN](\/E:[XUPFH])?(\/RL:[XOTWU])?(\/RC:[XURC])?$/

/** The smallest number of one decimal that is not below; computed in whole numbers, as CVSS 3.1 says (appendix A). */
function roundUp(value: number): number {
  const whole = Math.round(value * 100_000)
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10
}

/** The base score of a vector by the equations of CVSS 3.1, section 7.1; null where the vector is written otherwise. */
export function baseScore(vector: string): number | null {
  if (!vectorPattern.test(vector)) return null
  const given = new Map(
    vector.split('/').map((metric) => [metric.slice(0, metric.indexOf(':')), metric.slice(metric.indexOf(':') + 1)]),
  )
  const weight = (name: keyof typeof metrics): number =>
    (metrics[name] as Record<string, number>)[given.get(name) ?? ''] ?? 0
  const isChanged = given.get('S') === 'C'
  const privilege = (privileges[isChanged ? 'C' : 'U'] as Record<string, number>)[given.get('PR') ?? ''] ?? 0
  const lost = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'))
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost
  if (impact <= 0) return 0
  const exploitability = 8.22 * weight('AV') * weight('AC') * privilege * weight('UI')
  return roundUp(Math.min((isChanged ? 1.08 : 1) * (impact + exploitability), 10))
}

const weights2 = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: { N: 0, P: 0.275, C: 0.66 },
  I: { N: 0, P: 0.275, C: 0.66 },
  A: { N: 0, P: 0.275, C: 0.66 },
} as const

/** Base metrics of 2.0, then temporal ones. Others are left to a note. */
const vectorPattern2 =
  /^AV:[LAN]\/AC:[HML]\/Au:[MSN]\/C:[NPC]\/I:[NPC]\/A:[NPC](\/E:(?:U|POC|F|H|ND))?(\/RL:(?:OF|TF|W|U|ND))?(\/RC:(?:UC|UR|C|ND))?$/

/** The base score of a vector by the equations of CVSS 2.0, section 3.2.1; null where the vector is written otherwise. */
export function baseScore2(vector: string): number | null {
  if (!vectorPattern2.test(vector)) return null
  const given = new Map(vector.split('/').map((metric) => metric.split(':') as [string, string]))
  const weight = (name: keyof typeof weights2): number =>
    (weights2[name] as Record<string, number>)[given.get(name) ?? ''] ?? 0
  const impact = 10.41 * (1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A')))
  if (impact === 0) return 0
  const exploitability = 20 * weight('AV') * weight('AC') * weight('Au')
  return Math.round((0.6 * impact + 0.4 * exploitability - 1.5) * 1.176 * 10) / 10
}

/** The word for a base score: CVSS 3.1, section 5. */
export function cvssSeverity(score: number): 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL' {
  if (score === 0) return 'NONE'
  if (score < 4) return 'LOW'
  if (score < 7) return 'MEDIUM'
  return score < 9 ? 'HIGH' : 'CRITICAL'
}
