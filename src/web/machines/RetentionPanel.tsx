import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { machineDays } from '../../contract/limits.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { CheckBox } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { NumberField } from '../ui/forms/NumberField.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useMachineMessages } from './messages.ts'
import { machineQueries, setRetention } from './queries.ts'
import styles from './MachinesPage.module.css'

const proposed = 180

/** After how many days without a report machines are deleted. */
export function RetentionPanel() {
  const t = useMachineMessages()
  const common = useCommon()
  const client = useQueryClient()
  const { data } = useQuery(machineQueries.counts())
  const [isAsking, setAsking] = useState(false)
  const [typed, setTyped] = useState<number | null | undefined>(undefined)
  const { mutate, isPending, error } = useMutation({ mutationFn: (days: number | null) => setRetention(client, days) })
  if (data === undefined) return null
  const days = typed === undefined ? data.retention.days : typed
  return (
    <Panel id="retention" title={t.retention} note={t.retentionIs(data.retention.days)}>
      <div className={clsx('on-screen', styles['settings'])}>
        <p className="muted">{t.retentionNote}</p>
        <Form
          pending={isPending}
          error={error && `${t.saveFailed} ${common.problem[codeOf(error)]}`}
          onSubmit={() => (days === null ? mutate(null) : setAsking(true))}
        >
          <CheckBox
            isChecked={days === null}
            label={t.retentionOff}
            onCheck={(isOff) => setTyped(isOff ? null : (data.retention.days ?? proposed))}
          />
          {days !== null && (
            <NumberField label={t.retentionDays} value={days} limits={machineDays} onChange={setTyped} />
          )}
          <SubmitRow label={t.save} />
        </Form>
        {isAsking && days !== null && (
          <QuestionDialog
            title={t.retentionQuestion(days)}
            yes={t.save}
            onYes={() => setRetention(client, days)}
            onClose={() => setAsking(false)}
            refusal={(failure) => `${t.saveFailed} ${common.problem[codeOf(failure)]}`}
          >
            <p>{t.removeNote}</p>
          </QuestionDialog>
        )}
      </div>
    </Panel>
  )
}
