import { useMemo } from 'react'
import { clsx } from 'clsx'
import type { Bulletin } from '../../contract/bulletin.ts'
import {
  partlySuperseded,
  supersedence,
  type Supersedable,
  type SupersedenceStep,
} from '../../domain/bulletin/supersedence.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { BulletinLink } from './BulletinLink.tsx'
import { Fact } from './Fact.tsx'
import { useBulletinMessages } from './messages.ts'
import styles from './SupersedenceFacts.module.css'

/** What replaces what, read from three columns: the rows need not be made. */
const fixesOf = ({ table: { rows, columns } }: Columns): Supersedable[] =>
  Array.from({ length: rows }, (_, row) => ({
    id: valueAt(columns.id, row) ?? '',
    kb: valueAt(columns.kb, row) ?? [],
    supersedes: valueAt(columns.supersedes, row) ?? [],
  }))

/** The fixes before and after this one. Of later ones only those on file are known. */
export function SupersedenceFacts({ bulletin }: { bulletin: Bulletin }) {
  const t = useBulletinMessages()
  const names = usePlatformNames()
  const { columns } = useCatalogue()
  const relation = useMemo(() => supersedence(fixesOf(columns)), [columns])
  const replacedBy = relation.replacedBy(bulletin.id)
  const chain = relation.chain(bulletin.id)
  const direct = chain.filter(({ depth }) => depth === 1)
  /** The platforms of a fix that is replaced on some of its platforms only. */
  const partly = partlySuperseded(bulletin)
  // Documents of feeds leave out that a fix replaces nothing.
  const saysNone = bulletin.source.kind === 'hotfix-report' || bulletin.source.kind === 'microsoft-bulletin'
  const noneWord = saysNone ? t.none : t.notStated
  return (
    <>
      <Fact name={t.replacedBy} tone={replacedBy.length === 0 ? 'unknown' : 'plain'}>
        {replacedBy.length === 0 ? t.notReplaced : replacedBy.map((id) => <FixName key={id} id={id} />)}
      </Fact>
      <Fact name={t.supersedes} tone={direct.length === 0 && !saysNone ? 'unknown' : ''}>
        {direct.length === 0
          ? noneWord
          : direct.map(({ id, doubt }) => {
              const only = partly.get(id)
              return <FixName key={id} id={id} doubt={doubt} only={only && names(only)} />
            })}
        {chain.length > direct.length && (
          <details className={styles['supersedence-chain']}>
            <summary>{t.chain(chain.length)}</summary>
            <ol>
              {chain.map(({ id, from, depth, doubt }) => (
                <li key={`${from} ${id}`} style={{ paddingInlineStart: `${Math.min(depth - 1, 8) * 10}px` }}>
                  <FixName id={id} doubt={doubt} />
                </li>
              ))}
            </ol>
          </details>
        )}
      </Fact>
    </>
  )
}

type NameProps = {
  id: string
  doubt?: SupersedenceStep['doubt']
  /** The platforms that it is replaced on, where those are not all. */
  only?: string | undefined
}

function FixName({ id, doubt = null, only }: NameProps) {
  const t = useBulletinMessages()
  return (
    <span className={styles['fix-name']}>
      <BulletinLink id={id} />
      {doubt !== null && <span className={clsx('muted', styles['note'])}> {t.doubts[doubt]}</span>}
      {only !== undefined && <span className={clsx('muted', styles['note'])}> {t.onlyOn(only)}</span>}{' '}
    </span>
  )
}
