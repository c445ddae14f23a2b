import { reportScript } from '../../../domain/machines/report-script.ts'
import { saveFile } from '../../lib/save-file.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { ScrollRegion } from '../../ui/layout/DataTable.tsx'
import { useInventoryMessages } from './messages.ts'
import styles from './InventoryPanel.module.css'

/** The script that prints what one machine reports: to read, copy and save. */
export function ReportScript() {
  const t = useInventoryMessages()
  const save = () =>
    saveFile(reportScript.replaceAll('\n', '\r\n'), 'text/plain;charset=utf-8', 'hotfix-report_machine.ps1')
  return (
    <details className={styles['script']}>
      <summary>{t.script}</summary>
      <p className="muted">{t.scriptHint}</p>
      <p className={styles['actions']}>
        <CopyButton text={reportScript} label={t.copyScript} done={t.copied} failed={t.copyFailed} />
        <button type="button" className="button" onClick={save}>
          {t.saveScript}
        </button>
      </p>
      <ScrollRegion label={t.script} className={styles['code']}>
        <pre>
          <code>{reportScript}</code>
        </pre>
      </ScrollRegion>
    </details>
  )
}
