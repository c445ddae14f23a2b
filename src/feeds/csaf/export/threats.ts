/** What is known of impact, attacks and disclosure, in the wording that Microsoft made usual. */
import type { RatedPlatforms, Vulnerability } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { Exploitability, Rating } from '../../../contract/words.ts'

export const severityWords = { 1: 'Critical', 2: 'Important', 3: 'Moderate', 4: 'Low' } as const

const impactWords = {
  'remote-code-execution': 'Remote Code Execution',
  'elevation-of-privilege': 'Elevation of Privilege',
  'security-feature-bypass': 'Security Feature Bypass',
  'information-disclosure': 'Information Disclosure',
  tampering: 'Tampering',
  spoofing: 'Spoofing',
  'denial-of-service': 'Denial of Service',
} as const

const exploitabilityWords = {
  detected: 'Exploitation Detected',
  'more-likely': 'Exploitation More Likely',
  'less-likely': 'Exploitation Less Likely',
  unlikely: 'Exploitation Unlikely',
} as const satisfies Record<Exploitability, string>

type Threat = { category: 'impact' | 'exploit_status'; details: string; product_ids?: PlatformId[] }

const field = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}:${value}`])

const yesNo = { public: 'Yes', private: 'No', unknown: undefined } as const
const exploited = { exploited: 'Yes', 'proof-of-concept': 'No', none: 'No', unknown: undefined } as const

function exploitStatus({ disclosure, exploit, exploitability = {} }: Vulnerability): string | null {
  const { latest, older, denialOfService } = exploitability
  const parts = [
    ...field('Publicly Disclosed', yesNo[disclosure]),
    ...field('Exploited', exploited[exploit]),
    ...field('Exploit Code', exploit === 'proof-of-concept' ? 'Proof of Concept' : undefined),
    ...field('Latest Software Release', latest && exploitabilityWords[latest]),
    ...field('Older Software Release', older && exploitabilityWords[older]),
    ...field('DOS', denialOfService),
  ]
  return parts.length > 0 ? parts.join(';') : null
}

const isSeverity = (rating: Rating): rating is keyof typeof severityWords => typeof rating === 'number'

export function threatsOf(flaw: Vulnerability, ratings: readonly RatedPlatforms[]): Threat[] {
  const status = exploitStatus(flaw)
  const bySeverity = Map.groupBy(ratings, ({ rating }) => rating)
  return [
    ...(flaw.impact === null ? [] : [{ category: 'impact' as const, details: impactWords[flaw.impact] }]),
    ...(status === null ? [] : [{ category: 'exploit_status' as const, details: status }]),
    ...[...bySeverity].flatMap(([rating, rated]) =>
      isSeverity(rating)
        ? [
            {
              category: 'impact' as const,
              details: `Severity: ${severityWords[rating]}`,
              product_ids: rated.flatMap(({ platforms }) => platforms),
            },
          ]
        : [],
    ),
  ]
}
