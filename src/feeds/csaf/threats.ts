/** What the threats of a vulnerability say of its impact, of attacks and of disclosure. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Exploitability, Impact } from '../../contract/words.ts'
import type { Threat, CsafVulnerability } from './document.ts'
import { severityOf } from './severity-words.ts'

const impactWords: readonly [RegExp, Impact][] = [
  [/remote code execution/i, 'remote-code-execution'],
  [/elevation of privilege/i, 'elevation-of-privilege'],
  [/security feature bypass/i, 'security-feature-bypass'],
  [/information disclosure/i, 'information-disclosure'],
  [/tampering/i, 'tampering'],
  [/spoofing/i, 'spoofing'],
  [/denial of service/i, 'denial-of-service'],
]

const exploitabilityWords: readonly [RegExp, Exploitability][] = [
  [/exploitation detected/i, 'detected'],
  [/exploitation more likely/i, 'more-likely'],
  [/exploitation less likely/i, 'less-likely'],
  [/exploitation unlikely/i, 'unlikely'],
]

const wordIn = <T>(words: readonly [RegExp, T][], text: string): T | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1]

/** `Publicly Disclosed:No;Exploited:No;Latest Software Release:…`, as Microsoft writes the status of an exploit. */
const isInFields = (details: string): boolean => /(?:^|;)\s*(?:Publicly Disclosed|Exploited)\s*:/i.test(details)

const field = (status: string, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, 'i').exec(status)?.[1]?.trim() ?? ''

function exploitabilityOf(status: string): Pick<OurVulnerability, 'exploitability'> {
  const latest = wordIn(exploitabilityWords, field(status, 'Latest Software Release'))
  const older = wordIn(exploitabilityWords, field(status, 'Older Software Releases?'))
  const denialOfService = field(status, 'DOS')
  const said = {
    ...(latest && { latest }),
    ...(older && { older }),
    ...(denialOfService !== '' && !/^n\/?a$/i.test(denialOfService) && { denialOfService }),
  }
  return Object.keys(said).length > 0 ? { exploitability: said } : {}
}

/** That something is attacked is said by Microsoft's field, or by a link to CISA's catalogue of what is exploited. */
const isExploited = (status: string): boolean =>
  /^yes/i.test(field(status, 'Exploited')) || /known-exploited-vulnerabilities/i.test(status)

/** The facts that threats tell in words that are known. */
export function factsOf({ threats = [] }: CsafVulnerability) {
  const detailsOf = (category: string) =>
    threats
      .filter((threat) => threat.category === category)
      .map(({ details }) => details)
      .join('; ')
  const [impact, status] = [detailsOf('impact'), detailsOf('exploit_status')]
  const disclosed = field(status, 'Publicly Disclosed')
  return {
    impact: wordIn(impactWords, impact) ?? null,
    exploit: isExploited(status)
      ? ('exploited' as const)
      : /proof of concept/i.test(field(status, 'Exploit Code'))
        ? ('proof-of-concept' as const)
        : ('unknown' as const),
    disclosure: /^yes/i.test(disclosed)
      ? ('public' as const)
      : /^no/i.test(disclosed)
        ? ('private' as const)
        : ('unknown' as const),
    ...exploitabilityOf(status),
  }
}

/** Whether a threat is more than a word that is kept as a fact. */
const isProse = ({ category, details }: Threat): boolean =>
  category === 'impact'
    ? severityOf(details) === null && !impactWords.some(([pattern]) => pattern.test(details) && details.length < 40)
    : !isInFields(details)

/** The threats to read. */
export const proseOf = ({ threats = [] }: CsafVulnerability): Threat[] => threats.filter(isProse)
