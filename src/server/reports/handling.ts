/** The report on handling and the rows behind it: made once for everybody, again after a change. */
import type { Handling, HandlingQuery, HandlingRow } from '../../contract/reports.ts'
import { dayIn } from '../../domain/due/days.ts'
import { coverageByRelease } from '../../domain/reports/coverage.ts'
import {
  backlogByAge,
  byMonth,
  bySeverity,
  exceptionsByAge,
  measured,
  overdueByOwner,
} from '../../domain/reports/measure.ts'
import {
  grouped,
  isCountedBy,
  handlingRow,
  type Alert,
  type Calendar,
  type GroupedRow,
} from '../../domain/reports/rows.ts'
import { handlingClauses } from '../../domain/reports/sentence.ts'
import { isTouched, untouched, type Handled } from '../../domain/reports/steps.ts'
import { releasesIn } from '../../domain/releases/list.ts'
import { valueAt } from '../../domain/table/open.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CoverageReader } from '../machines/coverage.ts'
import type { Fixes } from '../fixes.ts'
import { memoizeByVersion } from '../memoize.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { startIn } from './start-of-day.ts'
import { handledSteps } from './handled-steps.ts'

/** Alerts that are looked at between two pauses. */
const atOnce = 500

type Deps = { store: Store; catalogue: Catalogue; fixes: Fixes; coverage: Pick<CoverageReader, 'ofAll'> }

export function handlingOf({ store, catalogue, fixes, coverage }: Deps) {
  const steps = handledSteps(store)

  async function alertsOf(handled: ReadonlyMap<string, Handled>, due: ReadonlyMap<string, unknown>): Promise<Alert[]> {
    const [{ held }, toInstall] = await Promise.all([catalogue.index(), fixes.toInstall()])
    const { rows, columns } = held.table
    const alerts: Alert[] = []
    for (let row = 0; row < rows; row++) {
      if (row % atOnce === atOnce - 1) await yieldToEventLoop()
      const id = valueAt(columns.id, row) ?? ''
      const isHandled = isTouched(handled.get(id) ?? untouched)
      if (!isHandled && !due.has(id)) continue
      alerts.push({
        id,
        title: valueAt(columns.title, row) ?? {},
        severity: valueAt(columns.severity, row) ?? null,
        publishedOn: valueAt(columns.publishedOn, row) ?? '',
        isToInstall: due.has(id) || toInstall.has(id),
      })
    }
    return alerts
  }

  async function rowsNow(calendar: Calendar, handled: ReadonlyMap<string, Handled>): Promise<GroupedRow[]> {
    const { due } = await catalogue.clock.list()
    const alerts = await alertsOf(handled, due)
    const deployed = alerts.flatMap(({ id }) => {
      const { deployed: at, exceptionThen } = handled.get(id) ?? untouched
      const exception = exceptionThen && { ...exceptionThen, ended: null }
      return at === null ? [] : [[id, { on: calendar.dayOf(at), exception }] as const]
    })
    const then = await catalogue.clock.onDays(new Map(deployed))
    const rows: GroupedRow[] = []
    for (const [at, alert] of alerts.entries()) {
      if (at % atOnce === atOnce - 1) await yieldToEventLoop()
      const known = handled.get(alert.id) ?? untouched
      const day = (known.deployed === null ? due : then).get(alert.id) ?? null
      rows.push(grouped(handlingRow(alert, known, day, calendar), calendar))
    }
    return rows.toSorted((a, b) => (a.row.known === b.row.known ? 0 : a.row.known < b.row.known ? 1 : -1))
  }

  async function coverageNow(handled: ReadonlyMap<string, Handled>): Promise<Handling['coverage']> {
    const [{ held }, toInstall, { lines }] = await Promise.all([
      catalogue.index(),
      fixes.toInstall(),
      store.fleet.current(),
    ])
    const { id, releases } = held.table.columns
    const idsIn = new Map<string, string[]>()
    for (let row = 0; row < held.table.rows; row++)
      if (toInstall.has(valueAt(id, row) ?? ''))
        for (const key of valueAt(releases, row) ?? [])
          idsIn.set(key, [...(idsIn.get(key) ?? []), valueAt(id, row) ?? ''])
    await yieldToEventLoop()
    const list = releasesIn(held.table, held.notable).releases
    const checked = await coverage.ofAll(toInstall.keys())
    const isDone = (bulletin: string) => handled.get(bulletin)?.status === 'done'
    return coverageByRelease({ releases: list, idsIn, toInstall, lines, checked, isDone })
  }

  const version = async () => `${await store.events.last()} ${await catalogue.version()}`
  const made = memoizeByVersion(version, async () => {
    const [{ handled }, { today, zone }] = await Promise.all([steps(), catalogue.clock.list()])
    const calendar: Calendar = { today, dayOf: dayIn(zone), startOf: startIn(zone) }
    const rows = await rowsNow(calendar, handled)
    return { rows, handled, today, zone, calendar }
  })

  const report = memoizeByVersion(version, async (): Promise<Handling> => {
    const { rows, handled, today, zone } = await made()
    const parts = {
      all: measured(rows),
      overdue: overdueByOwner(rows, today),
      exceptions: exceptionsByAge(rows),
    }
    await yieldToEventLoop()
    const [severities, months] = [bySeverity(rows), byMonth(rows)]
    await yieldToEventLoop()
    const longestMoved = rows.reduce((most, { movedFor }) => Math.max(most, movedFor), 0)
    return {
      today,
      zone,
      sentence: handlingClauses({ ...parts, longestMoved }),
      ...parts,
      severities,
      months,
      coverage: await coverageNow(handled),
      backlog: backlogByAge(rows),
    }
  })

  return {
    report,
    /** The rows that a figure counts, the one known last first. */
    async rows(query: HandlingQuery): Promise<HandlingRow[]> {
      const { rows } = await made()
      return rows.filter((row) => isCountedBy(row, query)).map(({ row }) => row)
    },
    /** The row of a bulletin, counted or not; null where it is not on file. */
    async rowOf(id: string): Promise<HandlingRow | null> {
      const { rows, handled, calendar } = await made()
      const known = rows.find(({ row }) => row.id === id)
      if (known !== undefined) return known.row
      const bulletin = await store.find(id)
      if (bulletin === null) return null
      return handlingRow({ ...bulletin, isToInstall: false }, handled.get(id) ?? untouched, null, calendar)
    },
  }
}

export type HandlingReport = ReturnType<typeof handlingOf>
