import type { Bulletin } from '../../contract/bulletin.ts'
import { assembled } from '../bulletin/assemble.ts'

/**
 * A bulletin on file as its documents alone say it, as far as that can be told: the catalogue of exploited vulnerabilities
 * had taken the place of what they said. That its publisher has seen attacks is told by its assessment.
 */
export function withoutCatalogue(bulletin: Bulletin): Bulletin {
  const { vulnerabilities, urgency, severity, disclosure } = bulletin
  if (urgency.basis === 'stated' || vulnerabilities.every(({ knownExploited }) => knownExploited === undefined))
    return bulletin
  const own = vulnerabilities.map((flaw): Bulletin['vulnerabilities'][number] => {
    const wasSeen = [flaw.exploitability?.latest, flaw.exploitability?.older].includes('detected')
    return flaw.knownExploited === undefined || wasSeen ? flaw : { ...flaw, exploit: 'unknown' }
  })
  const stated = { severity, disclosures: [disclosure] }
  return { ...bulletin, ...assembled({ vulnerabilities: own, stated }), vulnerabilities: own }
}
