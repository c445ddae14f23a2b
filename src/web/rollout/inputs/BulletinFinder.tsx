import { useId, useRef, useState } from 'react'
import { applyFilter } from '../../../domain/filter/apply.ts'
import { filterOf } from '../../../domain/filter/filter.ts'
import { useFiltered } from '../../filters/use-filtered.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useRolloutMessages } from '../messages.ts'
import styles from './BulletinFinder.module.css'

/** The most that a search offers; more words find the others. */
const maxFound = 7

type Props = { chosen: readonly string[]; onAdd: (id: string) => void }

/** Finds bulletins by words; without any, the first ones of the filter. */
export function BulletinFinder({ chosen, onAdd }: Props) {
  const { columns, rows } = useFiltered()
  const t = useRolloutMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const matches = words.trim() === '' ? rows : applyFilter(columns, filterOf({ q: words })).rows
  const found = Array.from(matches.subarray(0, maxFound), columns.summaryAt).filter(
    (summary) => !chosen.includes(summary.id),
  )
  const add = (wanted: string) => {
    onAdd(wanted)
    setWords('')
    input.current?.focus()
  }
  return (
    <form
      className={styles['bulletin-finder']}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) add(first.id)
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t.addBulletin}
      </label>
      <input
        id={id}
        ref={input}
        type="search"
        autoComplete="off"
        placeholder={t.findBulletin}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {found.length === 0 && <p className="muted">{t.noneFound}</p>}
      <ul>
        {found.map((summary) => (
          <li key={summary.id}>
            <button type="button" onClick={() => add(summary.id)}>
              <b data-severity={summary.severity ?? 'none'}>{summary.id}</b> <LocalText text={summary.title} />
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
