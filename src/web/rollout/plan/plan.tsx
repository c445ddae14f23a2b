import { createContext, use, useDeferredValue, useMemo, type ReactNode } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { FleetLine } from '../../../contract/fleet.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { addDays } from '../../../domain/due/days.ts'
import { answerTo, horizonDays } from '../../../domain/rollout/answer.ts'
import { versionsToInstall } from '../../../domain/rollout/fixes.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { machinesOnFile, versionsOnFile } from '../../../domain/rollout/on-file.ts'
import { useFirstRows, waitForRest } from '../../catalogue/catalogue.ts'
import { fleetQuery } from '../../catalogue/fleet.ts'
import { useNeedless } from '../../fixes/use-needless.ts'
import { rolloutsQuery } from '../queries.ts'
import { calibrationOf } from './calibration.ts'
import { changeInputs, type OnFile } from './change-inputs.ts'
import { usePlanSearch } from './use-plan-search.ts'
import { useSummaries, type SummaryOf } from './use-summaries.ts'
import { useWholeAddress } from './use-whole-address.ts'
import holidayJp from '@holiday-jp/holiday_jp'
import type { Text } from '../../../contract/text.ts'

const route = getRouteApi('/rollout')

/**
 * What the answer depends on besides the inputs: the bulletins themselves, which of them are enough for each other, and
 * the holidays of the months planned for.
 */
function useFacts({ bulletins, fleet, startsOn }: RolloutInputs, summaryOf: SummaryOf) {
  const needless = useNeedless(
    bulletins,
    fleet.map(({ platform }) => platform),
  )
  const holidays = useMemo(() => japaneseHolidays(startsOn, addDays(startsOn, horizonDays)), [startsOn])
  const facts = useMemo(
    () => ({
      bulletins: bulletins.flatMap((id) => summaryOf(id) ?? []),
      holidays: holidays.map(({ day }) => ({ from: day, to: day })),
      needless,
    }),
    [bulletins, summaryOf, holidays, needless],
  )
  return { holidays, facts }
}

function useComputedPlan() {
  const { platforms, first } = useFirstRows()
  const { data: runs } = useSuspenseQuery(rolloutsQuery())
  const { data: fleet, isPending } = useQuery(fleetQuery())
  const { inputs, given, versus, update } = usePlanSearch(route.useSearch())
  const summaryOf = useSummaries()
  const isKnown = (id: string) => summaryOf(id) !== undefined
  // Of another plan, or of another page.
  if (first && !inputs.bulletins.every(isKnown)) waitForRest(first)
  const { holidays, facts } = useFacts(inputs, summaryOf)
  const answer = useMemo(() => answerTo(inputs, facts), [inputs, facts])

  const lines = fleet?.lines ?? none
  const ids = useMemo(() => platforms.map(({ id }) => id), [platforms])
  const onFile = useMemo(() => versionsOnFile(lines, ids), [lines, ids])
  const inOrder = (versions: ReadonlySet<PlatformId>) => ids.filter((id) => versions.has(id))
  const machinesFor = (bulletins: readonly string[]) => {
    const versions = bulletins.flatMap((id) => [...versionsToInstall(summaryOf(id) ?? { platforms: [] })])
    return machinesOnFile(inOrder(new Set(versions)), onFile)
  }
  const known: OnFile = {
    machinesFor,
    calibrationOf: (by) => calibrationOf(runs, by, summaryOf),
  }
  useWholeAddress({
    given,
    inputs,
    update,
    onFile: isPending || (first && !runs.every(({ bulletin }) => isKnown(bulletin))) ? null : known,
  })

  const affected = inOrder(new Set(facts.bulletins.flatMap((bulletin) => [...versionsToInstall(bulletin)])))
  return {
    inputs,
    /** What the plan beside it has in place of its inputs; null without one. */
    versus,
    facts,
    holidays,
    answer,
    summaryOf,
    /** How many machines there are on file of each version. */
    onFile,
    /** The machines on file that some bulletins are for. */
    machinesFor,
    /** The machines on file that the chosen bulletins are for. */
    own: machinesFor(inputs.bulletins),
    /** The platforms that the chosen bulletins affect, in reading order. */
    affected,
    /** Those of them that have machines to patch. */
    withMachines: affected.filter((id) => answer.fleet.some(({ platform }) => platform === id)),
    change: (change: Partial<RolloutInputs>) => update((now) => ({ inputs: changeInputs(now.inputs, change, known) })),
    /** Changes the plan beside it; null ends the comparison. */
    compare: (change: Partial<RolloutInputs> | null) =>
      update((now) => ({ versus: change && { ...now.versus, ...change } })),
    /** Puts the plan beside it in its place. */
    adopt: () => update((now) => ({ inputs: { ...now.inputs, ...now.versus }, versus: null })),
  }
}

const none: readonly FleetLine[] = []

export type PlanInUse = ReturnType<typeof useComputedPlan>

/** The plan of the address as it is now, and a moment later. */
const NowContext = createContext<PlanInUse | null>(null)
const PlanContext = createContext<PlanInUse | null>(null)

/** Computes the plan of the address for all parts of the page: what follows from it is seen behind what is entered. */
export function PlanProvider({ children }: { children: ReactNode }) {
  const plan = useComputedPlan()
  return (
    <NowContext value={plan}>
      <Later>{children}</Later>
    </NowContext>
  )
}

function Later({ children }: { children: ReactNode }) {
  const plan = useDeferredValue(use(NowContext))
  return <PlanContext value={plan}>{children}</PlanContext>
}

/** Parts in which a plan is entered: each change is made to the newest one, however quickly they follow each other. */
export function AtOnce({ children }: { children: ReactNode }) {
  const plan = use(NowContext)
  return <PlanContext value={plan}>{children}</PlanContext>
}

/** The plan of the address, its answer, and how to change it. */
export function usePlan(): PlanInUse {
  const plan = use(PlanContext)
  if (plan === null) throw new Error('usePlan outside of PlanProvider')
  return plan
}

/** A national holiday of Japan: the calendar day, and what it is called. */
type Holiday = { day: string; name: Text }

/** The national holidays of Japan between two calendar days, both included. */
function japaneseHolidays(from: string, to: string): Holiday[] {
  return Object.values(holidayJp.holidays)
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, name, name_en: english }) => ({ day: date, name: { ja: name, en: english } }))
}
