/** What a new version changes of a bulletin: the closed list of kinds, and the shape of one change. */
import * as z from 'zod'
import { Day } from './text.ts'

/**
 * Every kind of change, in the order of attention. A quiet one needs no notice.
 *
 * What `of`, `from` and `to` of a change hold is said beside its kind; codes are words of the contract. `of` is empty
 * where the change is about the bulletin as a whole, and an absent `from` or `to` means that the version did not say.
 */
export const changeTable = [
  { kind: 'new', isQuiet: false },
  /** Its publisher has taken it back, or no document lists it any longer. */
  { kind: 'withdrawn', isQuiet: false },
  { kind: 'reinstated', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: exploits. `on`: since when a catalogue lists it. */
  { kind: 'exploit-up', isQuiet: false },
  /**
   * What a catalogue of exploited vulnerabilities says of those that were exploited before. `of`: vulnerabilities. `on`:
   * since when they are listed. `from`, `to`: until when to act, and `ransomware`, as far as they are given, with spaces between.
   */
  { kind: 'known-exploited', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: disclosures. */
  { kind: 'disclosure', isQuiet: false },
  /** `from`, `to`: a severity, or `unrated`. */
  { kind: 'severity-up', isQuiet: false },
  /** `from`, `to`: urgencies. */
  { kind: 'urgency', isQuiet: false },
  { kind: 'severity-down', isQuiet: false },
  { kind: 'package-replaced', isQuiet: false },
  /** `of`: names of packages. `platforms`: those that it is offered for. */
  { kind: 'package-added', isQuiet: false },
  { kind: 'package-removed', isQuiet: false },
  { kind: 'platform-added', isQuiet: false },
  { kind: 'platform-removed', isQuiet: false },
  /** `of`: platforms. `from`, `to`: codes of a rating, see `vulnerability-rerated`. */
  { kind: 'platform-rerated', isQuiet: false },
  /** `of`: ids of known issues. */
  { kind: 'known-issue-added', isQuiet: false },
  /** There is a workaround now. */
  { kind: 'known-issue-workaround', isQuiet: false },
  /** `to`: the fix that resolves it. */
  { kind: 'known-issue-resolved', isQuiet: false },
  { kind: 'known-issue-changed', isQuiet: false },
  { kind: 'known-issue-removed', isQuiet: false },
  { kind: 'vulnerability-added', isQuiet: false },
  { kind: 'vulnerability-removed', isQuiet: false },
  /**
   * `of`: vulnerabilities. `platforms`: where. `from`, `to`: rating, status and reason, as far as they are given, with
   * spaces between; absent where the vulnerability did not list the platform, or does so no longer.
   */
  { kind: 'vulnerability-rerated', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: CVSS scores, or their vectors where the scores are equal. */
  { kind: 'score', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: impacts. */
  { kind: 'impact', isQuiet: false },
  /** How likely attacks are. `of`: vulnerabilities. `from`, `to`: exploitabilities of the latest release, else of older ones. */
  { kind: 'exploitability', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: whether people have to act. */
  { kind: 'customer-action', isQuiet: false },
  /** What is advised besides packages. */
  { kind: 'remedy', isQuiet: false },
  /** `from`, `to`: whether a restart is needed; `platforms` where it is so on these alone. */
  { kind: 'restart', isQuiet: false },
  { kind: 'uninstall', isQuiet: false },
  /** `of`: ids of the older fixes that it replaces now, or does no longer. */
  { kind: 'supersedence-added', isQuiet: false },
  { kind: 'supersedence-removed', isQuiet: false },
  /** `of`: vulnerabilities. `from`, `to`: exploits. */
  { kind: 'exploit-down', isQuiet: false },
  /** `from`, `to`: how final the document is; `final` is one of them. */
  { kind: 'document-status', isQuiet: false },
  /** To whom it may be passed on. */
  { kind: 'tlp', isQuiet: false },
  /** Results of lab tests that its publisher gives. `of`: OS editions. */
  { kind: 'lab', isQuiet: false },
  /** `of`: products whose support has ended, or ends. */
  { kind: 'support', isQuiet: false },
  /** Any other fact. `of`: the names of the fields. */
  { kind: 'details', isQuiet: false },
  /** Prose. `of`: vulnerabilities. Where it is the only kind, nothing else has changed. */
  { kind: 'text', isQuiet: false },
  /** The day of publication. */
  { kind: 'published', isQuiet: true },
  /** Addresses and references. */
  { kind: 'link', isQuiet: true },
] as const

export const changeKinds = changeTable.map(({ kind }) => kind)
export const ChangeKind = z.enum(changeKinds)
export type ChangeKind = z.infer<typeof ChangeKind>

/** The most names that `of` and `platforms` have. */
export const namedInChange = { of: 100, platforms: 20 } as const

/** A change and what it is about. */
export const Change = z.object({
  kind: ChangeKind,
  /** The first hundred at most. */
  of: z.array(z.string()),
  /** How many it is about, where `of` does not name all of them. */
  count: z.optional(z.int()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  on: z.optional(Day),
  /** The first twenty at most. */
  platforms: z.optional(z.array(z.string())),
  platformCount: z.optional(z.int()),
})
export type Change = z.infer<typeof Change>
