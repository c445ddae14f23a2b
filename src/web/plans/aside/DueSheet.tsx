import { Link } from '@tanstack/react-router'
import type { PlanDue, PlanView } from '../../../contract/plan-view.ts'
import { dayOfWeek } from '../../i18n/days.ts'
import { useWords } from '../../i18n/words.ts'
import { usePlansMessages } from '../messages.ts'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { usePlanWords } from '../wording.ts'
import { dueWords, plannedEnd } from './due-words.ts'
import styles from './aside.module.css'

/** Of more fixes than this the others are counted. */
const maxBulletins = 3

/** Whether the plan meets each due day, and with how much to spare. */
export function DueSheet({ view }: { view: PlanView }) {
  const t = usePlansMessages()
  return (
    <PagePart id="in-time" title={t.due.title}>
      {view.due.length === 0 ? (
        <p className="muted">{t.due.none}</p>
      ) : (
        <ul className={styles['ticks']}>
          {view.due.map((due) => (
            <DueRow key={`${due.on} ${due.bulletins.join(' ')} ${due.platforms.join(' ')}`} view={view} due={due} />
          ))}
        </ul>
      )}
    </PagePart>
  )
}

function DueRow({ view, due }: { view: PlanView; due: PlanDue }) {
  const t = usePlansMessages()
  const words = usePlanWords(view)
  const { dueBasis } = useWords()
  const { tone, glyph, text } = dueWords(due, plannedEnd(view, due), { t: t.due, words, now: view.now })
  const { on, bulletins, platforms, isByKev } = due
  return (
    <li data-tone={tone}>
      <i>
        <span aria-hidden>{glyph}</span>
        <span className="visually-hidden">{t.due.words[tone]}</span>
      </i>
      <span>
        <b>{words.namesOf(platforms)}</b>{' '}
        {[on === null ? t.due.noDay : dayOfWeek(on, view.now.slice(0, 10), words.language), isByKev && dueBasis.kev]
          .filter(Boolean)
          .join(' ')}
        <small>{text}</small>
        <small className={styles['fixes']}>
          {bulletins.slice(0, maxBulletins).map((id) => (
            <Link key={id} to="/bulletins/$id" params={{ id }}>
              {id}
            </Link>
          ))}
          {bulletins.length > maxBulletins && <span>{t.due.more(bulletins.length - maxBulletins)}</span>}
        </small>
      </span>
    </li>
  )
}
