/** Small documents that are brought in over and over, and change bulletins every time. */
import type { Bulletin } from '../../../src/contract/bulletin.ts'

/** Each is told of by two documents, and so is made from two parts. */
export const importedIds = ['A', 'B', 'C', 'D'].map((letter) => `KILL-${letter}`)
const sources = ['one', 'two']

/** The first two have a vulnerability that the catalogue of exploited ones may list. */
const cves = new Map(importedIds.slice(0, 2).map((id, at) => [id, `CVE-2026-000${at + 1}`]))

const address = (number: number) => `https://kill.example/${number}`

/** Whether a version of a bulletin has what a document of this number says. */
export const saysNumber = (version: string, number: number) => version.includes(JSON.stringify(address(number)))

/** A bulletin that says `number`, as one of two documents has it. */
export function bulletinSaying(id: string, number: number): Bulletin {
  const cve = cves.get(id)
  const text = { en: 'Made to be changed' }
  return {
    id,
    kb: [],
    title: text,
    publishedOn: '2026-01-13',
    updatedOn: '2026-01-13',
    revision: String(number),
    revisions: [],
    severity: null,
    impact: null,
    urgency: { level: 'wait', basis: 'rule', why: text },
    exploit: 'none',
    disclosure: 'unknown',
    restart: 'unknown',
    uninstall: 'unknown',
    environments: [],
    supersedes: [],
    vulnerabilities:
      cve === undefined
        ? []
        : [
            {
              id: cve,
              cve,
              title: text,
              impact: null,
              disclosure: 'unknown',
              exploit: 'none',
              references: [],
              ratings: [],
            },
          ],
    platforms: [],
    packages: [],
    tests: [],
    knownIssues: [],
    lifecycle: [],
    detection: [],
    verification: [],
    rollout: [],
    consoles: [],
    references: [{ kind: 'other', title: text, url: address(number) }],
    source: { kind: 'csaf', document: sources[number % sources.length] ?? '', retrievedAt: null },
  }
}

/** The bulletins that the catalogue speaks of. */
export const listedIds = [...cves.keys()]

/** A day for each number, by which an edition of the catalogue is known again. */
const dayOf = (number: number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10)

/** All editions are of one version, of which the last to come counts: of two that are on their way at once the later number would make the other older. */
export const catalogueOf = (number: number) => ({
  catalogVersion: '1',
  vulnerabilities: [...cves.values()].map((cveID) => ({ cveID, dateAdded: dayOf(number) })),
})

export const listsNumber = (version: string, number: number) => version.includes(`CISA KEV, added ${dayOf(number)}`)
