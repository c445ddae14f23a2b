import * as limits from '../../../contract/limits.ts'
import { recordedOutcomes } from '../../../contract/lab.ts'
import { useRecordMessages } from './messages.ts'
import { useToday } from '../../lib/clock.tsx'
import { useWords } from '../../i18n/words.ts'
import { outcomeGlyphs } from '../../ui/marks/OutcomePill.tsx'
import { Choice } from '../../ui/forms/Choice.tsx'
import type { Draft, Edit } from './draft.ts'
import { LongTextField, TextField } from '../../ui/forms/controls.tsx'
import styles from './ResultFields.module.css'

const restartOptions = ['yes', 'no', 'null'] as const
const uninstallOptions = ['worked', 'failed', 'null'] as const

type Props = { draft: Draft; onEdit: Edit }

/** How the test went; nothing is chosen beforehand. */
export function OutcomeField({ draft, isFirstFocus, onEdit }: Props & { isFirstFocus: boolean }) {
  const t = useRecordMessages()
  const words = useWords()
  return (
    <Choice
      className={styles['outcomes']}
      label={t.outcome}
      value={draft.outcome}
      options={recordedOutcomes.map((outcome) => ({
        value: outcome,
        label: `${outcomeGlyphs[outcome]} ${words.outcome[outcome]}`,
      }))}
      isFirstFocus={isFirstFocus}
      onChange={(outcome) => onEdit({ outcome })}
    />
  )
}

/** How long it took, and what else there is to say. */
export function TimeFields({ draft, onEdit }: Props) {
  const t = useRecordMessages()
  return (
    <>
      <TextField
        type="number"
        label={t.minutes}
        help={t.minutesHelp}
        limits={limits.testMinutes}
        value={draft.minutes ?? ''}
        onText={(minutes) => onEdit({ minutes: minutes === '' ? null : Number(minutes) })}
      />
      <LongTextField
        label={t.note}
        limits={limits.labText}
        rows={2}
        placeholder={t.noteHint}
        value={draft.note}
        onText={(note) => onEdit({ note })}
      />
    </>
  )
}

/** The day, and what was observed besides; folded, since most tests are of today and need no more. */
export function ObservedFields({ draft, onEdit }: Props) {
  const t = useRecordMessages()
  const today = useToday()
  const isOpen = draft.on !== today || draft.restarted !== null || draft.uninstalled !== null
  return (
    <details className={styles['observed']} open={isOpen || undefined}>
      <summary>{t.more}</summary>
      <TextField type="date" label={t.on} required max={today} value={draft.on} onText={(on) => onEdit({ on })} />
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
    </details>
  )
}
