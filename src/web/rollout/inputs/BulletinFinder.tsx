import { Suspense, useId, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Summary } from '../../../contract/summary.ts'
import { applyFilter } from '../../../domain/filter/apply.ts'
import type { Columns } from '../../../domain/filter/columns.ts'
import { filterOf } from '../../../domain/filter/filter.ts'
import { prepareSearch } from '../../catalogue/prepare-search.ts'
import { useFiltered } from '../../filters/use-filtered.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { useRolloutMessages } from '../messages.ts'
import { useToInstallNow } from '../plan/use-to-install-now.ts'
import styles from './BulletinFinder.module.css'

/** The most that a search offers; more words find the others. */
const maxFound = 7

type Props = { chosen: readonly string[]; onAdd: (id: string) => void }

/** The first rows that are none of the chosen, with something to install before others: release notes and advisories have no KB. */
function firstOf({ summaryAt }: Columns, rows: Uint32Array, isWanted: (summary: Summary) => boolean): Summary[] {
  const found: Summary[] = []
  const others: Summary[] = []
  for (const row of rows) {
    if (found.length === maxFound) break
    const summary = summaryAt(row)
    if (isWanted(summary)) (summary.kb.length > 0 ? found : others).push(summary)
  }
  return [...found, ...others].slice(0, maxFound)
}

/** Finds bulletins by words; without any, what is to be installed and not done, then the first ones of the filter. */
export function BulletinFinder({ chosen, onAdd }: Props) {
  const t = useRolloutMessages()
  const id = useId()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const offers = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
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
        offers.current?.querySelector('button')?.click()
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
        onFocus={() => prepareSearch(client)}
      />
      <div ref={offers}>
        <Suspense fallback={<ul className={styles['on-its-way']} />}>
          <Found words={words.trim()} chosen={chosen} onAdd={add} />
        </Suspense>
      </div>
    </form>
  )
}

function Found({ words, chosen, onAdd }: Props & { words: string }) {
  const t = useRolloutMessages()
  const { columns, rows } = useFiltered()
  const left = useToInstallNow()
  const isOpen = ({ id }: Summary) => !chosen.includes(id)
  const toInstall = words === '' ? (left?.newest ?? []).filter(isOpen) : []
  const matches = words === '' ? rows : applyFilter(columns, filterOf({ q: words })).rows
  const isNew = (summary: Summary) => isOpen(summary) && !toInstall.some(({ id: other }) => other === summary.id)
  // Before the first is chosen, what is to be installed is proposed beside this.
  const found = [...(chosen.length > 0 ? toInstall : []), ...firstOf(columns, matches, isNew)].slice(0, maxFound)
  if (found.length === 0) return <p className="muted">{t.noneFound}</p>
  return (
    <ul>
      {found.map((summary) => (
        <li key={summary.id}>
          <button type="button" onClick={() => onAdd(summary.id)}>
            <b data-severity={summary.severity ?? 'none'}>{summary.id}</b> <LocalText text={summary.title} />
          </button>
        </li>
      ))}
    </ul>
  )
}
