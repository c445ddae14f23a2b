/** What is on file around a bulletin: what its page shows beside what the bulletin itself says. */
import * as z from 'zod'
import { KnownExploitedEntry, Vulnerability } from './bulletin.ts'
import { PlatformCount } from './platform.ts'
import { EpssScore } from './signals.ts'
import { BulletinId, Name } from './summary-fields.ts'
import { VectorReading } from './vulnerability-record.ts'
import { ExploitedBy } from './words.ts'

/** What catalogues say of a vulnerability of the bulletin. What is absent nobody says. */
export const FlawContext = z.object({
  /** Its id as printed in the bulletin. */
  id: Name,
  /** Which catalogues say that it is exploited, in the order of the vocabulary. */
  exploitedBy: z.array(ExploitedBy),
  kev: z.optional(KnownExploitedEntry),
  epss: z.optional(EpssScore),
  /** The score of its CVE record, where the bulletin gives none. */
  cvss: Vulnerability.shape.cvss,
})
export type FlawContext = z.infer<typeof FlawContext>

/** A fix that the bulletin replaces, or that one of those replaced, `depth` steps from it. */
export const ChainStep = z.object({
  id: Name,
  from: Name,
  depth: z.int(),
  /** `unknown`: not on file. `itself`: it names itself. `loop`: it is further up already. */
  doubt: z.nullable(z.enum(['unknown', 'itself', 'loop'])),
})

export const BulletinContext = z.object({
  /** One for each vulnerability, in the order of the bulletin. */
  flaws: z.array(FlawContext),
  /** What the CVSS vectors of their scores say, by vector; one that cannot be read is not here. */
  vectors: z.record(z.string(), VectorReading),
  /** The platforms that the bulletin or the fleet names, with all above them and all below those of the fleet; in the order of the tree. */
  platforms: z.array(PlatformCount),
  /** The bulletins on file that say that they replace it. */
  replacedBy: z.array(BulletinId),
  chain: z.array(ChainStep),
  /** Of the other bulletins that it or its chain names, those on file. */
  onFile: z.array(BulletinId),
})
export type BulletinContext = z.infer<typeof BulletinContext>
