import * as z from 'zod'
import { BulletinId, facts, Name, PlatformRating, PublishedRollout } from './facts.ts'
import { PlatformId } from './platform.ts'
import { Day, Text } from './text.ts'
import { Disclosure, Exploit, Impact, Outcome } from './words.ts'

const Url = z.url().check(z.regex(/^https?:/, 'expected an http(s) address'))
const Bytes = z.int().check(z.nonnegative())

export const Reference = z.object({
  kind: z.enum(['bulletin', 'kb', 'cve', 'exploit', 'news', 'download', 'other']),
  title: Text,
  url: Url,
})
export type Reference = z.infer<typeof Reference>

export const Vulnerability = z.object({
  /** As printed: `CAN-2005-0048`. */
  id: Name,
  /** As numbered today: `CVE-2005-0048`; null when the flaw has no number. */
  cve: z.nullable(z.string().check(z.regex(/^CVE-\d{4}-\d{4,}$/, 'expected an id such as CVE-2005-0048'))),
  title: Text,
  impact: z.nullable(Impact),
  disclosure: Disclosure,
  exploit: Exploit,
  summary: z.optional(Text),
  mitigations: z.optional(Text),
  cvss: z.optional(z.object({ version: Name, vector: Name, score: z.number().check(z.gte(0), z.lte(10)) })),
  references: z.array(Reference),
  ratings: z.array(PlatformRating),
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
})
export type TestResult = z.infer<typeof TestResult>

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

export const KnownIssue = z.object({
  id: Name,
  title: Text,
  symptom: z.optional(Text),
  platforms: z.array(PlatformId),
  references: z.array(Reference),
  workaround: z.optional(z.object({ text: Text, registry: z.array(RegistryValue) })),
  /** Who found it and when, where a lab did. */
  by: z.optional(Name),
  on: z.optional(Day),
  /** Who says that it is an issue no more, since when, and why; absent while it is open. */
  resolved: z.optional(z.object({ by: Name, at: z.iso.datetime(), why: Text })),
})
export type KnownIssue = z.infer<typeof KnownIssue>

/** One deployable fix and all that is known of it. */
export const Bulletin = z.object({
  ...facts,
  revisions: z.array(z.object({ number: Name, on: Day, summary: Text })),
  /** Markdown. */
  action: z.optional(Text),
  /** Markdown. */
  analysis: z.optional(Text),
  vulnerabilities: z.array(Vulnerability),
  /** The worst over the vulnerabilities. */
  platforms: z.array(z.object({ ...PlatformRating.shape, note: z.optional(Text) })),
  packages: z.array(Package),
  tests: z.array(TestResult),
  knownIssues: z.array(KnownIssue),
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
    /** To whom the publisher lets it be passed on (Traffic Light Protocol, 1.0 or 2.0). */
    tlp: z.optional(z.enum(['WHITE', 'CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'])),
  }),
})
export type Bulletin = z.infer<typeof Bulletin>
