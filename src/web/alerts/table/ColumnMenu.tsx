import { useId } from 'react'
import { clsx } from 'clsx'
import { columnIds, columnOf, usualColumns, type ColumnId } from './columns.ts'
import { movedTo, toggledColumn, useKeptColumns } from './kept-columns.ts'
import { useTableMessages } from './messages.ts'
import { useAlertsWording } from './use-alerts-wording.ts'
import styles from './ColumnMenu.module.css'

/** Which columns the table has, and in which order; kept on this device. */
export function ColumnMenu() {
  const wording = useAlertsWording()
  const t = useTableMessages()
  const [chosen, keep] = useKeptColumns()
  const id = useId()
  const others = columnIds.filter((each) => !chosen.includes(each))
  const move = (column: ColumnId, step: 1 | -1) => {
    const place = chosen[chosen.indexOf(column) + step]
    if (place !== undefined) keep(movedTo(chosen, column, place))
  }
  return (
    <span className={styles['column-menu']}>
      <button type="button" className="button" popoverTarget={id}>
        {t.columns}
      </button>
      <div id={id} popover="auto" className={styles['menu']} role="group" aria-label={t.columns}>
        <ul>
          {[...chosen, ...others].map((column) => {
            const name = columnOf(column).head(wording)
            const isOn = chosen.includes(column)
            const toggled = toggledColumn(chosen, column)
            return (
              <li key={column}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={isOn}
                    disabled={toggled === null}
                    onChange={() => toggled !== null && keep(toggled)}
                  />
                  {name}
                </label>
                {isOn && (
                  <span>
                    <button
                      type="button"
                      aria-label={t.earlier(name)}
                      disabled={column === chosen[0]}
                      onClick={() => move(column, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      aria-label={t.later(name)}
                      disabled={column === chosen.at(-1)}
                      onClick={() => move(column, 1)}
                    >
                      ↓
                    </button>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <button type="button" className={clsx('link', styles['usual'])} onClick={() => keep(usualColumns)}>
          {t.usual}
        </button>
      </div>
    </span>
  )
}
