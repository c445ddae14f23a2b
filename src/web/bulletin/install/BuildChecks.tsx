import { buildCheck } from '../../../domain/bulletin/build-check.ts'
import type { InstallRow } from '../../../domain/fixes/install-rows.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { useBulletinMessages } from '../messages.ts'
import { useInstallMessages } from './messages.ts'
import styles from './BuildChecks.module.css'

/** More commands than these nobody copies one by one: the script checks all of them. */
const maxChecks = 3

/** A command for each build, and the way to the script that checks everything. */
export function BuildChecks({ rows, hasScript }: { rows: readonly InstallRow[]; hasScript: boolean }) {
  const t = useInstallMessages()
  const { copy, copied, copyFailed } = useBulletinMessages()
  const mine = rows.filter(({ machines }) => machines !== null)
  const builds = new Set((mine.length > 0 ? mine : rows).flatMap(({ build }) => build ?? []))
  const checks = [...builds].map(buildCheck).filter((check) => check !== null)
  if (checks.length === 0 && !hasScript) return null
  return (
    <div className={styles['build-checks']}>
      {checks.slice(0, maxChecks).map((check) => (
        <div key={check} role="group" aria-label={t.check}>
          <code>{check}</code>
          <CopyButton text={check} label={copy} done={copied} failed={copyFailed} />
        </div>
      ))}
      {hasScript && (
        <a className="link" href="#verification">
          {t.script}
        </a>
      )}
    </div>
  )
}
