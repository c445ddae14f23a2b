import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoment } from '../i18n/format.ts'
import { messagesHook, useLanguage } from '../i18n/language.tsx'
import { read } from '../lib/api.ts'

const ja = {
  late: (when: string) => `最後に成功したバックアップは ${when} です`,
  none: '成功したバックアップがありません',
}

const en: typeof ja = {
  late: (when) => `The last good backup is of ${when}`,
  none: 'There is no good backup',
}

const useLateBackupMessages = messagesHook({ ja, en })

/** Tells admins that backups do not come about; nothing while they do. */
export function LateBackup() {
  const t = useLateBackupMessages()
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['backups'],
    queryFn: ({ signal }) => read('/api/backups', { signal }),
  })
  if (data?.isLate !== true) return null
  return (
    <li>
      <Link to="/sources" hash="backups" className="link">
        <b className="hot">{data.lastGood === null ? t.none : t.late(formatMoment(data.lastGood.at, language))}</b>
      </Link>
    </li>
  )
}
