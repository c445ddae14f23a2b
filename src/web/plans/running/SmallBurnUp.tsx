import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { PlanView } from '../../../contract/plan-view.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { momentsIn } from '../../i18n/moments.ts'
import { BurnUpChart } from '../curve/BurnUpChart.tsx'
import { curvesOf } from '../curve/curves.ts'
import { inputsOf } from '../wording.ts'
import { apartOnAxis, axisSpan } from '../curve/scale.ts'
import { planQuery } from '../queries.ts'

type Props = { id: number; className: string | undefined }

/** The curve of a plan, small: what it says is said beside it in words, and whole on the page of the plan. */
export function SmallBurnUp({ id, className }: Props) {
  const { data } = useQuery(planQuery(String(id)))
  return (
    <div className={clsx(className)} aria-hidden>
      {data !== undefined && <Curve view={data} />}
    </div>
  )
}

function Curve({ view }: { view: PlanView }) {
  const language = useLanguage()
  const { zone } = inputsOf(view.plan)
  const curves = useMemo(() => curvesOf(view, zone), [view, zone])
  const { planned, actual, forecast, ifClosed, now, due } = curves
  const every = [planned, actual, forecast, ifClosed].flatMap((points) => points.map(({ at }) => at))
  if (every.length === 0) return null
  const span = axisSpan([...every, ...(now === null ? [] : [now]), ...(due === null ? [] : [due])])
  const { day } = momentsIn(zone, language)
  const starts = view.waves.flatMap((wave) => (wave.planned.start === null ? [] : [Date.parse(wave.planned.start)]))
  const marks = apartOnAxis(due === null ? starts : [...starts, due], span, 0.2).map((at) => ({
    at,
    label: day(at === due ? at - 1 : at),
  }))
  return <BurnUpChart curves={curves} span={span} marks={marks} size={null} />
}
