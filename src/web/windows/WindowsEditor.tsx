import * as limits from '../../contract/limits.ts'
import { isWindow } from '../../domain/rollout/inputs.ts'
import type { MaintenanceWindow } from '../../domain/rollout/windows.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWindowMessages } from './messages.ts'
import { windowPhrase } from '../i18n/windows.ts'
import { NumberField } from '../ui/forms/NumberField.tsx'
import { FromTo } from './FromTo.tsx'
import { PhraseList } from './PhraseList.tsx'
import { Weekdays } from './Weekdays.tsx'
import shared from './plan-fields.module.css'

type Props = {
  windows: readonly MaintenanceWindow[]
  /** The first day of the plan, on which a window for once starts out. */
  startsOn: string
  onChange: (windows: MaintenanceWindow[]) => void
}

const kinds = ['weekly', 'patch-tuesday', 'once'] as const

/** The maintenance windows, of every kind. */
export function WindowsEditor({ windows, startsOn, onChange }: Props) {
  const t = useWindowMessages()
  const language = useLanguage()
  return (
    <>
      {windows.length === 0 && <p className="hot">{t.noWindow}</p>}
      <PhraseList
        values={windows}
        phrase={(window) => windowPhrase(window, language)}
        isGood={isWindow}
        addLabel={t.addWindow}
        fresh={(): MaintenanceWindow => ({ kind: 'weekly', weekdays: [6], from: '22:00', to: '05:00' })}
        onChange={onChange}
        fields={(window, isGood, edit) => (
          <>
            <label>
              {t.windowKind}
              <select
                className={shared['control']}
                value={window.kind}
                onChange={({ target }) => {
                  const kind = kinds.find((each) => each === target.value)
                  if (kind !== undefined) edit(asKind(kind, window, startsOn))
                }}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t.kinds[kind]}
                  </option>
                ))}
              </select>
            </label>
            {window.kind === 'weekly' && (
              <Weekdays chosen={window.weekdays} onChange={(weekdays) => edit({ ...window, weekdays })} />
            )}
            {window.kind === 'patch-tuesday' && (
              <NumberField
                label={t.daysAfter}
                value={window.days}
                limits={limits.daysAfterPatchTuesday}
                unit={t.days}
                onChange={(days) => edit({ ...window, days })}
              />
            )}
            <FromTo
              type={window.kind === 'once' ? 'datetime-local' : 'time'}
              value={window}
              isGood={isGood}
              onChange={(end) => edit({ ...window, ...end })}
            />
          </>
        )}
      />
    </>
  )
}

/** A window of another kind with the clock times of this one. */
function asKind(kind: MaintenanceWindow['kind'], window: MaintenanceWindow, startsOn: string): MaintenanceWindow {
  const [from, to] = window.kind === 'once' ? [window.from.slice(11), window.to.slice(11)] : [window.from, window.to]
  if (kind === 'weekly') return { kind, weekdays: [2], from, to }
  if (kind === 'patch-tuesday') return { kind, days: 7, from, to }
  const endsOn = Temporal.PlainDate.from(startsOn).add({ days: to > from ? 0 : 1 })
  return { kind, from: `${startsOn}T${from}`, to: `${endsOn.toString()}T${to}` }
}
