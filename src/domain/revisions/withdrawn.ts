import type { Bulletin } from '../../contract/bulletin.ts'
import { deriveUrgency } from '../bulletin/urgency.ts'

/**
 * What is left of a bulletin that no document lists any more: its name and its dates. What it was about can be read in its
 * history; in its present form no document says any of it.
 */
export function withdrawn(bulletin: Bulletin): Bulletin {
  const { id, kb, title, publishedOn, updatedOn, revision, revisions, references, source } = bulletin
  const unknown = { severity: null, exploit: 'unknown', disclosure: 'unknown' } as const
  return {
    id,
    kb,
    title,
    publishedOn,
    updatedOn,
    revision,
    revisions,
    ...unknown,
    impact: null,
    urgency: {
      level: deriveUrgency(unknown).level,
      basis: 'rule',
      why: {
        ja: '取り下げられた: どの文書にも記載がなくなった (以前の内容は履歴にある)',
        en: 'Withdrawn: no document lists it any more (what was said before is in its history)',
      },
    },
    restart: 'unknown',
    uninstall: 'unknown',
    environments: [],
    supersedes: [],
    vulnerabilities: [],
    platforms: [],
    packages: [],
    tests: [],
    knownIssues: [],
    lifecycle: [],
    detection: [],
    verification: [],
    rollout: [],
    consoles: [],
    references,
    source: { ...source, status: 'withdrawn' },
  }
}
