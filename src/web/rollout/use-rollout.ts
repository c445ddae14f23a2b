import { useCallback, useEffect, useMemo, useState } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { fleetQuery } from '../fleet/queries.ts'
import { rolloutsQuery } from './queries.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { MeasuredRollout } from '../../contract/rollouts.ts'
import type { Summary } from '../../contract/summary.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { answerTo, freezesOf, horizonDays } from '../../domain/rollout/answer.ts'
import { assumedCurve, minutesOn } from '../../domain/rollout/curve.ts'
import { fixOf, versionsToInstall } from '../../domain/rollout/fixes.ts'
import { defaults, readSome, writeInputs, writeSome, type RolloutInputs } from '../../domain/rollout/inputs.ts'
import { calibrate, isSameCalibration, compareToEstimate } from '../../domain/rollout/measured.ts'
import { machinesOnFile, onPresentPlatforms } from '../../domain/rollout/on-file.ts'
import { remedies } from '../../domain/rollout/remedy.ts'
import type { Machines } from '../../domain/rollout/waves.ts'
import { countedAs, parentOf } from '../../domain/platforms/platforms.ts'
import { valueAt } from '../../domain/table/open.ts'
import { japaneseHolidays } from './holidays.ts'
import { rolloutRoute } from './route.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'

/** What an address leaves out: the first day is today, the zone is this device's. */
const here = () => defaults(Temporal.Now.plainDateISO().toString(), Temporal.Now.timeZoneId())

/** Where each bulletin is in the index. */
const rowsById = ({ table }: Columns) =>
  new Map(Array.from({ length: table.rows }, (_, row) => [valueAt(table.columns.id, row) ?? '', row]))

export type Rollout = ReturnType<typeof useRollout>

/** The plan of the address, its answer, and how to change it. */
export function useRollout() {
  const { columns, platforms } = useCatalogue()
  const { plan = '', versus } = rolloutRoute.useSearch()
  const navigate = rolloutRoute.useNavigate()
  const [usual] = useState(here)
  const { data: runs } = useSuspenseQuery(rolloutsQuery())
  const { data: fleet, isPending } = useQuery(fleetQuery())
  const rows = useMemo(() => rowsById(columns), [columns])
  const summaryOf = (id: string): Summary | undefined => {
    const row = rows.get(id)
    return row === undefined ? undefined : columns.summaryAt(row)
  }

  const judgeRuns = (measured: readonly MeasuredRollout[], { setupMinutes, secondsPerMachine }: RolloutInputs) =>
    compareToEstimate(measured, ({ bulletin, machines, consoles }) => {
      const summary = summaryOf(bulletin)
      if (summary === undefined) return null
      return minutesOn(fixOf(summary, assumedCurve(setupMinutes, secondsPerMachine / 60)).curve, machines, consoles)
    })

  /** What an address says. It may be older than the ids of its platforms. */
  const read = useCallback(
    (text: string): Partial<RolloutInputs> => {
      const { fleet: machines, ...said } = readSome(text)
      return { ...said, ...(machines !== undefined && { fleet: onPresentPlatforms(machines, platforms) }) }
    },
    [platforms],
  )
  const inputs = useMemo((): RolloutInputs => ({ ...usual, ...read(plan) }), [usual, read, plan])
  const go = (
    change: (before: RolloutInputs, other: string | undefined) => [RolloutInputs, string | undefined],
    resetScroll = false,
  ) =>
    void navigate({
      // What was changed a moment ago may be on its way yet: the router knows the newest address.
      search: (search) => {
        const [next, other] = change({ ...usual, ...read(search.plan ?? '') }, search.versus)
        return { ...search, plan: writeInputs(next), versus: other }
      },
      replace: true,
      resetScroll,
    })
  const ownCalibration = (by: RolloutInputs) => calibrate(judgeRuns(runs, by), by.tool)

  const inOrder = (versions: ReadonlySet<PlatformId>) => platforms.map(({ id }) => id).filter((id) => versions.has(id))
  /** The machines on file that the bulletins concern. */
  const machinesFor = (bulletins: readonly string[]) => {
    const versions = bulletins.flatMap((id) => [...versionsToInstall(summaryOf(id) ?? { platforms: [] })])
    return machinesOnFile(inOrder(new Set(versions)), fleet?.lines ?? [])
  }

  // A link means the same tomorrow and elsewhere: the address names its first day, its zone and its machines from the
  // start, and what the estimate is corrected by.
  const given = read(plan)
  const isWhole = given.startsOn !== undefined && given.zone !== undefined
  useEffect(() => {
    if (isWhole || isPending) return
    const own = ownCalibration(inputs)
    // Whoever comes from the middle of another page is at the top of this one.
    go(
      (before, other) => [
        {
          ...before,
          ...(given.calibration === undefined && own.runs > 0 && { calibration: own }),
          ...(given.fleet === undefined && { fleet: machinesFor(before.bulletins) }),
        },
        other,
      ],
      true,
    )
  })

  const holidays = useMemo(() => {
    const until = Temporal.PlainDate.from(inputs.startsOn).add({ days: horizonDays }).toString()
    return japaneseHolidays(inputs.startsOn, until)
  }, [inputs.startsOn])
  const facts = useMemo(
    () => ({
      bulletins: inputs.bulletins.flatMap((id) => {
        const row = rows.get(id)
        return row === undefined ? [] : [columns.summaryAt(row)]
      }),
      holidays: holidays.map(({ day }) => ({ from: day, to: day })),
    }),
    [inputs.bulletins, rows, columns, holidays],
  )
  const answer = useMemo(() => answerTo(inputs, facts), [inputs, facts])
  const wayOut = useMemo(() => remedies(inputs, facts), [inputs, facts])
  const other = useMemo(() => {
    if (versus === undefined) return null
    const changed = { ...inputs, ...read(versus) }
    return { inputs: changed, answer: answerTo(changed, facts) }
  }, [versus, inputs, facts, read])

  const touched = inOrder(new Set(answer.fixes.flatMap((fix) => [...fix.platforms])))
  const hasVersions = new Set(platforms.flatMap(({ id }) => parentOf(id) ?? []))
  const unaffected = platforms
    .map(({ id }) => id)
    .filter((id) => countedAs(id) === id && !touched.includes(id))
    .filter((id) => parentOf(id) !== null || !hasVersions.has(id))

  return {
    inputs,
    answer,
    other,
    remedies: wayOut,
    holidays,
    freezes: freezesOf(inputs, facts.holidays),
    chosen: inputs.bulletins.map((id) => ({ id, summary: summaryOf(id) })),
    published: facts.bulletins.find(({ rollout }) => rollout.length > 0)?.rollout[0],
    touched,
    unaffected,
    withMachines: touched.filter((id): id is PlatformId => answer.fleet.some(({ platform }) => platform === id)),
    runs,
    judge: (measured: readonly MeasuredRollout[]) => judgeRuns(measured, inputs),
    change: (change: Partial<RolloutInputs>) =>
      go((before, other) => {
        const next = { ...before, ...change }
        // Platforms that the plan did not have before come with their machines on file.
        if (change.bulletins !== undefined && change.fleet === undefined) {
          const known = new Set([...before.fleet, ...machinesFor(before.bulletins)].map(({ platform }) => platform))
          const isNew = before.fleet.length === 0 ? () => true : ({ platform }: Machines) => !known.has(platform)
          next.fleet = [...before.fleet, ...machinesFor(change.bulletins).filter(isNew)]
        }
        // A correction by the runs on file follows what it is a share of. Without one, there were none, or nobody wants it.
        const own = ownCalibration(before)
        const follows =
          !('calibration' in change) &&
          (before.calibration === null ? own.runs === 0 : isSameCalibration(before.calibration, own))
        const corrected = ownCalibration(next)
        return [follows ? { ...next, calibration: corrected.runs > 0 ? corrected : null } : next, other]
      }),
    /** Changes the other plan; null ends the comparison. */
    compare: (change: Partial<RolloutInputs> | null) =>
      go((before, other) => [before, change === null ? undefined : writeSome({ ...read(other ?? ''), ...change })]),
    adopt: () => go((before, other) => [{ ...before, ...read(other ?? '') }, undefined]),
  }
}
