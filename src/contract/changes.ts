/** What a new version changes of a bulletin: the closed list of kinds, and the shape of one change. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { Day, Text } from './text.ts'

/**
 * Every kind of change, in the order of attention. A quiet one needs no notice. An escalation makes a bulletin more
 * pressing than it was; of those that may go either way `isEscalation` (`domain/changes/loud.ts`) looks at the direction.
 *
 * What `of`, `from` and `to` of a change hold is said beside its kind; codes are words of the contract. `of` is empty
 * where the change is about the bulletin as a whole, and an absent `from` or `to` means that the version did not say.
 */
export const changeTable = [
  { kind: 'new', isQuiet: false, isEscalation: false },
  /** Its publisher has taken it back, or no document lists it any longer. */
  { kind: 'withdrawn', isQuiet: false, isEscalation: false },
  { kind: 'reinstated', isQuiet: false, isEscalation: true },
  /** `of`: vulnerabilities. `from`, `to`: exploits. `on`: since when a catalogue lists it. */
  { kind: 'exploit-up', isQuiet: false, isEscalation: true },
  /**
   * What a catalogue of exploited vulnerabilities says of those that were exploited before. `of`: vulnerabilities. `on`:
   * since when they are listed. `from`, `to`: until when to act, and `ransomware`, as far as they are given, with spaces between.
   */
  { kind: 'known-exploited', isQuiet: false, isEscalation: true },
  /** It concerns machines of the fleet now, and did not before. `of`: platforms of the fleet. `to`: how many machines. */
  { kind: 'machines-affected', isQuiet: false, isEscalation: true },
  /** `of`: vulnerabilities. `from`, `to`: disclosures. */
  { kind: 'disclosure', isQuiet: false, isEscalation: true },
  /** Its publisher has brought it out anew: the number before the dot is a higher one. `of`: vulnerabilities of which that is so. `from`, `to`: revisions. */
  { kind: 're-released', isQuiet: false, isEscalation: true },
  /** `from`, `to`: a severity, or `unrated`. */
  { kind: 'severity-up', isQuiet: false, isEscalation: true },
  /** `from`, `to`: urgencies. */
  { kind: 'urgency', isQuiet: false, isEscalation: true },
  /** `from`, `to`: due days; `of`: the rule that the new one comes from. */
  { kind: 'due-earlier', isQuiet: false, isEscalation: true },
  /** The probability of exploitation has risen above the threshold. `of`: vulnerabilities. `from`, `to`: probabilities from 0 to 1. `on`: of which day. */
  { kind: 'epss-up', isQuiet: false, isEscalation: true },
  /** Nothing on file replaces it any longer: an import was undone, or a document says less. `of`: ids of what did. */
  { kind: 'no-longer-superseded', isQuiet: false, isEscalation: true },
  /** Another bulletin on file replaces it now. `of`: ids of these. */
  { kind: 'superseded', isQuiet: false, isEscalation: false },
  { kind: 'severity-down', isQuiet: false, isEscalation: false },
  { kind: 'package-replaced', isQuiet: false, isEscalation: false },
  /** `of`: names of packages. `platforms`: those that it is offered for. */
  { kind: 'package-added', isQuiet: false, isEscalation: false },
  { kind: 'package-removed', isQuiet: false, isEscalation: false },
  { kind: 'platform-added', isQuiet: false, isEscalation: false },
  { kind: 'platform-removed', isQuiet: false, isEscalation: false },
  /** `of`: platforms. `from`, `to`: codes of a rating, see `vulnerability-rerated`. */
  { kind: 'platform-rerated', isQuiet: false, isEscalation: false },
  /** `of`: ids of known issues. */
  { kind: 'known-issue-added', isQuiet: false, isEscalation: true },
  { kind: 'known-issue-reopened', isQuiet: false, isEscalation: true },
  /** There is a workaround now. */
  { kind: 'known-issue-workaround', isQuiet: false, isEscalation: false },
  /** `to`: the fix that resolves it. */
  { kind: 'known-issue-resolved', isQuiet: false, isEscalation: false },
  { kind: 'known-issue-changed', isQuiet: false, isEscalation: false },
  { kind: 'known-issue-removed', isQuiet: false, isEscalation: false },
  { kind: 'vulnerability-added', isQuiet: false, isEscalation: false },
  { kind: 'vulnerability-removed', isQuiet: false, isEscalation: false },
  /**
   * `of`: vulnerabilities. `platforms`: where. `from`, `to`: rating, status and reason, as far as they are given, with
   * spaces between; absent where the vulnerability did not list the platform, or does so no longer.
   */
  { kind: 'vulnerability-rerated', isQuiet: false, isEscalation: false },
  /** `of`: vulnerabilities. `from`, `to`: CVSS scores, or their vectors where the scores are equal. */
  { kind: 'score', isQuiet: false, isEscalation: false },
  /** `of`: vulnerabilities. `from`, `to`: impacts. */
  { kind: 'impact', isQuiet: false, isEscalation: false },
  /** How likely attacks are. `of`: vulnerabilities. `from`, `to`: exploitabilities of the latest release, else of older ones. */
  { kind: 'exploitability', isQuiet: false, isEscalation: false },
  /** `of`: vulnerabilities. `from`, `to`: whether people have to act. */
  { kind: 'customer-action', isQuiet: false, isEscalation: false },
  /** What is advised besides packages. */
  { kind: 'remedy', isQuiet: false, isEscalation: false },
  /** `from`, `to`: whether a restart is needed; `platforms` where it is so on these alone. */
  { kind: 'restart', isQuiet: false, isEscalation: false },
  { kind: 'uninstall', isQuiet: false, isEscalation: false },
  /** `of`: ids of the older fixes that it replaces now, or does no longer. */
  { kind: 'supersedence-added', isQuiet: false, isEscalation: false },
  { kind: 'supersedence-removed', isQuiet: false, isEscalation: false },
  /** `of`: vulnerabilities. `from`, `to`: exploits. */
  { kind: 'exploit-down', isQuiet: false, isEscalation: false },
  /** `from`, `to`: how final the document is; `final` is one of them. */
  { kind: 'document-status', isQuiet: false, isEscalation: false },
  /** To whom it may be passed on. */
  { kind: 'tlp', isQuiet: false, isEscalation: false },
  /** Results of lab tests that its publisher gives. `of`: OS editions. */
  { kind: 'lab', isQuiet: false, isEscalation: false },
  /** `of`: products whose support has ended, or ends. */
  { kind: 'support', isQuiet: false, isEscalation: false },
  /** Any other fact. `of`: the names of the fields. */
  { kind: 'details', isQuiet: false, isEscalation: false },
  /** Prose. `of`: vulnerabilities. Where it is the only kind, nothing else has changed. */
  { kind: 'text', isQuiet: false, isEscalation: false },
  /** The day of publication. */
  { kind: 'published', isQuiet: true, isEscalation: false },
  /** Addresses and references. */
  { kind: 'link', isQuiet: true, isEscalation: false },
] as const

export const changeKinds = changeTable.map(({ kind }) => kind)
export const ChangeKind = z.enum(changeKinds)
export type ChangeKind = z.infer<typeof ChangeKind>

/** One or more kinds, separated by commas. */
export const ChangeKinds = z
  .string()
  .check(
    z.refine(
      (kinds) => kinds.split(',').every((kind) => changeKinds.some((known) => known === kind)),
      `expected one or more of ${changeKinds.join(', ')}, separated by commas`,
    ),
  )

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

/** What an event changes of a bulletin. */
export const ChangeEntry = z.object({
  /** The number of the event. */
  event: z.int(),
  at: z.iso.datetime(),
  bulletin: BulletinId,
  title: Text,
  /** When the bulletin was published: an old one may come up again. */
  publishedOn: Day,
  /** A person, or the name of what was brought in. */
  who: z.string(),
  /** The document that says so; null where no document does. */
  document: z.nullable(z.object({ kind: z.string(), name: z.string() })),
  /** In the order of attention, quiet ones left out. */
  changes: z.array(Change),
})
export type ChangeEntry = z.infer<typeof ChangeEntry>

/** Bulletins that changed at one moment in one way: `events` has the number of the event for each of `ids`. */
const ChangedTogether = z.object({
  at: z.iso.datetime(),
  kind: ChangeKind,
  ids: z.array(BulletinId),
  events: z.array(z.int()),
})

/** Of each bulletin the last change of each kind that is not quiet; `last` is the number of the last event of all. */
export const LastChanges = z.object({ last: z.int(), changes: z.array(ChangedTogether) })
export type LastChanges = z.infer<typeof LastChanges>

/** The number of the last event that a person has seen. */
export const SeenEvent = z.object({ event: z.int().check(z.nonnegative()) })
export type SeenEvent = z.infer<typeof SeenEvent>
