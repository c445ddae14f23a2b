import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import type { RowGroup } from '../../domain/matrix/lines.ts'
import { useTeamDay } from '../due/queries.ts'
import { useMatrixMessages } from './messages.ts'
import type { Matrix } from './use-matrix.ts'
import styles from './Sentence.module.css'

/** What the matrix comes to, by rule: what to install, what is late, what is not needed, what is elsewhere. */
export function Sentence({ matrix: { by, rows, view, own, query } }: { matrix: Matrix }) {
  const t = useMatrixMessages()
  const { sentence } = t
  const today = useTeamDay()
  const groups = view.lines.filter((line) => line.kind === 'group')
  const of = (group: RowGroup) => groups.find((line) => line.group === group)?.rows ?? []
  const overdue = of('install').filter((row) => {
    const { due } = rows.factsOf(row)
    return due !== null && due < today
  }).length
  const isMine = own.length > 0
  const isBulletin = by === 'bulletin'
  const link = (search: object, words: string) => (
    <Link to="/matrix" search={readQuery({ ...query, ...search })} key={words}>
      {words}
    </Link>
  )
  const clauses: ReactNode[] = []
  if (isMine && isBulletin)
    clauses.push(
      of('install').length === 0
        ? sentence.nothing
        : link({ mine: 'to-install' }, sentence.install(t.count(of('install').length))),
    )
  if (overdue > 0) clauses.push(link({ mine: 'to-install', due: 'overdue' }, sentence.overdue(t.count(overdue))))
  if (of('beside').length > 0) clauses.push(sentence.beside(t.count(of('beside').length)))
  if (of('mine').length > 0)
    clauses.push(isBulletin ? sentence.mine(t.count(of('mine').length)) : sentence.mineCves(of('mine').length))
  if (of('urgent').length > 0) {
    const words = isMine
      ? ([sentence.urgent, sentence.urgentCves] as const)
      : ([sentence.urgentAll, sentence.urgentAllCves] as const)
    clauses.push(words[isBulletin ? 0 : 1](t.count(of('urgent').length)))
  }
  if (of('others').length > 0) clauses.push(sentence.others(t.count(of('others').length)))
  return (
    <p className={styles['sentence']}>
      {clauses.map((clause, at) => (
        // The clauses have no names of their own, and their order is always the same.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at}>
          {at > 0 && t.separator}
          {clause}
        </span>
      ))}
      {t.end}
    </p>
  )
}
