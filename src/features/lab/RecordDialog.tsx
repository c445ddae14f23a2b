import { useId, useState, type ReactNode } from 'react'
import { ApiError } from '../../client/api.ts'
import { recordedOutcomes, type RecordedTest, type TestRecord } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { outcomeGlyphs } from '../../ui/OutcomePill.tsx'
import { EarlierResults } from './EarlierResults.tsx'
import { Choice } from './Choice.tsx'
import { IssueFields } from './IssueFields.tsx'
import './RecordDialog.css'

type Props = {
  bulletin: string
  /** The edition that was asked for; empty where none was. */
  edition: string
  today: string
  /** Editions that were tested before. */
  editions: readonly Edition[]
  /** The platforms that the bulletin affects, with their names. */
  platforms: readonly { id: PlatformId; name: string }[]
  results: readonly RecordedTest[]
  onRecord: (record: TestRecord) => Promise<unknown>
  onClose: () => void
  /** A way to the bulletin. */
  children: ReactNode
}

/** What is being entered: nothing is said of the outcome before somebody says it. */
type Draft = Omit<TestRecord, 'outcome'> & { outcome: TestRecord['outcome'] | null }

const restartOptions = ['yes', 'no', 'null'] as const
const uninstallOptions = ['worked', 'failed', 'null'] as const
const noIssue = { title: '', symptom: '', workaround: '' }

/** What was seen when a fix was applied on an OS edition; an earlier result can be corrected, and stays on file. */
export function RecordDialog(props: Props) {
  const { bulletin, edition, today, editions, platforms, results, onRecord, onClose, children } = props
  const m = useLabMessages()
  const { t, w } = useMessages()
  const list = useId()
  const platformOf = (name: string) => editions.find((each) => each.name === name)?.platform
  const [draft, setDraft] = useState<Draft>({
    edition,
    platform: platformOf(edition) ?? platforms[0]?.id ?? 'unknown',
    outcome: null,
    on: today,
    minutes: null,
    restarted: null,
    uninstalled: null,
    note: '',
    knownIssue: null,
    corrects: null,
  })
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const edit = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const offered = platforms.some(({ id }) => id === draft.platform)
    ? platforms
    : [{ id: draft.platform, name: draft.platform }, ...platforms]
  return (
    <Dialog label={m.recordOf(bulletin)} onClose={onClose}>
      <form
        className="record-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          const { outcome } = draft
          if (outcome === null) return
          setSaving(true)
          setError(null)
          onRecord({ ...draft, outcome })
            .catch(setError)
            .finally(() => setSaving(false))
        }}
      >
        <h2>{draft.corrects === null ? m.recordOf(bulletin) : m.correct(draft.corrects)}</h2>
        {children}
        <div className="pair">
          <label className="field">
            {m.edition}
            <input
              className="field-input"
              list={list}
              required
              maxLength={120}
              value={draft.edition}
              data-first-focus={edition === '' || undefined}
              onChange={({ target }) =>
                edit({ edition: target.value, platform: platformOf(target.value) ?? draft.platform })
              }
            />
          </label>
          <datalist id={list}>
            {editions.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <label className="field">
            {m.platform}
            <select
              className="field-input"
              value={draft.platform}
              onChange={({ target }) => edit({ platform: target.value })}
            >
              {offered.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Choice
          label={m.outcome}
          value={draft.outcome}
          options={recordedOutcomes.map((outcome) => ({
            value: outcome,
            label: `${outcomeGlyphs[outcome]} ${w.outcome[outcome]}`,
          }))}
          isFirstFocus={edition !== ''}
          onChange={(outcome) => edit({ outcome })}
        />
        <div className="pair">
          <label className="field">
            {m.on}
            <input
              className="field-input"
              type="date"
              required
              max={today}
              value={draft.on}
              onChange={({ target }) => edit({ on: target.value })}
            />
          </label>
          <label className="field">
            {m.minutes}
            <input
              className="field-input"
              type="number"
              min={0.1}
              max={100_000}
              step="any"
              value={draft.minutes ?? ''}
              onChange={({ target }) => edit({ minutes: target.value === '' ? null : target.valueAsNumber })}
            />
          </label>
        </div>
        <Choice
          label={m.restarted}
          value={draft.restarted === null ? 'null' : draft.restarted ? 'yes' : 'no'}
          options={restartOptions.map((value) => ({ value, label: m.restartedIs[value] }))}
          onChange={(value) => edit({ restarted: value === 'null' ? null : value === 'yes' })}
        />
        <Choice
          label={m.uninstalled}
          value={draft.uninstalled ?? 'null'}
          options={uninstallOptions.map((value) => ({ value, label: m.uninstalledIs[value] }))}
          onChange={(value) => edit({ uninstalled: value === 'null' ? null : value })}
        />
        <label className="field">
          {m.note}
          <textarea
            className="field-input"
            rows={2}
            maxLength={4000}
            value={draft.note}
            onChange={({ target }) => edit({ note: target.value })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.knownIssue !== null}
            onChange={({ target }) => edit({ knownIssue: target.checked ? noIssue : null })}
          />
          {m.hasIssue}
        </label>
        {draft.knownIssue !== null && (
          <IssueFields issue={draft.knownIssue} onChange={(knownIssue) => edit({ knownIssue })} />
        )}
        {error !== null && (
          <p role="alert" className="hot">
            {error instanceof ApiError && error.code === 'conflict' ? m.corrected : m.failed}{' '}
            {t.problem[error instanceof ApiError ? error.code : 'unexpected']}
          </p>
        )}
        <footer>
          <button type="submit" className="button primary" disabled={isSaving}>
            {draft.corrects === null ? m.save : m.saveCorrection}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {m.cancel}
          </button>
        </footer>
        <EarlierResults results={results} onCorrect={(result) => setDraft(correctionOf(result))} />
      </form>
    </Dialog>
  )
}

/** What corrects a result: the same, until something of it is changed. */
function correctionOf(result: RecordedTest): TestRecord {
  const { edition, platform, outcome, on, minutes, restarted, uninstalled, note, knownIssue } = result
  return { edition, platform, outcome, on, minutes, restarted, uninstalled, note, knownIssue, corrects: result.id }
}
