import type { PlatformId } from '../../../contract/platform.ts'
import { applyFilter } from '../../../domain/filter/apply.ts'
import { filterOf } from '../../../domain/filter/filter.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import { valueAt } from '../../../domain/table/open.ts'
import { BulletinPicker } from './BulletinPicker.tsx'
import { CalendarPanel } from './CalendarPanel.tsx'
import { FleetPanel } from './FleetPanel.tsx'
import { WavesPanel } from './WavesPanel.tsx'
import { WorkPanel } from './WorkPanel.tsx'
import { formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFiltered } from '../../filters/use-filtered.ts'
import { OwnFleet } from './OwnFleet.tsx'
import type { Rollout } from '../use-rollout.ts'

/** Of a search no more than this are offered; more words find the others. */
const maxFound = 7
/** A filter that leaves more is no list to deploy. */
const maxFiltered = 30

type Props = { plan: Rollout; nameOf: (platform: PlatformId) => string }

/** What the plan is made of: the bulletins, the machines, the work, the calendar and the waves. */
export function PlanInputs({ plan, nameOf }: Props) {
  const language = useLanguage()
  const { columns, rows, query } = useFiltered()
  const { inputs, answer, change } = plan
  const idsOf = (found: Uint32Array) => Array.from(found, (row) => valueAt(columns.table.columns.id, row) ?? '')
  const isFiltered = Object.keys(readQuery(query)).some((key) => key !== 'sort')
  const candidates = {
    find: (words: string) => {
      const found = words.trim() === '' ? rows : applyFilter(columns, filterOf({ q: words })).rows
      return Array.from(found.subarray(0, maxFound), columns.summaryAt)
    },
    filtered: isFiltered && rows.length <= maxFiltered ? idsOf(rows) : [],
  }
  const assumed = answer.fixes.filter(({ curve }) => curve.published.length === 0).map(({ id }) => id)
  return (
    <div className="rollout-inputs">
      <BulletinPicker chosen={plan.chosen} candidates={candidates} onChange={(bulletins) => change({ bulletins })} />
      <FleetPanel
        touched={plan.touched}
        unaffected={plan.unaffected}
        fleet={inputs.fleet}
        nameOf={nameOf}
        onChange={(fleet) => change({ fleet })}
      >
        <OwnFleet touched={plan.touched} planned={inputs.fleet} nameOf={nameOf} onTake={(fleet) => change({ fleet })} />
      </FleetPanel>
      <WorkPanel
        inputs={inputs}
        mayRestart={answer.fixes.some(({ mayRestart }) => mayRestart)}
        assumed={formatList(assumed, language)}
        onChange={change}
      />
      <CalendarPanel inputs={inputs} holidays={plan.holidays} onChange={change} />
      <WavesPanel inputs={inputs} platforms={plan.withMachines} nameOf={nameOf} onChange={change} />
    </div>
  )
}
