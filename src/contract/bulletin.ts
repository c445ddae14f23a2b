import * as z from 'zod'
import { CheckedPoints } from './checklist.ts'
import { BulletinId, Kb, summaryFields, Name, PlatformRating, PublishedRollout } from './summary-fields.ts'
import { PlatformId } from './platform.ts'
import { Day, Text } from './text.ts'
import {
  Disclosure,
  DocumentStatus,
  Exploit,
  Exploitability,
  Impact,
  Outcome,
  ProductStatus,
  Restart,
  Tlp,
  VexReason,
} from './words.ts'

const Url = z.url().check(z.regex(/^https?:/, 'expected an http(s) address'))
const Bytes = z.int().check(z.nonnegative())

export const Reference = z.object({
  kind: z.enum(['bulletin', 'kb', 'cve', 'exploit', 'news', 'download', 'other']),
  title: Text,
  url: Url,
})
export type Reference = z.infer<typeof Reference>

/** A score by CVSS 2.0 to 4.0 as the document gives it, and the platforms that it is for. */
export const ScoredPlatforms = z.object({
  version: Name,
  vector: Name,
  score: z.number().check(z.gte(0), z.lte(10)),
  /** With the temporal metrics (threat metrics of 4.0), where the document gives it. */
  temporal: z.optional(z.number().check(z.gte(0), z.lte(10))),
  platforms: z.array(PlatformId),
})

const rated = {
  rating: PlatformRating.shape.rating,
  status: z.optional(ProductStatus),
  /** Why it is not affected. */
  reason: z.optional(VexReason),
}

/** How bad a vulnerability is on a platform, and what else the document says of it there. */
export const VulnerabilityRating = z.object({ platform: PlatformId, ...rated })
export type VulnerabilityRating = z.infer<typeof VulnerabilityRating>

/** The same of all platforms that are rated alike. */
export const RatedPlatforms = z.object({ ...rated, platforms: z.array(PlatformId) })
export type RatedPlatforms = z.infer<typeof RatedPlatforms>

/** A text of a document that has a title or a kind of its own. Markdown. */
const Note = z.object({ title: z.optional(Text), text: Text })

/** A kind of weakness. */
export const Cwe = z.object({ id: z.string().check(z.regex(/^CWE-\d+$/)), name: z.optional(Name) })

/** What CISA's catalogue of exploited vulnerabilities says of one; what is absent it does not say. */
export const KnownExploitedEntry = z.object({
  addedOn: Day,
  /** Until when US agencies have to act, and what they have to do, in the words of the catalogue. */
  dueOn: z.optional(Day),
  requiredAction: z.optional(Name),
  /** Whether ransomware is known to use it. */
  ransomware: z.optional(z.boolean()),
})

export const Vulnerability = z.object({
  /** As printed: `CAN-2005-0048`. */
  id: Name,
  /** As numbered today: `CVE-2005-0048`; null when the flaw has no number. */
  cve: z.nullable(z.string().check(z.regex(/^CVE-\d{4}-\d{4,}$/, 'expected an id such as CVE-2005-0048'))),
  title: Text,
  /** How often its publisher has revised what it says, as printed: `2.0`. */
  revision: z.optional(Name),
  impact: z.nullable(Impact),
  disclosure: Disclosure,
  exploit: Exploit,
  /** Markdown. */
  summary: z.optional(Text),
  /** Markdown. */
  mitigations: z.optional(Text),
  /** The score that counts: of the newest version of CVSS before 4.0 the worst, else the worst of 4.0, else of 2.0. */
  cvss: z.optional(z.object({ version: Name, vector: Name, score: z.number().check(z.gte(0), z.lte(10)) })),
  /** Every score that the document gives. */
  scores: z.optional(z.array(ScoredPlatforms)),
  cwes: z.optional(z.array(Cwe)),
  /** The part of the product that has the flaw: "Windows SMB". */
  component: z.optional(Name),
  /** How likely attacks on the latest and on older releases are; `denialOfService` is what such an attack leaves, as printed. */
  exploitability: z.optional(
    z.object({
      latest: z.optional(Exploitability),
      older: z.optional(Exploitability),
      denialOfService: z.optional(Name),
    }),
  ),
  /** What CISA's catalogue of exploited vulnerabilities says of it; what is absent it does not say. */
  knownExploited: z.optional(KnownExploitedEntry),
  /** Whether people have to act to be protected. */
  customerAction: z.optional(z.enum(['required', 'not-required'])),
  /** Questions and answers. Markdown. */
  faq: z.optional(Text),
  /** Who found it, as printed. Markdown. */
  acknowledgements: z.optional(z.array(Text)),
  /** What the document says under titles of its own. */
  notes: z.optional(z.array(Note)),
  references: z.array(Reference),
  ratings: z.array(RatedPlatforms),
})
export type Vulnerability = z.infer<typeof Vulnerability>

/** `size` in bytes. `branch` is the servicing branch inside the installer (`sp2gdr`), null where there is none. */
export const PatchedFile = z.object({
  branch: z.nullable(Name),
  folder: Name,
  name: Name,
  date: Day,
  version: Name,
  size: Bytes,
  role: z.optional(Text),
})

export const Package = z.object({
  name: Name,
  platforms: z.array(PlatformId),
  url: z.optional(Url),
  date: z.optional(Day),
  version: z.optional(Name),
  size: z.optional(Bytes),
  /** The title that Windows Update shows. */
  updateName: z.optional(Text),
  fixedBuild: z.optional(Name),
  /** The older fixes that it replaces, where the packages of the bulletin differ in that. */
  supersedes: z.optional(z.array(BulletinId)),
  files: z.array(PatchedFile),
})
export type Package = z.infer<typeof Package>

export const TestResult = z.object({
  edition: Name,
  platform: PlatformId,
  outcome: Outcome,
  /** Who tested. */
  by: Name,
  on: z.optional(Day),
  minutes: z.optional(z.number().check(z.nonnegative())),
  /** Whether the machine wanted to be restarted. */
  restarted: z.optional(z.boolean()),
  /** How taking the fix off again went. */
  uninstalled: z.optional(z.enum(['worked', 'failed'])),
  note: z.optional(Text),
  /** The points of the checklist, as they were named then. */
  checks: z.optional(CheckedPoints),
})
export type TestResult = z.infer<typeof TestResult>

export const remedyKinds = [
  'vendor-fix',
  'fix-planned',
  'optional-patch',
  'workaround',
  'mitigation',
  'none-available',
  'no-fix-planned',
] as const

/** What a document advises, in prose: to read, and no file to download. */
export const Remedy = z.object({
  kind: z.enum(remedyKinds),
  /** Markdown. */
  text: Text,
  platforms: z.array(PlatformId),
  /** Ids of the vulnerabilities that it is for. */
  vulnerabilities: z.array(Name),
  url: z.optional(Url),
  on: z.optional(Day),
  restart: z.optional(Restart),
})
export type Remedy = z.infer<typeof Remedy>

/** A registry value to set. Numbers are integers; `min` and `max` bound what may be set. */
export const RegistryValue = z.object({
  key: Name,
  name: Name,
  type: z.enum(['DWORD', 'QWORD', 'SZ', 'EXPAND_SZ', 'MULTI_SZ', 'BINARY']),
  min: z.optional(z.int()),
  max: z.optional(z.int()),
  value: z.optional(z.union([z.int(), z.string()])),
})
export type RegistryValue = z.infer<typeof RegistryValue>

/** The states of a known issue, from a first report to a fix that resolves it. */
export const issueStates = ['reported', 'investigating', 'confirmed', 'resolved'] as const
const IssueState = z.enum(issueStates)
export type IssueState = z.infer<typeof IssueState>

/** What the team says of an issue, who and when. */
const Settlement = z.object({ by: Name, at: z.iso.datetime(), why: Text })

export const KnownIssue = z.object({
  id: Name,
  title: Text,
  /** Markdown where its publisher says it, and so is the workaround. */
  symptom: z.optional(Text),
  platforms: z.array(PlatformId),
  references: z.array(Reference),
  workaround: z.optional(z.object({ text: Text, registry: z.array(RegistryValue) })),
  /** Who found it and when, where a lab did. */
  by: z.optional(Name),
  on: z.optional(Day),
  /** What its publisher says, or the lab where the lab found it; absent where nobody does. */
  state: z.optional(IssueState),
  /** The fixes by which it is resolved, as its publisher says. */
  resolvedIn: z.optional(z.array(BulletinId)),
  /** What its publisher says of a resolution. Markdown. */
  resolution: z.optional(Text),
  /** Who of the team says that it is an issue no more, since when, and why; absent while it is open. */
  resolved: z.optional(Settlement),
  /** Who of the team says that it is an issue still, though its publisher says that it is resolved. */
  reopened: z.optional(Settlement),
})
export type KnownIssue = z.infer<typeof KnownIssue>

/**
 * What Microsoft's support page of a KB says of known issues. `published`: it lists some. `none`: it says that there are
 * none. `unreadable`: it tells neither: it has no such section or one of an unknown layout, or another page is there.
 */
export const SupportPage = z.object({
  kb: Kb,
  answer: z.enum(['published', 'none', 'unreadable']),
  cause: z.optional(z.enum(['no-section', 'other-layout', 'other-page'])),
  /** The day on which it was first read as it is. */
  readOn: Day,
  url: Url,
  /** The builds that it is about: "26100.4349". */
  builds: z.array(Name),
})
export type SupportPage = z.infer<typeof SupportPage>

/**
 * Another fix that mends the same on some platforms, in place of this one: where it is on, this one is not missing. A
 * `hotpatch` is applied without a restart, a `baseline` is the update that it replaces.
 */
export const Alternative = z.object({
  bulletin: BulletinId,
  kind: z.enum(['hotpatch', 'baseline']),
  platforms: z.array(PlatformId),
  /** Vulnerabilities that this fix mends there and the other one does not. */
  lacks: z.optional(z.array(Name)),
})
export type Alternative = z.infer<typeof Alternative>

/** One deployable fix and all that is known of it. */
export const Bulletin = z.object({
  ...summaryFields,
  /** Summaries are Markdown. */
  revisions: z.array(z.object({ number: Name, on: Day, summary: Text })),
  /** Markdown. */
  action: z.optional(Text),
  /** Markdown. */
  analysis: z.optional(Text),
  vulnerabilities: z.array(Vulnerability),
  /** The worst over the vulnerabilities. */
  platforms: z.array(z.object({ ...VulnerabilityRating.shape, note: z.optional(Text) })),
  packages: z.array(Package),
  /** What is doubtful about the restart that is stated. */
  restartNote: z.optional(Text),
  alternatives: z.optional(z.array(Alternative)),
  remedies: z.optional(z.array(Remedy)),
  tests: z.array(TestResult),
  knownIssues: z.array(KnownIssue),
  /** Microsoft's support pages of its KBs, as far as they were read. */
  supportPages: z.optional(z.array(SupportPage)),
  lifecycle: z.array(z.object({ product: Name, endedOn: z.nullable(Day), note: Text })),
  detection: z.array(z.object({ tool: Name, detects: z.boolean(), shows: z.optional(Text) })),
  verification: z.array(
    z.object({
      platforms: z.array(PlatformId),
      kind: z.enum(['registry-key', 'file-version', 'os-build']),
      path: Name,
      expected: z.optional(Name),
      note: z.optional(Text),
    }),
  ),
  rollout: z.array(PublishedRollout),
  /** How the fix appears in a deployment tool. */
  consoles: z.array(
    z.object({
      tool: Name,
      platforms: z.array(PlatformId),
      supported: z.boolean(),
      where: z.optional(Text),
      name: z.optional(Name),
    }),
  ),
  references: z.array(Reference),
  source: z.object({
    kind: z.enum(['hotfix-report', 'microsoft-bulletin', 'msrc-cvrf', 'csaf']),
    document: Name,
    retrievedAt: z.nullable(z.iso.datetime()),
    /** Of the documents that it comes from, the strictest. */
    tlp: z.optional(Tlp),
    /** Of CSAF: the namespace of the publisher and the tracking id, which together identify the document. */
    namespace: z.optional(Name),
    trackingId: z.optional(Name),
    /** Of CSAF: the version of the document and the moment of that release, as printed. */
    version: z.optional(Name),
    releasedAt: z.optional(Name),
    /** Absent means final. */
    status: z.optional(DocumentStatus),
  }),
})
export type Bulletin = z.infer<typeof Bulletin>
