import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { weekly } from '../../contract/endpoints/weekly.ts'
import { timeZone } from '../../contract/limits.ts'
import { weekdays } from '../../contract/notices.ts'
import type { KeptWeeklySettings, WeeklySettings } from '../../contract/weekly.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { weekdayName } from '../i18n/moments.ts'
import { codeOf } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { call } from '../lib/call.ts'
import { useMay } from '../lib/me.ts'
import { thenRefresh } from '../lib/then-refresh.ts'
import { ListField, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { useWeeklyMessages } from './messages.ts'
import styles from './SettingsForm.module.css'

/** When issues come out: for admins. */
export function SettingsForm({ settings }: { settings: KeptWeeklySettings }) {
  const t = useWeeklyMessages()
  const common = useCommon()
  const language = useLanguage()
  const client = useQueryClient()
  const mayEdit = useMay('admin')
  const { on, at, zone, skipsEmpty, version } = settings
  const [edited, setEdited] = useState<WeeklySettings>({ on, at, zone, skipsEmpty })
  const edit = (change: Partial<WeeklySettings>) => setEdited({ ...edited, ...change })
  const saving = useMutation({
    async mutationFn(body: WeeklySettings) {
      await thenRefresh(client, { weekly: null }, call(weekly.setWeeklySettings, { version, body }))
    },
  })
  if (!mayEdit) return null
  const refused = isRefused(saving.error, 'zone')
  return (
    <details className={styles['settings']}>
      <summary>{t.settings}</summary>
      <Form
        pending={saving.isPending}
        error={saving.error !== null && !refused ? `${t.saveFailed} ${common.problem[codeOf(saving.error)]}` : null}
        onSubmit={() => saving.mutate(edited)}
      >
        <ListField
          label={t.day}
          value={edited.on}
          options={weekdays.map((value) => ({ value, label: weekdayName(value, language) }))}
          onChoose={(value) => edit({ on: value })}
        />
        <TextField label={t.time} type="time" required value={edited.at} onText={(value) => edit({ at: value })} />
        <TextField
          label={t.zone}
          help={t.zoneHint}
          limits={timeZone}
          error={refused ? t.refusedZone : null}
          value={edited.zone}
          onText={(value) => edit({ zone: value })}
        />
        <label>
          <input
            type="checkbox"
            checked={edited.skipsEmpty}
            onChange={({ target }) => edit({ skipsEmpty: target.checked })}
          />{' '}
          {t.skips}
        </label>
        <p className="muted">{t.hint}</p>
        <SubmitRow label={t.save} />
      </Form>
    </details>
  )
}
