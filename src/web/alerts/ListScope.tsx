import { lazy, useId } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { OptionOf } from '../../contract/facets.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { formatNumber } from '../i18n/format.ts'
import { ReleaseToggle } from '../releases/ReleaseToggle.tsx'
import { Behind } from '../ui/layout/Behind.tsx'
import { useListMessages } from './list-messages.ts'
import styles from './ListScope.module.css'

type Scope = OptionOf<'mine'>

const scopes = ['affected', 'not-affected'] as const satisfies Scope[]

// It waits for the server anyway.
const DataAgeLine = lazy(() => import('./DataAgeLine.tsx').then((module) => ({ default: module.DataAgeLine })))

/** What part of all that is on file is listed: whose, and of which release; and how old that is. */
export function ListScope() {
  const { of, query, change } = useFirstFiltered()
  return (
    <div className={clsx('on-screen', styles['list-scope'])}>
      <Machines />
      <Behind>
        <ReleaseToggle
          shown={query.release}
          total={of}
          onChange={(key) => change({ release: key === null ? [] : [key] })}
        />
        <DataAgeLine />
      </Behind>
    </div>
  )
}

/** Whose alerts are listed: all, those that may affect our machines, or the others; where there are no machines, the way to enter them. */
function Machines() {
  const t = useListMessages()
  const name = useId()
  const fleet = useFleet()
  const { columns, filter, counts, change } = useFirstFiltered()
  if (fleet.length === 0 && columns.overlay.machines.length === 0)
    return (
      <p>
        {t.noFleet}{' '}
        <Link to="/fleet" className="link">
          {t.enterFleet}
        </Link>
      </p>
    )
  const countOf = (scope: Scope) => counts.mine.get(scope) ?? 0
  const options: [chosen: Scope[], text: string, count: number][] = [
    [[], t.scope.all, countOf('affected') + countOf('not-affected')],
    ...scopes.map((scope): [Scope[], string, number] => [[scope], t.scope[scope], countOf(scope)]),
  ]
  return (
    <fieldset className={styles['machines']}>
      <legend className="visually-hidden">{t.scope.label}</legend>
      {options.map(([mine, text, count]) => (
        <label key={text}>
          <input
            type="radio"
            name={name}
            checked={mine.length === filter.mine.length && mine.every((each) => filter.mine.includes(each))}
            onChange={() => change({ mine })}
          />
          <span>
            {text} <b>{formatNumber(count)}</b>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
