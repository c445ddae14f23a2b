import { useId, useRef, useState } from 'react'
import type { Summary } from '../../../contract/summary.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import './BulletinPicker.css'

export type Candidates = {
  /** The first few bulletins with these words; without any, of the filter. */
  find: (words: string) => readonly Summary[]
  /** All that the filter leaves, where it is one and they are few enough for a plan; else none. */
  filtered: readonly string[]
}

type Props = {
  chosen: readonly { id: string; summary: Summary | undefined }[]
  candidates: Candidates
  onChange: (ids: string[]) => void
}

/** The bulletins of the plan, and the search that adds more. */
export function BulletinPicker({ chosen, candidates, onChange }: Props) {
  const t = useRolloutMessages()
  const ids = chosen.map(({ id }) => id)
  const [isOpen, setOpen] = useState(chosen.length === 0)
  const list = useRef<HTMLUListElement>(null)
  const add = (more: readonly string[]) => onChange([...new Set([...ids, ...more])])
  const isAllThere = candidates.filtered.every((id) => ids.includes(id))
  return (
    <Panel id="target" title={t.target}>
      <div className="bulletin-picker">
        {chosen.length === 0 && <p className="muted">{t.noBulletin}</p>}
        <ul className="chosen" ref={list} tabIndex={-1}>
          {chosen.map(({ id, summary }) => (
            <li key={id}>
              <span>
                <b>{id}</b> {summary ? <LocalText text={summary.title} /> : <em className="hot">{t.noSuchBulletin}</em>}
              </span>
              <button
                type="button"
                aria-label={t.remove(id)}
                onClick={() => {
                  onChange(ids.filter((other) => other !== id))
                  // The button that was pressed goes away with the bulletin.
                  list.current?.focus()
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        {candidates.filtered.length > 0 && !isAllThere && (
          <button type="button" className="link" onClick={() => add(candidates.filtered)}>
            {t.addFiltered(candidates.filtered.length)}
          </button>
        )}
        {isOpen ? (
          <Finder candidates={candidates} chosen={ids} onAdd={(id) => add([id])} />
        ) : (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            <span aria-hidden>＋</span> {t.addBulletin}
          </button>
        )}
      </div>
    </Panel>
  )
}

type FinderProps = { candidates: Candidates; chosen: readonly string[]; onAdd: (id: string) => void }

function Finder({ candidates, chosen, onAdd }: FinderProps) {
  const t = useRolloutMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const found = candidates.find(words).filter((summary) => !chosen.includes(summary.id))
  const add = (wanted: string) => {
    onAdd(wanted)
    setWords('')
    input.current?.focus()
  }
  return (
    <form
      className="finder"
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
