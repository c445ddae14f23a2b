import type { Change } from '../../contract/changes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isLoud } from '../../domain/changes/loud.ts'
import { useCommon } from '../i18n/common.ts'
import { changeText } from './change-text.ts'
import { useHistoryWording } from './use-history-wording.ts'
import styles from './ChangeList.module.css'

type Props = {
  changes: readonly Change[]
  names: (ids: readonly PlatformId[]) => string
}

/** What a version changes, a line each, in the order of attention. */
export function ChangeList({ changes, names }: Props) {
  const { more } = useCommon()
  const wording = { ...useHistoryWording(names), more }
  return (
    <ul className={styles['change-list']}>
      {changes.map((change, at) => {
        const { kind, about, step } = changeText(change, changes.length === 1, wording)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- several changes may be of one kind, and they never move
          <li key={at} className={isLoud(change) ? undefined : 'muted'}>
            <span>{kind}</span>
            {about !== '' && <span className="muted"> {about}</span>}
            {step !== '' && <span> {step}</span>}
          </li>
        )
      })}
    </ul>
  )
}
