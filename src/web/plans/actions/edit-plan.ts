/** What an edit of a plan is, and how two of them come together. */
import type { KeptPlan, PlanEdit, PlanWave } from '../../../contract/plans.ts'

/** What people change of a plan, as it is typed. */
export type PlanDraft = Omit<PlanEdit, 'why'>

const fields = ['name', 'owner', 'ticket', 'inputs', 'waves'] as const
type Field = (typeof fields)[number]

export const draftOf = ({ name, owner, ticket, inputs, waves }: PlanDraft): PlanDraft => ({
  name,
  owner,
  ticket,
  inputs,
  waves,
})

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** A field that both have changed, or that would be lost: what is there now, and what would be there. */
export type PlanClash = { field: Field; isBoth: boolean }

/** My changes over what another person has made of it meanwhile. What I have not changed stays theirs. */
export function rebasedDraft(base: PlanDraft, mine: PlanDraft, theirs: PlanDraft): PlanDraft {
  const isMine = (field: Field) => !same(base[field], mine[field])
  return {
    name: isMine('name') ? mine.name : theirs.name,
    owner: isMine('owner') ? mine.owner : theirs.owner,
    ticket: isMine('ticket') ? mine.ticket : theirs.ticket,
    inputs: isMine('inputs') ? mine.inputs : theirs.inputs,
    waves: isMine('waves') ? mine.waves : theirs.waves,
  }
}

/** Where what is there now and what would be there differ. */
export function clashesOf(base: PlanDraft, mine: PlanDraft, theirs: PlanDraft): PlanClash[] {
  const result = rebasedDraft(base, mine, theirs)
  return fields
    .filter((field) => !same(result[field], theirs[field]))
    .map((field) => ({ field, isBoth: !same(base[field], theirs[field]) }))
}

/** Waves wait only for waves before them: what a move has turned around waits no longer. */
const inOrder = (waves: readonly PlanWave[]): PlanWave[] =>
  waves.map((wave, position) => {
    const before = new Set(waves.slice(0, position).map(({ key }) => key))
    return { ...wave, waitsFor: wave.waitsFor.filter((key) => before.has(key)) }
  })

/** The waves with one of them a place further on, or back. */
export function movedWave(waves: readonly PlanWave[], key: string, by: 1 | -1): PlanWave[] {
  const from = waves.findIndex((wave) => wave.key === key)
  const [wave, other] = [waves[from], waves[from + by]]
  if (wave === undefined || other === undefined) return [...waves]
  return inOrder(waves.map((each, at) => (at === from ? other : at === from + by ? wave : each)))
}

/** The waves withoutWave one of them; those that waited for it wait for what it waited for. */
export function withoutWave(waves: readonly PlanWave[], key: string): PlanWave[] {
  const gone = waves.find((wave) => wave.key === key)
  if (gone === undefined) return [...waves]
  return waves
    .filter((wave) => wave.key !== key)
    .map((wave) =>
      wave.waitsFor.includes(key)
        ? { ...wave, waitsFor: [...new Set(wave.waitsFor.flatMap((each) => (each === key ? gone.waitsFor : each)))] }
        : wave,
    )
}

/** The waves with another one at the end that waits for the last, by the rule of its gate. */
export function withAnother(waves: readonly PlanWave[]): PlanWave[] {
  const keys = new Set(waves.map(({ key }) => key))
  const number = Array.from({ length: keys.size + 1 }, (_, at) => at + 1).find((each) => !keys.has(`wave-${each}`))
  const last = waves.at(-1)
  if (last === undefined) return []
  const machines = last.machines.map(({ platform }) => ({ platform, count: 0 }))
  return [...waves, { key: `wave-${number}`, name: '', machines, waitsFor: [last.key], gate: last.gate }]
}

/** The plan on file, as it is sent back. */
export const editOf = (draft: PlanDraft, why: string): PlanEdit => ({
  ...draft,
  waves: draft.waves.map((wave) => ({ ...wave, machines: wave.machines.filter(({ count }) => count > 0) })),
  why,
})

/** Every platform that any wave has machines of. */
export const platformsIn = ({ waves }: Pick<KeptPlan, 'waves'>): string[] => [
  ...new Set(waves.flatMap(({ machines }) => machines.map(({ platform }) => platform))),
]
