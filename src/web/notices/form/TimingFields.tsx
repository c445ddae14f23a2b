import { useMemo } from 'react'
import { weekdays } from '../../../contract/notices.ts'
import { zonesOffered } from '../../../domain/rollout/zone.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { weekdayName } from '../../i18n/moments.ts'
import { Choice } from '../../ui/forms/Choice.tsx'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import type { SubscriptionDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'
import styles from './SubscriptionEditor.module.css'

type Props = {
  draft: SubscriptionDraft
  error: string | null
  onEdit: (change: Partial<SubscriptionDraft>) => void
}

/** When it is sent: at once, or once a day or week by the clock of a zone. */
export function TimingFields({ draft, error, onEdit }: Props) {
  const t = useFormMessages()
  const language = useLanguage()
  const { every, on, at, zone } = draft
  const zones = useMemo(() => [...new Set([zone, ...zonesOffered(Intl.supportedValuesOf('timeZone'))])], [zone])
  return (
    <>
      <Choice
        label={t.when}
        value={every}
        options={(['change', 'day', 'week'] as const).map((value) => ({ value, label: t.whens[value] }))}
        onChange={(value) => onEdit({ every: value })}
      />
      {every !== 'change' && (
        <div className={styles['side-by-side']}>
          {every === 'week' && (
            <ListField
              label={t.on}
              value={on}
              options={weekdays.map((value) => ({ value, label: weekdayName(value, language) }))}
              onChoose={(value) => onEdit({ on: value })}
            />
          )}
          <TextField type="time" label={t.at} error={error} value={at} onText={(value) => onEdit({ at: value })} />
          <ListField
            label={t.zone}
            value={zone}
            options={zones.map((value) => ({ value, label: value }))}
            onChoose={(value) => onEdit({ zone: value })}
          />
        </div>
      )}
    </>
  )
}
