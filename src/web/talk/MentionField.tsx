import { useEffect, useId, useMemo, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useQuery } from '@tanstack/react-query'
import { completed, completionAt } from '../../domain/board/completion.ts'
import { LongTextField } from '../ui/forms/controls.tsx'
import { assigneesQuery, nobody } from '../triage/queries.ts'
import { useTalkMessages } from './messages.ts'
import styles from './MentionField.module.css'

type Props = Omit<ComponentProps<typeof LongTextField>, 'onKeyDown' | 'onSelect' | 'onBlur' | 'ref'> & {
  value: string
  /** Whether it takes the focus when it is there. */
  hasFocus?: boolean
  /** Called where Ctrl or Command and Enter are pressed. */
  onSend?: () => void
}

/** A text of several lines in which people and teams are named by `@`: their names are offered while they are typed. */
export function MentionField({ value, onText, onSend, hasFocus = false, ...rest }: Props) {
  const t = useTalkMessages()
  const list = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const { people, teams } = useQuery(assigneesQuery()).data ?? nobody
  const names = useMemo(() => [...new Set([...people, ...teams])], [people, teams])
  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  const completion = caret === null ? null : completionAt(value, caret, names)
  const offered = completion?.names ?? []
  const at = Math.min(chosen, offered.length - 1)

  function take(name: string) {
    if (completion === null || caret === null) return
    const next = completed(value, caret, completion.start, name)
    // The caret can be set once the text is there.
    flushSync(() => {
      onText(next.text)
      setCaret(null)
      setChosen(0)
    })
    field.current?.focus()
    field.current?.setSelectionRange(next.caret, next.caret)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // A key that chooses a word of an input method is its own.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend?.()
    if (offered.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const name = offered[at]
    if (step !== undefined) setChosen((at + step + offered.length) % offered.length)
    else if (event.key === 'Escape') setCaret(null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && name !== undefined) take(name)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles['mention-field']}>
      <LongTextField
        {...rest}
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? list : undefined}
        aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
        onText={(text) => {
          onText(text)
          setCaret(field.current?.selectionStart ?? text.length)
          setChosen(0)
        }}
        onSelect={({ currentTarget }) => {
          // Where the caret goes on its own, nothing is offered that was closed before.
          if (caret !== null) setCaret(currentTarget.selectionStart)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {offered.length > 0 && t.offered(offered.length)}
      </p>
      {offered.length > 0 && (
        <div id={list} role="listbox" aria-label={t.names}>
          {offered.map((name, index) => (
            <div
              key={name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The field keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(name)
              }}
            >
              <bdi>{name}</bdi>
              {teams.includes(name) && <small>{t.team}</small>}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
