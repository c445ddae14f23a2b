import { clsx } from 'clsx'
import { verificationScript } from '../../../domain/bulletin/verification-script.ts'
import { usePlatformNames, useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DataTable, ScrollRegion } from '../../ui/layout/DataTable.tsx'
import { saveFile } from '../../lib/save-file.ts'
import type { SectionProps } from '../section.ts'
import styles from './Verification.module.css'
import table from '../../ui/layout/DataTable.module.css'

/** Where to check that the fix is installed, and what to find there. */
export function Verification({ bulletin }: SectionProps) {
  return (
    <>
      {bulletin.verification.length > 0 && <Checks bulletin={bulletin} />}
      <Script bulletin={bulletin} />
    </>
  )
}

/** A script that checks all of this on a machine, to read, copy and save. */
function Script({ bulletin }: SectionProps) {
  const names = usePlatformNames()
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  const script = verificationScript(bulletin, names)
  if (script === null) return null
  // Without a byte order mark Windows PowerShell reads the file in the machine's code page.
  const save = () =>
    saveFile(
      `\uFEFF${script.replaceAll('\n', '\r\n')}`,
      'text/plain;charset=utf-8',
      `verify-${bulletin.id.replaceAll(/[^\w.-]/g, '-')}.ps1`,
    )
  return (
    <details className={clsx('on-screen', styles['verification-script'])}>
      <summary>{t.script}</summary>
      <p className="muted">{t.scriptHint}</p>
      <p className={clsx('actions', styles['script-actions'])}>
        <CopyButton text={script} label={t.copyScript} done={pageText.copied} failed={pageText.copyFailed} />
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
  const names = useShortPlatformNames()
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  return (
    <DataTable label={pageText.verification} head={[t.platforms, t.where, t.expected]}>
      <tbody>
        {bulletin.verification.map(({ platforms, kind, path, expected, note }) => (
          <tr key={[kind, path, expected, ...platforms].join(' ')}>
            <th scope="row">{names(platforms)}</th>
            <td>
              <span className={table['kind']}>{t.checks[kind]}</span> <code>{path}</code>
            </td>
            <td>
              {expected !== undefined && <code className={table['tight']}>{expected}</code>}
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
