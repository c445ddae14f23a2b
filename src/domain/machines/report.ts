/** What one file says of one machine, and nothing that the file does not have. */
import * as z from 'zod'
import { reachabilities } from '../../contract/fleet.ts'
import { inventoryKinds } from '../../contract/inventory.ts'
import { machineName, machineRole, osEdition } from '../../contract/limits.ts'
import { Day } from '../../contract/text.ts'

/** A fix by its KB article: `KB5060842`. */
const Kb = z.string().check(z.regex(/^KB\d{4,8}$/))

/** A result code of Windows as it is written: `0x80240017`. */
const Code = z.string().check(z.regex(/^0x[0-9A-F]{8}$/))

/** As Windows counts it: `10.0.26100.4349`; the revision is missing where the format does not have it. */
const Build = z.string().check(z.regex(/^\d{1,3}\.\d{1,3}\.\d{3,6}(\.\d{1,6})?$/))

/** What installing a fix on a machine came to. `restart-pending`: it takes effect with the next restart. */
const attemptOutcomes = ['installed', 'failed', 'removed', 'restart-pending'] as const

/** How a deployment tool finds a fix on a machine. */
export const reportedStates = ['installed', 'required', 'not-required', 'unknown'] as const

const architectures = ['x64', '32-bit', 'arm64', 'itanium'] as const

/** How Windows is installed, where the format tells more than its name does. */
const installations = ['client', 'server', 'server-core'] as const

/**
 * One machine as one file has it. What is absent, the file does not say; an empty list of fixes says that there are none.
 * Names of people, addresses and serial numbers are in no report.
 */
export const MachineReport = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(machineName.maxLength)),
  kind: z.enum(inventoryKinds),
  /** When the machine was looked at; null where neither the format nor who brings the file says it. */
  seenAt: z.nullable(z.iso.datetime()),
  /** Windows as it names itself: `Microsoft Windows 11 Pro`. */
  caption: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  architecture: z.optional(z.enum(architectures)),
  installation: z.optional(z.enum(installations)),
  build: z.optional(Build),
  edition: z.optional(z.string().check(z.minLength(1), z.maxLength(osEdition.maxLength))),
  /** A platform that is named, rather than seen from the name of Windows and its build: as it is written in the file. */
  platform: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** All fixes that the machine lists, each once; `since` where it says the day. */
  fixes: z.optional(z.array(z.object({ kb: Kb, since: z.optional(Day) }))),
  states: z.optional(z.array(z.object({ kb: Kb, state: z.enum(reportedStates), code: z.optional(Code) }))),
  attempts: z.optional(
    z.array(z.object({ kb: Kb, at: z.iso.datetime(), outcome: z.enum(attemptOutcomes), code: z.optional(Code) })),
  ),
  roles: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(machineRole.maxLength)))),
  reachable: z.optional(z.enum(reachabilities)),
  restartPending: z.optional(z.boolean()),
})
export type MachineReport = z.infer<typeof MachineReport>

/** What two names of one machine have in common: Windows does not tell upper case from lower case. */
export const machineKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
