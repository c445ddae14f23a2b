import { clsx } from 'clsx'
import { DropZone } from '../../ui/forms/DropZone.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { FileReview } from './FileReview.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { isWhole } from './queue.ts'
import { useInventoryMessages } from './messages.ts'
import { ReportScript } from './ReportScript.tsx'
import { useInventory } from './use-inventory.ts'
import styles from './InventoryPanel.module.css'

/** The endings of the files that are read. */
const endings = ['.csv', '.txt', '.json', '.jsonl', '.log', '.tsv']

/** Machines out of the files of inventory tools: nothing is taken over before the reader has seen it. */
export function InventoryPanel() {
  const t = useInventoryMessages()
  const { files, add, ...actions } = useInventory()
  const whole = files.filter(isWhole)
  return (
    <Panel id="inventory" title={t.title} note={t.note} isOnScreen>
      <div className={clsx('on-screen', styles['inventory'])}>
        <DropZone
          words={{ drop: t.drop, choose: t.choose, accepted: t.accepted, noFiles: t.noFiles }}
          endings={endings}
          onFiles={add}
        />
        {files.map((file) => (
          <FileReview key={file.id} queued={file} actions={actions} />
        ))}
        {whole.length > 1 && (
          <p>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                for (const file of whole) actions.takeOver(file)
              }}
            >
              {t.takeAll(formatNumber(whole.length))}
            </button>
          </p>
        )}
        <ReportScript />
      </div>
    </Panel>
  )
}
