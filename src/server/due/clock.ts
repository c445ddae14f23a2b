/** The due day of every bulletin, made again when anything has changed that it is made from. */
import type { BulletinDue, Due, DueList, DuePolicy, DuePreview } from '../../contract/due.ts'
import { duePolicyKinds } from '../../contract/due-words.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { dayIn } from '../../domain/due/days.ts'
import { dueOf, knownNow, ruleDays, type DueRules, type Extended } from '../../domain/due/due.ts'
import { previewOf } from '../../domain/due/preview.ts'
import { isOpen } from '../../domain/triage/triage.ts'
import { readDecisionTable } from '../content.ts'
import { memoizeByVersion } from '../memoize.ts'
import type { KeptException } from '../store/due.ts'
import type { Fixes } from '../fixes.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { readAssessed } from './assessed.ts'
import { teamDay } from './team-day.ts'
import { isInput, readInputs, type DueInputs, type Indexed } from './inputs.ts'

/** Days that are decided between two pauses. */
const atOnce = 50

type Deps = {
  store: Store
  fixes: Pick<Fixes, 'toInstall' | 'fleet'>
  now: () => Date
  /** The summary index with the tree of platforms, and the number of its version. */
  index: () => Promise<Indexed>
  indexVersion: () => Promise<unknown>
}

/** What moves the clock beside the policy: `Frame` has the rules and the day that it is. */
type Frame = { rules: DueRules; today: string; exceptions: ReadonlyMap<string, KeptException> }

/** The due days of all bulletins, of one, and under another policy. */
export function clockOf({ store, fixes, now, index, indexVersion }: Deps) {
  const table = memoizeByVersion(() => Promise.resolve(null), readDecisionTable)
  const inputsVersion = async () => [await store.documentsVersion(), (await store.fleet.current()).version].join(' ')
  const inputs = memoizeByVersion(inputsVersion, async () => readInputs({ store, fixes }, await index()))

  /** Catalogues say more of the same documents. */
  const factsVersion = async () => [await indexVersion(), await inputsVersion()].join(' ')
  const assessed = memoizeByVersion(factsVersion, async () => readAssessed(store, await inputs()))

  async function frameOf(policy: DuePolicy): Promise<Frame> {
    const dayOf = dayIn(policy.zone)
    const exceptions = await store.due.exceptions()
    return {
      rules: { policy, table: await table(), dayOf, assessed: policy.kind === 'table' ? new Map() : await assessed() },
      today: dayOf(now()),
      exceptions: new Map(exceptions.map((exception) => [exception.bulletin, exception])),
    }
  }

  /** The days under a policy, of those that have any. */
  async function decided(known: DueInputs, { rules, today, exceptions }: Frame): Promise<Map<string, Due>> {
    const days = new Map<string, Due>()
    let count = 0
    for (const [id, input] of known) {
      const due = isInput(input) ? dueOf(ruleDays(input, rules), exceptions.get(id) ?? null, today) : null
      if (due !== null) days.set(id, due)
      if (++count % atOnce === 0) await yieldToEventLoop()
    }
    return days
  }

  /** It grows with the day, too. */
  const version = async () => {
    const { today } = await teamDay(store, now)
    return [await factsVersion(), await store.due.version(), today].join(' ')
  }

  const list = memoizeByVersion(version, async (): Promise<Omit<DueList, 'due'> & { due: Map<string, Due> }> => {
    const policy = await store.due.policy()
    const frame = await frameOf(policy)
    const due = await decided(await inputs(), frame)
    return { version: await version(), today: frame.today, zone: policy.zone, due }
  })

  /** The ids of what is done or not applicable. */
  async function closed(): Promise<ReadonlySet<string>> {
    const states = await store.triage.since(0)
    return new Set(states.filter(({ status }) => !isOpen(status)).map(({ id }) => id))
  }

  async function preview(policy: DuePolicy): Promise<DuePreview> {
    const [{ due: present }, known, isClosed] = await Promise.all([list(), inputs(), closed()])
    const open = (days: ReadonlyMap<string, Due>) => new Map([...days].filter(([id]) => !isClosed.has(id)))
    return previewOf(open(present), open(await decided(known, await frameOf(policy))))
  }

  /** The day of one bulletin, with all that it comes from. */
  async function ofBulletin(id: string): Promise<BulletinDue> {
    const [policy, known, exception, state] = await Promise.all([
      store.due.policy(),
      inputs(),
      store.due.exception(id),
      store.triage.find(id),
    ])
    const { rules, today } = await frameOf(policy)
    const input = known.get(id)
    const { days, decisions } = isInput(input) ? ruleDays(input, rules) : { days: [], decisions: [] }
    const isClosed = state !== null && !isOpen(state.status)
    const due = isClosed ? null : dueOf({ days, decisions }, exception, today)
    return {
      id,
      version: exception?.version ?? 0,
      today,
      zone: policy.zone,
      policy: policy.kind,
      due,
      none:
        due !== null ? null : isClosed ? 'closed' : isInput(input) || input === undefined ? 'not-to-install' : input,
      days: days.map(({ on, rule, first }) => ({ on, rule, first })),
      decisions,
      exception: exception === null ? null : withoutKnew(exception),
    }
  }

  /** The facts of a bulletin that an exception made now would know, whatever policy comes later. */
  async function knewOf(id: string): Promise<string[]> {
    const input = (await inputs()).get(id)
    if (!isInput(input)) return []
    const policy = await store.due.policy()
    const frames = await Promise.all(duePolicyKinds.map((kind) => frameOf({ ...policy, kind })))
    return frames.flatMap(({ rules }) => knownNow(ruleDays(input, rules)))
  }

  /** The same for all that is or was to be installed: what a newer fix has replaced counts by the machines that it was for. */
  const everInputs = memoizeByVersion(inputsVersion, async () =>
    readInputs({ store, fixes: { toInstall: () => concernedBy(fixes) } }, await index()),
  )
  const everAssessed = memoizeByVersion(factsVersion, async () => readAssessed(store, await everInputs()))

  /** The day that counted on another day, by bulletin, with the exception that there was then. */
  async function onDays(
    asked: ReadonlyMap<string, { on: string; exception: Omit<Extended, 'knew'> | null }>,
  ): Promise<Map<string, Due>> {
    const policy = await store.due.policy()
    const [{ rules, exceptions }, known] = await Promise.all([frameOf(policy), everInputs()])
    const then = policy.kind === 'table' ? rules : { ...rules, assessed: await everAssessed() }
    const days = new Map<string, Due>()
    let count = 0
    for (const [id, { on, exception }] of asked) {
      const input = known.get(id)
      const extended = exception && { ...exception, knew: exceptions.get(id)?.knew ?? [] }
      const due = isInput(input) ? dueOf(ruleDays(input, then), extended, on) : null
      if (due !== null) days.set(id, due)
      if (++count % atOnce === 0) await yieldToEventLoop()
    }
    return days
  }

  return { version, list, preview, ofBulletin, knewOf, onDays }
}

export type DueClock = ReturnType<typeof clockOf>

const withoutKnew = ({ knew: _knew, ...exception }: KeptException) => exception

/** By bulletin, the platforms of the fleet that it is for, whether it is to be installed there or another has it in it. */
async function concernedBy(fixes: Pick<Fixes, 'fleet'>): Promise<Map<string, PlatformId[]>> {
  const { fixes: rows } = await fixes.fleet()
  return new Map(
    rows.map(({ id, install = [], alternative = [], contained = [] }) => [
      id,
      [...install, ...alternative, ...contained],
    ]),
  )
}
