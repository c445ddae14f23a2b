/** Signals: what catalogues and publishers say of a vulnerability, each with its source and day. */
import * as z from 'zod'
import { Cwe, KnownExploitedEntry } from './bulletin.ts'
import { Day } from './text.ts'
import { Exploitability, ExploitedBy, Reach, SsvcAutomatable, SsvcExploitation, SsvcImpact } from './words.ts'

const CvssNumber = z.number().check(z.gte(0), z.lte(10))
const Probability = z.number().check(z.gte(0), z.lte(1))

/** What EPSS says: how likely it is to be exploited within 30 days. */
export const EpssScore = z.object({
  /** A probability, 0 to 1. */
  score: Probability,
  /** The share of all vulnerabilities with this score or a lower one; null in lists of before September 2021. */
  percentile: z.nullable(Probability),
  /** The day of the list, and the model that it was made by; null where the list does not say. */
  on: z.nullable(Day),
  model: z.nullable(z.string()),
})
export type EpssScore = z.infer<typeof EpssScore>

/** A score in a CVE record, and whether the CVE's own authority (`cna`) gives it or CISA (`adp`). */
export const RecordScore = z.object({
  version: z.string(),
  vector: z.string(),
  score: CvssNumber,
  by: z.enum(['cna', 'adp']),
})
export type RecordScore = z.infer<typeof RecordScore>

/** CISA's answers to the questions of SSVC, and the moment of the judgement. What is absent was not answered. */
export const SsvcAnswers = z.object({
  exploitation: z.optional(SsvcExploitation),
  automatable: z.optional(SsvcAutomatable),
  technicalImpact: z.optional(SsvcImpact),
  at: z.nullable(z.iso.datetime({ offset: true })),
})

/** What a CVE record says, with CISA's container (Vulnrichment) in it. */
export const CveRecord = z.object({
  cve: z.string().check(z.regex(/^CVE-\d{4}-\d{4,}$/)),
  /** The last moment that the record or any part of it names; ISO 8601, in UTC. */
  updatedAt: z.iso.datetime(),
  /** Taken back by who gave out the number: nothing else of it holds. */
  isRejected: z.optional(z.literal(true)),
  title: z.optional(z.string()),
  ssvc: z.optional(SsvcAnswers),
  /** Since when CISA's list of exploited ones has it, as the record says. */
  kevSince: z.optional(Day),
  scores: z.optional(z.array(RecordScore)),
  cwes: z.optional(z.array(Cwe)),
})
export type CveRecord = z.infer<typeof CveRecord>

/** What the catalogues on file say of a CVE. What is absent they do not say. */
export const CatalogueSignals = z.object({
  kev: z.optional(KnownExploitedEntry),
  epss: z.optional(EpssScore),
  record: z.optional(CveRecord),
})
export type CatalogueSignals = z.infer<typeof CatalogueSignals>

/** What a row of the index tells of the signals of its vulnerabilities: joined from bulletin and catalogues when it is read. */
export const rowSignalFields = {
  /** Who says that any of them is exploited, in the order of the vocabulary. */
  exploitedBy: z.array(ExploitedBy),
  /** Whether CISA's list knows of ransomware that uses any of them; absent where it does not say. */
  ransomware: z.optional(z.boolean()),
  /** The largest probability of exploitation, 0 to 1. */
  epss: z.optional(Probability),
  /** The most likely one. */
  exploitability: z.optional(Exploitability),
  /** That of each of them, the most likely first. */
  exploitabilities: z.array(Exploitability),
  /** The largest score that counts. */
  cvss: z.optional(CvssNumber),
  /** How any of them is reached, in the order of the vocabulary. */
  reach: z.array(Reach),
  /** Kinds of weakness, such as `CWE-416`, in the order of their numbers. */
  cwes: z.array(z.string()),
  /** The parts of products that have the flaws, in the order of their names. */
  components: z.array(z.string()),
  /** Who issues the document; absent where it does not say. */
  publisher: z.optional(z.string()),
}

const RowSignals = z.object(rowSignalFields)
export type RowSignals = z.infer<typeof RowSignals>
