import { Suspense, useDeferredValue } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Summary } from '../../contract/summary.ts'
import { whyFirst } from '../../domain/bulletin/why-first.ts'
import { readQuery } from '../../domain/filter/query.ts'
import type { MachineCount } from '../../domain/fleet/exposure.ts'
import { severityOnFleet } from '../../domain/fleet/severity.ts'
import { valueAt } from '../../domain/table/open.ts'
import { BulletinView } from '../bulletin/BulletinPage.tsx'
import { useMachines } from '../catalogue/fleet.ts'
import { DueDay } from '../due/DueDay.tsx'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { memoByValue } from '../lib/memo-by-value.ts'
import { useWords } from '../i18n/words.ts'
import { stateIn } from '../triage/queries.ts'
import { TriageButton } from '../triage/TriageButton.tsx'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { AlertList } from './AlertList.tsx'
import type { ListProps } from './CardList.tsx'
import type { ItemSize } from './item-sizes.ts'
import { useListMessages } from './list-messages.ts'
import { useAlertsMessages } from './messages.ts'
import { SelectBox } from './SelectBox.tsx'
import type { Selection } from './use-selection.ts'
import { whyText } from './why-text.ts'
import styles from './SplitView.module.css'

const itemSize: ItemSize = { height: 92, gap: 0 }

type Props = ListProps & {
  /** The alert that is shown beside the list; the first one where it is not listed. */
  at: string | undefined
  onAt: (id: string) => void
}

/** The list, and beside it the alert that has the focus: the keys of the list lead from one to the next. */
export function SplitView({ selection, changes, at, onAt }: Props) {
  const t = useListMessages()
  const { columns, platforms, states, rows } = useFirstFiltered()
  const machines = useMachines(platforms)
  const idAt = (row: number | undefined) => valueAt(columns.table.columns.id, row ?? 0) ?? ''
  const isListed = at !== undefined && rows.some((row) => idAt(row) === at)
  const shown = isListed ? at : idAt(rows[0])
  // The list answers at once; the alert follows.
  const read = useDeferredValue(shown)
  const selected = new Set(selection.chosen)
  return (
    <div className={styles['split-view']}>
      <AlertList
        size={itemSize}
        className={styles['list']}
        selection={selection}
        isChanged={(id) => changes.changeOf(id) !== null}
        onActive={onAt}
        draw={(bulletin) => (
          <SplitItem
            bulletin={bulletin}
            state={stateIn(states, bulletin.id)}
            machines={machines}
            isShown={bulletin.id === shown}
            isSelected={selected.has(bulletin.id)}
            selection={selection.acts}
          />
        )}
      />
      <section className={clsx('on-screen', styles['pane'])} aria-label={read} data-scroll-restoration-id="alert">
        <p className={styles['whole']}>
          <Link to="/bulletins/$id" params={{ id: read }} search={readQuery} className="link">
            {t.wholePage(read)}
          </Link>
        </p>
        <Suspense>
          <BulletinView key={read} id={read} isBeside />
        </Suspense>
      </section>
    </div>
  )
}

type ItemProps = {
  bulletin: Summary
  state: ReturnType<typeof stateIn>
  machines: readonly MachineCount[]
  isShown: boolean
  isSelected: boolean
  selection: Selection['acts']
}

/** An alert of the list; as its bulletin is made anew with each key, it is drawn anew for what is different only. */
const SplitItem = memoByValue(Item)

function Item({ bulletin, state, machines, isShown, isSelected, selection }: ItemProps) {
  return (
    <article
      className={styles['item']}
      aria-label={bulletin.id}
      aria-current={isShown || undefined}
      data-severity={bulletin.severity ?? 'none'}
    >
      <header>
        <SelectBox id={bulletin.id} isOn={isSelected} selection={selection} />
        <SeverityBadge level={severityOnFleet(bulletin.platforms, machines) ?? bulletin.severity} />
        <b>{bulletin.id}</b>
        <TriageButton id={bulletin.id} state={state} hidesAssignee className={styles['status']} />
      </header>
      <h2>
        <Link to="." search={(search) => ({ ...search, at: bulletin.id })} replace resetScroll={false} data-open>
          <LocalText text={bulletin.title} />
        </Link>
      </h2>
      <Reasons bulletin={bulletin} />
    </article>
  )
}

/** The due day and the first reasons, in a line. */
function Reasons({ bulletin }: { bulletin: Summary }) {
  const t = useAlertsMessages()
  const words = useWords()
  const language = useLanguage()
  return (
    <p className={styles['reasons']}>
      {bulletin.due !== undefined && <DueDay due={bulletin.due} />}{' '}
      {whyFirst(bulletin)
        .slice(0, 2)
        .map((reason) => whyText(reason, t, words, language))
        .join(dot(language))}
    </p>
  )
}
