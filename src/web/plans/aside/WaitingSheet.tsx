import type { PlanView, WaitingMachines } from '../../../contract/plan-view.ts'
import { comma, dot, formatNumber } from '../../i18n/format.ts'
import { usePlansMessages } from '../messages.ts'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { usePlanWords } from '../wording.ts'
import styles from './aside.module.css'

/** The most names that are told of each reason; the others are counted. */
const maxNames = 8
/** The most reasons. */
const maxRows = 12

/** Machines that are not done though their wave has begun, and why. */
export function WaitingSheet({ view }: { view: PlanView }) {
  const t = usePlansMessages().waiting
  const { waiting } = view
  return (
    <PagePart id="waiting" title={t.title}>
      {waiting.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <ul className={styles['lines']}>
          {waiting.slice(0, maxRows).map((each) => (
            <WaitingRow key={`${each.why} ${each.wave} ${each.platform} ${each.code}`} view={view} waiting={each} />
          ))}
        </ul>
      )}
      {waiting.length > maxRows && (
        <p className="muted">
          {t.more(formatNumber(waiting.slice(maxRows).reduce((sum, { machines }) => sum + machines, 0)))}
        </p>
      )}
    </PagePart>
  )
}

function WaitingRow({ view, waiting }: { view: PlanView; waiting: WaitingMachines }) {
  const t = usePlansMessages().waiting
  const { language, at, namesOf, waveName } = usePlanWords(view)
  const { why, wave, platform, machines, code, at: last, nextAt, names } = waiting
  const shown = names?.slice(0, maxNames) ?? []
  const unnamed = names === null ? 0 : machines - shown.length
  const facts = [
    ...(shown.length === 0 ? [] : [shown.join(comma(language))]),
    ...(unnamed > 0 && shown.length > 0 ? [t.more(formatNumber(unnamed))] : []),
    ...(code === null ? [] : [code]),
    ...(last === null ? [] : [t.lastTry(at(last))]),
    ...(nextAt === null ? [] : [t.next(at(nextAt))]),
  ]
  return (
    <li>
      <b>{t.machines(formatNumber(machines))}</b>
      <div>
        {[platform === null ? waveName(wave) : namesOf([platform]), t.why[why]].join(' ')}
        {facts.length > 0 && <small>{facts.join(dot(language))}</small>}
      </div>
    </li>
  )
}
