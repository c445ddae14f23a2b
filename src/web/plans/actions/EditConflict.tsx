import type { KeptPlan, PlanWave } from '../../../contract/plans.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { useWaveName } from '../wave-names.ts'
import { useWaveMessages } from '../waves/messages.ts'
import { clashesOf, draftOf, rebasedDraft, type PlanClash, type PlanDraft } from './edit-plan.ts'
import { timesOf } from './input-phrase.ts'
import { usePlanActionMessages } from './messages.ts'

type Props = {
  base: PlanDraft
  mine: PlanDraft
  theirs: KeptPlan
  isPending: boolean
  onOverwrite: () => void
  onKeep: () => void
  onDrop: () => void
}

/** Another person was quicker: what is there now, what would be there, and the choice between them. */
export function EditConflict({ base, mine, theirs, isPending, onOverwrite, onKeep, onDrop }: Props) {
  const t = usePlanActionMessages()
  const { conflict } = t
  const language = useLanguage()
  const now = draftOf(theirs)
  const result = rebasedDraft(base, mine, now)
  const who = `${theirs.changed.by} ${formatMoment(theirs.changed.at, language)}`
  return (
    <div className={dialog['dialog-body']}>
      <h2 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {conflict.title}
      </h2>
      <p>{conflict.hint}</p>
      <DataTable label={conflict.title} head={[conflict.field, conflict.theirs(who), conflict.mine]}>
        <tbody>
          {clashesOf(base, mine, now).map((clash) => (
            <ClashRow key={clash.field} clash={clash} now={now} result={result} />
          ))}
        </tbody>
      </DataTable>
      <footer>
        <button type="button" className="button" onClick={onKeep}>
          {conflict.keep}
        </button>
        <button type="button" className="button" onClick={onDrop}>
          {conflict.drop}
        </button>
        <button type="button" className="button" disabled={isPending} onClick={onOverwrite}>
          {conflict.overwrite}
        </button>
      </footer>
    </div>
  )
}

type RowProps = { clash: PlanClash; now: PlanDraft; result: PlanDraft }

function ClashRow({ clash: { field, isBoth }, now, result }: RowProps) {
  const t = usePlanActionMessages()
  const text = useDraftText()
  return (
    <tr>
      <th scope="row">
        {field === 'waves' ? t.waves : field === 'inputs' ? t.times : t.changeOf[field]}{' '}
        {isBoth && <small className="hot">{t.conflict.both}</small>}
      </th>
      <td>{text(now, field)}</td>
      <td>{text(result, field)}</td>
    </tr>
  )
}

/** A field of a plan in words; its waves one after the other. */
function useDraftText() {
  const t = usePlanActionMessages()
  const waveText = useWaveMessages()
  const language = useLanguage()
  const nameOf = useWaveName()
  const waveWords = (wave: PlanWave, waves: readonly PlanWave[]) => {
    const machines = wave.machines.reduce((sum, { count }) => sum + count, 0)
    const waits = waves.filter(({ key }) => wave.waitsFor.includes(key)).map(nameOf)
    const { donePercent, failurePercent, soakHours } = wave.gate
    return [
      `${nameOf(wave)} ${waveText.machines(formatNumber(machines))}`,
      ...(waits.length === 0
        ? []
        : [
            waveText.gate.after(waits.join(' + ')),
            `${donePercent}% / ${failurePercent ?? '–'}% / ${soakHours} ${t.hours}`,
          ]),
    ].join(', ')
  }
  return (draft: PlanDraft, field: PlanClash['field']) => {
    if (field === 'inputs') return timesOf(draft.inputs, t.inputNames, language)
    if (field !== 'waves') return draft[field] ?? t.conflict.none
    return (
      <ul>
        {draft.waves.map((wave) => (
          <li key={wave.key}>{waveWords(wave, draft.waves)}</li>
        ))}
      </ul>
    )
  }
}
