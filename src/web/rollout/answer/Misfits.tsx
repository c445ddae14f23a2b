import { useMemo } from 'react'
import { clsx } from 'clsx'
import { remedies } from '../../../domain/rollout/remedy.ts'
import { isBeforeUpdates } from '../../../domain/rollout/windows.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import styles from './Misfits.module.css'

/** What does not fit into the windows, and what would make it fit. */
export function Misfits() {
  const { answer, inputs, facts, change } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const waysOut = useMemo(() => remedies(inputs, facts), [inputs, facts])
  const { plan, open } = answer
  const { windows, zone } = inputs
  const length = (minutes: number) => formatLength(minutes, language)
  if (plan.misfits.length === 0) return null
  return (
    <div className={styles['misfits']} role="alert">
      {open.length === 0 && (
        <p>
          {t.noneOpen} {windows.some((window) => isBeforeUpdates(window, zone)) && t.beforeUpdates}
        </p>
      )}
      {plan.misfits.map(({ wave, machines, minutes, isTooShort, minutesForOne }) => (
        <p key={wave}>
          {isTooShort
            ? t.tooShort(t.wave(wave), length(minutesForOne))
            : t.misfit(t.wave(wave), t.count(formatNumber(machines)), length(minutes))}
        </p>
      ))}
      {waysOut.length === 0 ? (
        <p>{t.noRemedy}</p>
      ) : (
        <p className={clsx('on-screen', styles['remedies'])}>
          <b>{t.remedy}</b>
          {waysOut.map((remedy) => {
            if (remedy.kind === 'wave')
              return (
                <span key="wave">{t.remedies.wave(t.wave(remedy.wave), t.count(formatNumber(remedy.machines)))}</span>
              )
            const name =
              remedy.kind === 'consoles' ? t.remedies.consoles(remedy.more) : t.remedies.window(length(remedy.minutes))
            return (
              <button key={remedy.kind} type="button" className="button" onClick={() => change(remedy.change)}>
                {name}
              </button>
            )
          })}
        </p>
      )}
    </div>
  )
}
