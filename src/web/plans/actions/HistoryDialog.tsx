import { useQuery } from '@tanstack/react-query'
import type { PlanChange, PlanHistoryEntry, PlanView } from '../../../contract/plan-view.ts'
import { useCommon } from '../../i18n/common.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { codeOf } from '../../lib/api.ts'
import { FormError } from '../../ui/forms/FormError.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { usePlansMessages } from '../messages.ts'
import { planHistoryQuery } from '../queries.ts'
import { stopWords, waitWords } from '../waves/gate-words.ts'
import { useWaveMessages } from '../waves/messages.ts'
import { usePlanWords } from '../wording.ts'
import { inputPhrase } from './input-phrase.ts'
import { usePlanActionMessages } from './messages.ts'
import styles from './fields.module.css'

/** Longer than that a value is not told whole. */
const maxText = 200
const short = (text: string) => (text.length > maxText ? `${text.slice(0, maxText)}…` : text)

/** Who changed what of a plan, when and why; the newest first. */
export function HistoryDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const t = usePlanActionMessages()
  const common = useCommon()
  const { data, error, isPending } = useQuery(planHistoryQuery(String(view.plan.id)))
  return (
    <Dialog label={t.historyTitle} onClose={onClose}>
      <div className={dialog['dialog-body']}>
        <h2 tabIndex={-1} data-first-focus>
          {t.historyTitle}
        </h2>
        {isPending && <p role="status">{common.loading}</p>}
        {error !== null && <FormError>{common.problem[codeOf(error)]}</FormError>}
        {data !== undefined && data.length === 0 && <p>{t.historyEmpty}</p>}
        <HistoryEntries view={view} entries={data ?? []} />
        <footer>
          <button type="button" className="button" onClick={onClose}>
            {t.close}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}

/** The history of a plan, in the order that it is given in. */
export const HistoryEntries = ({ view, entries }: { view: PlanView; entries: readonly PlanHistoryEntry[] }) => (
  <ol className={styles['entries']}>
    {entries.map((entry) => (
      <Entry key={entry.id} view={view} entry={entry} />
    ))}
  </ol>
)

function Entry({ view, entry }: { view: PlanView; entry: PlanHistoryEntry }) {
  const t = usePlanActionMessages()
  const { states } = usePlansMessages()
  const waveText = useWaveMessages()
  const words = usePlanWords(view)
  const { id, at, who, what, why, changes, state, wave, waits, stops, count } = entry
  const about = [
    ...(wave === null ? [] : [words.waveName(wave)]),
    ...(state === null ? [] : [states[state]]),
    ...(count === null ? [] : [t.counted(formatNumber(count.done), words.at(count.at))]),
  ]
  const reasons = [
    ...(waits.length === 0 ? [] : [waitWords(waits, { t: waveText, words })]),
    ...stops.map((stop) => stopWords(stop, { t: waveText, words })),
  ]
  return (
    <li>
      <p className="muted">{`${formatMoment(at, words.language)} ${who} ${t.version(id)}`}</p>
      <p>
        <b>{t.happened[what]}</b>
        {about.length > 0 && `: ${about.join(' ')}`}
      </p>
      {reasons.length > 0 && <p>{reasons.join('; ')}</p>}
      {why !== '' && (
        <p>
          {t.why}: {why}
        </p>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <ChangeLine key={`${change.what} ${change.wave}`} change={change} waveName={words.waveName} />
          ))}
        </ul>
      )}
    </li>
  )
}

function ChangeLine({ change, waveName }: { change: PlanChange; waveName: (key: string) => string }) {
  const t = usePlanActionMessages()
  const language = useLanguage()
  const { what, wave, from, to } = change
  const said = (text: string | null) => (text === null ? t.nothing : short(inputPhrase(what, text, language)))
  const name = [t.changeOf[what] ?? what, ...(wave === null ? [] : [waveName(wave)])].join(' ')
  return <li>{`${name}: ${t.fromTo(said(from), said(to))}`}</li>
}
