import { Link } from '@tanstack/react-router'
import type { Concern, Concerns } from '../../contract/board.ts'
import { waveNameBy, waveWords } from '../../words/wave-names.ts'
import { formatDay, formatList, formatMoment } from '../i18n/format.ts'
import { messagesHook, useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { useAccountMessages } from './account-messages.ts'
import { useConcernMessages } from './concern-messages.ts'
import styles from './Bell.module.css'

const useWaveWords = messagesHook(waveWords)

/** What concerns who looks, the newest first. */
export function BellList({ concerns: { items } }: { concerns: Concerns }) {
  const t = useConcernMessages()
  const account = useAccountMessages()
  const close = () => document.querySelector<HTMLElement>('#concerns')?.hidePopover()
  return (
    <>
      <h2>{t.title}</h2>
      {items.length === 0 && <p className="muted">{t.nothing}</p>}
      <ul className={styles['list']}>
        {items.map((concern) => (
          <li key={concern.key}>
            <Link to={concern.path} onClick={close} data-new={concern.isNew || undefined}>
              <ConcernText concern={concern} />
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles['ways']}>
        <Link to="/my-work" className="link" onClick={close}>
          {account.myWork}
        </Link>
        <Link to="/board" className="link" onClick={close}>
          {account.board}
        </Link>
      </p>
    </>
  )
}

function ConcernText({ concern }: { concern: Concern }) {
  const t = useConcernMessages()
  const language = useLanguage()
  const waves = useWaveWords()
  const { why, who, at, bulletin, title, due, kinds, count, isNew } = concern
  const text = why === 'gate-waiting' ? waveNameBy(waves, { key: concern.text, name: '' }) : concern.text
  const said =
    due !== null && (why === 'overdue' || why === 'due-soon') ? t.due[why](formatDay(due, language)) : t.why[why](who)
  const groups = [...new Set(kinds.map((kind) => t.kinds[kind] ?? t.changed))]
  return (
    <>
      <span>
        {isNew && <span className="visually-hidden">{t.isNew} </span>}
        <b>
          <bdi>{said}</bdi>
        </b>
        {why === 'watched' && ` ${formatList(groups, language)}${count > 1 ? ` (${count})` : ''}`}
      </span>
      <span>
        {bulletin !== null && <b>{bulletin} </b>}
        <LocalText text={title} />
      </span>
      {text !== '' && <q>{text}</q>}
      <small>{formatMoment(at, language)}</small>
    </>
  )
}
