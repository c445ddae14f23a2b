import { verificationScript } from '../../../domain/bulletin/verification-script.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DataTable, ScrollRegion } from '../../ui/layout/DataTable.tsx'
import { saveFile } from '../../lib/save-file.ts'
import type { SectionProps } from '../section.ts'
import styles from './Verification.module.css'
import table from '../../ui/layout/DataTable.module.css'

/** Where to look whether the fix is on, and what must stand there. */
export function Verification({ bulletin }: SectionProps) {
  return (
    <>
      {bulletin.verification.length > 0 && <Checks bulletin={bulletin} />}
      <Script bulletin={bulletin} />
    </>
  )
}

/** The script that looks at all of this on a machine, to read, copy and save. */
function Script({ bulletin }: SectionProps) {
  const names = usePlatformNames()
  const t = useBulletinMessages()
  const script = verificationScript(bulletin, names)
  if (script === null) return null
  // Windows PowerShell takes a file without the mark for the machine's old code page.
  const save = () =>
    saveFile(
      `\uFEFF${script.replaceAll('\n', '\r\n')}`,
      'text/plain;charset=utf-8',
      `verify-${bulletin.id.replaceAll(/[^\w.-]/g, '-')}.ps1`,
    )
  return (
    <details className={styles['verification-script']}>
      <summary>{t.script}</summary>
      <p className="muted">{t.scriptHint}</p>
      <p className={styles['script-actions']}>
        <CopyButton text={script} label={t.copyScript} done={t.copied} failed={t.copyFailed} />
        <button type="button" className="button" onClick={save}>
          {t.saveScript}
        </button>
      </p>
      <ScrollRegion label={t.script}>
        <pre>
          <code>{script}</code>
        </pre>
      </ScrollRegion>
    </details>
  )
}

function Checks({ bulletin }: SectionProps) {
  const names = usePlatformNames()
  const t = useBulletinMessages()
  return (
    <DataTable label={t.verification} head={[t.platforms, t.where, t.expected]}>
      <tbody>
        {bulletin.verification.map(({ platforms, kind, path, expected, note }) => (
          <tr key={[kind, path, expected, ...platforms].join(' ')}>
            <th scope="row">{names(platforms)}</th>
            <td>
              <span className={table['kind']}>{t.kinds.verification[kind]}</span> <code>{path}</code>
            </td>
            <td>
              {expected !== undefined && <code>{expected}</code>}
              {note !== undefined && (
                <p>
                  <LocalText text={note} />
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
