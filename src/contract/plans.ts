/** Kept plans: what people write of one, and what is on file of it. What it comes to is in `plan-view.ts`. */
import * as z from 'zod'
import { FleetLine, MachineRole } from './fleet.ts'
import * as limits from './limits.ts'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { anyText, atMost, someText, wholeNumber } from './text.ts'

/** `approved` goes back to `draft` with every change; `running` and `stopped` may follow one another. */
export const planStates = ['draft', 'approved', 'running', 'stopped', 'finished'] as const
export const PlanState = z.enum(planStates)
export type PlanState = z.infer<typeof PlanState>

/** A wave within its plan; it stays when the wave is renamed or moved. */
export const WaveKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'expected a key such as wave-1'))
export type WaveKey = z.infer<typeof WaveKey>

/** The waves of the ready rule, by their keys: pages name those that have no name of their own. */
export const readyWaveKeys = ['pilot', 'clients', 'servers', 'domain-controllers'] as const

const Percent = z.number().check(z.gte(0), z.lte(100))

/** What must hold of each wave that a wave waits for, before it opens. */
export const GateRule = z.object({
  /** Share of its machines that are done. */
  donePercent: Percent,
  /** The most first attempts that may have failed; null: no limit. */
  failurePercent: z.nullable(Percent),
  /** Hours that pass after that share was done. */
  soakHours: z.number().check(z.gte(0), z.lte(limits.soakHours.max)),
  /** Whether a known issue of a fix of the plan that is seen after it has begun stops the gate. */
  noNewIssues: z.boolean(),
})
export type GateRule = z.infer<typeof GateRule>

export const PlannedMachines = z.object({ platform: PlatformId, count: wholeNumber(limits.plannedMachines) })

export const PlanWave = z.object({
  key: WaveKey,
  /** Empty: it is called by its key. */
  name: anyText(limits.waveName),
  machines: z.array(PlannedMachines).check(atMost(limits.fleetLines, 'platforms')),
  /** What its machines are for, where that is known. */
  roles: z.optional(z.array(MachineRole).check(atMost(limits.machineRoles, 'roles'))),
  /** The machines on file that are in it, by their ids; absent where it only counts. */
  machineIds: z.optional(z.array(z.int().check(z.positive())).check(atMost(limits.waveMachines, 'machines'))),
  /** The waves before it that it waits for: none, one, or several. */
  waitsFor: z.array(WaveKey),
  gate: GateRule,
})
export type PlanWave = z.infer<typeof PlanWave>

const differ = (keys: readonly (string | number)[]) => new Set(keys).size === keys.length

const PlanWaves = z.array(PlanWave).check(
  z.minLength(1, 'expected a wave'),
  atMost(limits.wavesOfPlan, 'waves'),
  z.refine((waves) => differ(waves.map(({ key }) => key)), 'each key at most once'),
  z.refine(
    (waves) => waves.every(({ machines }) => differ(machines.map(({ platform }) => platform))),
    'each platform at most once in a wave',
  ),
  z.refine(
    (waves) =>
      waves.every(({ waitsFor }, at) => {
        const before = new Set(waves.slice(0, at).map(({ key }) => key))
        return differ(waitsFor) && waitsFor.every((key) => before.has(key))
      }),
    'a wave waits only for waves before it',
  ),
  z.refine((waves) => differ(waves.flatMap(({ machineIds }) => machineIds ?? [])), 'each machine in one wave'),
)

/** What people write of a plan. */
export const planFields = {
  name: someText('a name', limits.planName),
  owner: z.nullable(someText('a name', limits.assignee)),
  /** The change number of another system. */
  ticket: z.nullable(someText('a change number', limits.changeTicket)),
  /** Windows, consoles, bulletins, machines: the text of the draft link, after `plan=` (`domain/rollout/inputs.ts`). */
  inputs: someText('a plan', limits.planInputs),
}

/** A plan that is to be kept. Without `waves` the server makes those of the ready rule: a pilot, clients, servers last. */
export const NewPlan = z.object({ ...planFields, waves: z.optional(PlanWaves) })
export type NewPlan = z.infer<typeof NewPlan>

const Why = anyText(limits.planReason)
const NeededWhy = someText('a reason', limits.planReason)

/** What a plan becomes, whole. `why`: in the history; needed where the inputs change. */
export const PlanEdit = z.object({ ...planFields, waves: PlanWaves, why: Why })
export type PlanEdit = z.infer<typeof PlanEdit>

/** Who approved a plan, or did something else to it, when. */
export const Signed = z.object({ by: z.string(), at: z.iso.datetime() })
export type Signed = z.infer<typeof Signed>

/** A gate that a person has opened, and why. */
export const OpenedGate = z.object({ wave: WaveKey, ...Signed.shape, why: z.string() })
export type OpenedGate = z.infer<typeof OpenedGate>

/** Machines of a wave that a person has counted by hand at a moment. */
export const PlanCount = z
  .object({
    wave: WaveKey,
    /** Machines that were done at `at`. */
    done: wholeNumber(limits.plannedMachines),
    /** Machines on which a first attempt was made, and on which it failed; absent where nobody counted them. */
    tried: z.optional(wholeNumber(limits.plannedMachines)),
    failed: z.optional(wholeNumber(limits.plannedMachines)),
    at: z.iso.datetime(),
  })
  .check(
    z.refine(({ tried, failed }) => (tried === undefined) === (failed === undefined), {
      path: ['failed'],
      message: 'expected tried and failed, or neither',
    }),
    z.refine(({ tried = 0, failed = 0 }) => failed <= tried, { path: ['failed'], message: 'at most as many as tried' }),
  )
export type PlanCount = z.infer<typeof PlanCount>

/** A plan on file. */
export const KeptPlan = z.object({
  id: z.int(),
  /** The number of the event that last changed it, for `If-Match`. Counts by hand change nothing of a plan. */
  version: z.int(),
  name: z.string(),
  owner: z.nullable(z.string()),
  ticket: z.nullable(z.string()),
  inputs: z.string(),
  waves: z.array(PlanWave),
  /** The bulletins of its inputs. */
  bulletins: z.array(BulletinId),
  /** The fleet when it was kept. */
  fleet: z.array(FleetLine),
  state: PlanState,
  /** Who has approved what it is now; null where nobody has. */
  approval: z.nullable(Signed),
  /** When it first ran. */
  startedAt: z.nullable(z.iso.datetime()),
  created: Signed,
  changed: Signed,
  opened: z.array(OpenedGate),
  counts: z.array(z.object({ ...PlanCount.shape, by: z.string() })),
})
export type KeptPlan = z.infer<typeof KeptPlan>

/** Another state. `why` is asked for where a plan is stopped. */
export const PlanStateChange = z.object({ state: PlanState, why: Why }).check(
  z.refine(({ state, why }) => state !== 'stopped' || why.trim() !== '', {
    path: ['why'],
    message: 'expected a reason',
  }),
)

/** Opens a gate that waits or is stopped, or takes that back. */
export const GateOpening = z.object({ isOpen: z.boolean(), why: NeededWhy })

/** What the problem of a lost race tells beyond the usual: the plan that is there now. */
export const PlanConflict = z.object({ current: KeptPlan })
