/**
 * The schemas of the closed vocabularies.
 *
 * All schemas of this folder are written with functions (`z.optional(x)`, `.check(…)`) and never with
 * methods (`x.optional()`), so that the server reads them with `zod` and the browser with `zod/mini`.
 */
import * as z from 'zod'
import {
  productStatuses,
  vexReasons,
  ssvcAutomatables,
  ssvcExploitations,
  ssvcImpacts,
  documentStatuses,
  tlps,
} from './document-vocabulary.ts'
import {
  type severityOptions,
  exploitabilities,
  exploitedByOptions,
  notableReasons,
  reaches,
  urgencies,
  exploits,
  disclosures,
  impacts,
  restarts,
  environments,
  outcomes,
  type labStates,
  type issuesOnFile,
  type presences,
  triages,
  type triageOptions,
  sortOrders,
} from './vocabulary.ts'

/** 1 critical, 2 important, 3 moderate, 4 low. */
export const Severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Severity = z.infer<typeof Severity>

/** What a list can be asked for: a severity, or that none is known. */
export type SeverityOption = (typeof severityOptions)[number]

/**
 * `unrated`: affected, and the publisher does not say how badly. `no-fix`: affected, but nothing is offered (out of
 * support, or rated not critical). `none`: not affected.
 */
export const Rating = z.union([Severity, z.literal('unrated'), z.literal('no-fix'), z.literal('none')])
export type Rating = z.infer<typeof Rating>

/**
 * What a document says of a product besides how bad a vulnerability is on it. `fixed`: it has the fix, or its fix is in
 * the package named; `recommended`: the publisher recommends that version; `last-affected`: later versions are not.
 */
export const ProductStatus = z.enum(productStatuses)
export type ProductStatus = z.infer<typeof ProductStatus>

/** Why a product is not affected, in the labels of VEX. */
export const VexReason = z.enum(vexReasons)
export type VexReason = z.infer<typeof VexReason>

/** How likely attacks are, as Microsoft assesses it. */
export const Exploitability = z.enum(exploitabilities)
export type Exploitability = z.infer<typeof Exploitability>

/** Who says that a vulnerability is exploited. */
export const ExploitedBy = z.enum(exploitedByOptions)
export type ExploitedBy = z.infer<typeof ExploitedBy>

/** Why a vulnerability calls for attention. */
export const NotableReason = z.enum(notableReasons)
export type NotableReason = z.infer<typeof NotableReason>

/** How a vulnerability is reached. */
export const Reach = z.enum(reaches)
export type Reach = z.infer<typeof Reach>

export const SsvcExploitation = z.enum(ssvcExploitations)
export const SsvcAutomatable = z.enum(ssvcAutomatables)
export const SsvcImpact = z.enum(ssvcImpacts)

/** How final a document is. Absent means final. */
export const DocumentStatus = z.enum(documentStatuses)
export type DocumentStatus = z.infer<typeof DocumentStatus>

/** To whom the publisher lets a text be passed on (Traffic Light Protocol, 1.0 and 2.0); the strictest first. */
export const Tlp = z.enum(tlps)
export type Tlp = z.infer<typeof Tlp>

/** `unrated`: how severe it is is not known, and nothing else tells how soon. */
export const UrgencyLevel = z.enum(urgencies)
export type UrgencyLevel = z.infer<typeof UrgencyLevel>

export const Exploit = z.enum(exploits)
export type Exploit = z.infer<typeof Exploit>

export const Disclosure = z.enum(disclosures)
export type Disclosure = z.infer<typeof Disclosure>

export const Impact = z.enum(impacts)
export type Impact = z.infer<typeof Impact>

export const Restart = z.enum(restarts)
export type Restart = z.infer<typeof Restart>

export const Uninstall = z.enum(['not-possible', 'possible', 'unknown'])
export type Uninstall = z.infer<typeof Uninstall>

export const Environment = z.enum(environments)
export type Environment = z.infer<typeof Environment>

/** `unrecorded`: the test was done, but its outcome was not kept. Not tested is the absence of a test result. */
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** What the lab knows of a bulletin: any of the outcomes that it saw, or that it has seen none. */
export type LabState = (typeof labStates)[number]

/** Whether something is on file. */
export type Presence = (typeof presences)[number]
export type IssuesOnFile = (typeof issuesOnFile)[number]

/** How far we are with a bulletin. With the last two nothing is left to do. */
export const Triage = z.enum(triages)
export type Triage = z.infer<typeof Triage>

/** What a list can be asked for: how far we are, or what was deferred until a day that has come. */
export type TriageOption = (typeof triageOptions)[number]

/** In which order a list comes. */
export const SortOrder = z.enum(sortOrders)
export type SortOrder = z.infer<typeof SortOrder>

/** An order, or by a minus the other way round; what the order knows nothing of is last in both. */
export type Sort = SortOrder | `-${SortOrder}`
export const Sort = z.enum([...sortOrders, ...sortOrders.map((order): Sort => `-${order}`)])
