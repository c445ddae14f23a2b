import * as limits from '../../contract/limits.ts'
import { recordedOutcomes } from '../../contract/lab.ts'
import { useRecordMessages } from './record-messages.ts'
import { useToday } from '../lib/clock.tsx'
import { useWords } from '../i18n/words.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { Choice } from '../ui/forms/Choice.tsx'
import type { Draft, Edit } from './draft.ts'
import { FieldPair } from './FieldPair.tsx'
import { LongTextField, TextField } from '../ui/forms/controls.tsx'

const restartOptions = ['yes', 'no', 'null'] as const
const uninstallOptions = ['worked', 'failed', 'null'] as const

type Props = { draft: Draft; isFirstFocus: boolean; onEdit: Edit }

/** How the test went: the outcome is required, the rest is optional. */
export function ResultFields({ draft, isFirstFocus, onEdit }: Props) {
  const t = useRecordMessages()
  const words = useWords()
  const today = useToday()
  return (
    <>
      <Choice
        label={t.outcome}
        value={draft.outcome}
        options={recordedOutcomes.map((outcome) => ({
          value: outcome,
          label: `${outcomeGlyphs[outcome]} ${words.outcome[outcome]}`,
        }))}
        isFirstFocus={isFirstFocus}
        onChange={(outcome) => onEdit({ outcome })}
      />
      <FieldPair>
        <TextField type="date" label={t.on} required max={today} value={draft.on} onText={(on) => onEdit({ on })} />
        <TextField
          type="number"
          label={t.minutes}
          limits={limits.testMinutes}
          value={draft.minutes ?? ''}
          onText={(minutes) => onEdit({ minutes: minutes === '' ? null : Number(minutes) })}
        />
      </FieldPair>
      <Choice
        label={t.restarted}
        value={draft.restarted === null ? 'null' : draft.restarted ? 'yes' : 'no'}
        options={restartOptions.map((value) => ({ value, label: t.restartedIs[value] }))}
        onChange={(value) => onEdit({ restarted: value === 'null' ? null : value === 'yes' })}
      />
      <Choice
        label={t.uninstalled}
        value={draft.uninstalled ?? 'null'}
        options={uninstallOptions.map((value) => ({ value, label: t.uninstalledIs[value] }))}
        onChange={(value) => onEdit({ uninstalled: value === 'null' ? null : value })}
      />
      <LongTextField
        label={t.note}
        limits={limits.labText}
        rows={2}
        value={draft.note}
        onText={(note) => onEdit({ note })}
      />
    </>
  )
}
