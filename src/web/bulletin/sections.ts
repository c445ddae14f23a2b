/** The sections of the bulletin page, in order: the page and its section links both follow these lists. */
import { isAffected } from '../../domain/bulletin/severity.ts'
import { isUnread, openIn } from '../../domain/lab/issues.ts'
import { dot } from '../i18n/format.ts'
import { Action, Analysis } from './Analysis.tsx'
import { Detection } from './packages/Detection.tsx'
import { Downloads } from './packages/Downloads.tsx'
import { KnownIssues } from './lab/KnownIssues.tsx'
import { areOutcomesLost, LabResults } from './lab/LabResults.tsx'
import { Lifecycle } from './Lifecycle.tsx'
import { PatchedFiles } from './packages/PatchedFiles.tsx'
import { PlatformSupport } from './PlatformSupport.tsx'
import { References } from './References.tsx'
import { Remedies } from './Remedies.tsx'
import { Revisions } from './Revisions.tsx'
import { RolloutTimes } from './rollout/RolloutTimes.tsx'
import { Install } from './install/Install.tsx'
import type { Section } from './section.ts'
import { ToolEntries } from './packages/ToolEntries.tsx'
import { Verification } from './packages/Verification.tsx'
import { SupersedenceList } from './SupersedenceList.tsx'
import { Vulnerabilities } from './vulnerabilities/Vulnerabilities.tsx'

/** What is read first. */
export const leadSections: readonly Section[] = [
  {
    id: 'matrix',
    title: (t) => t.matrix,
    note: (b) => (b.vulnerabilities.length > 0 ? String(b.vulnerabilities.length) : undefined),
    isPresent: (b) => b.vulnerabilities.length > 0 || b.platforms.length > 0,
    Body: Vulnerabilities,
  },
]

/** The sections of the side column. */
export const asideSections: readonly Section[] = [
  { id: 'supersedence', title: (t) => t.supersedence, isPresent: () => true, Body: SupersedenceList },
  { id: 'rollout', title: (t) => t.rollout, isPresent: (b) => b.rollout.length > 0, Body: RolloutTimes },
]

export const mainSections: readonly Section[] = [
  { id: 'fixes', title: (t) => t.fixes, isPresent: (b) => b.packages.length > 0, Body: Install },
  { id: 'action', title: (t) => t.action, isPresent: (b) => b.action !== undefined, Body: Action },
  {
    id: 'remedies',
    title: (t) => t.remedies,
    isPresent: (b) => b.remedies !== undefined && b.remedies.length > 0,
    Body: Remedies,
  },
  { id: 'analysis', title: (t) => t.analysis, isPresent: (b) => b.analysis !== undefined, Body: Analysis },
  {
    id: 'tests',
    title: (t) => t.tests,
    note: (b, t, language) =>
      [t.testsCount(b.tests.length), ...(areOutcomesLost(b) ? [t.testsUnrecorded] : [])].join(dot(language)),
    isPresent: (b) => b.tests.length > 0,
    Body: LabResults,
  },
  {
    id: 'known-issues',
    title: (t) => t.knownIssues,
    note(b, t, language) {
      const unread = openIn(b.knownIssues).filter(isUnread).length
      const read = b.knownIssues.filter((issue) => !isUnread(issue))
      return (
        [
          ...(read.length > 0 ? [t.openIssues(openIn(read).length, read.length)] : []),
          ...(unread > 0 ? [t.unread(unread)] : []),
        ].join(dot(language)) || undefined
      )
    },
    isPresent: (b) => b.knownIssues.length + (b.supportPages?.length ?? 0) > 0,
    Body: KnownIssues,
  },
  {
    id: 'support',
    title: (t) => t.support,
    isPresent: (b) => b.platforms.some(({ rating }) => isAffected(rating)),
    Body: PlatformSupport,
  },
  { id: 'lifecycle', title: (t) => t.lifecycle, isPresent: (b) => b.lifecycle.length > 0, Body: Lifecycle },
  { id: 'downloads', title: (t) => t.downloads, isPresent: (b) => b.packages.length > 0, Body: Downloads },
  {
    id: 'files',
    title: (t) => t.files,
    isPresent: (b) => b.packages.some(({ files }) => files.length > 0),
    Body: PatchedFiles,
  },
  {
    id: 'verification',
    title: (t) => t.verification,
    isPresent: (b) => b.verification.length > 0 || b.packages.some(({ files }) => files.length > 0),
    Body: Verification,
  },
  { id: 'detection', title: (t) => t.detection, isPresent: (b) => b.detection.length > 0, Body: Detection },
  { id: 'tools', title: (t) => t.tools, isPresent: (b) => b.consoles.length > 0, Body: ToolEntries },
  { id: 'references', title: (t) => t.references, isPresent: (b) => b.references.length > 0, Body: References },
  { id: 'revisions', title: (t) => t.revisions, isPresent: (b) => b.revisions.length > 0, Body: Revisions },
]
