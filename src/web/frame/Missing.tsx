import { Link, useLocation } from '@tanstack/react-router'
import { decoded } from '../../contract/decoded.ts'
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  noPage: (path: string) => `アドレス: ${path}`,
  notOnFile: (id: string) => `${id} は登録されていません。`,
  search: (id: string) => `${id} を検索`,
  import: '文書を取り込む',
}

const en: typeof ja = {
  noPage: (path) => `Address: ${path}`,
  notOnFile: (id) => `${id} is not on file.`,
  search: (id) => `Search for ${id}`,
  import: 'Import documents',
}

const useMissingMessages = messagesHook({ ja, en })

/** What of the address was not found, and what to do about it. */
export function Missing() {
  const t = useMissingMessages()
  const { pathname, searchStr } = useLocation()
  const [, page = '', id] = pathname.split('/').map(decoded)
  if (id === undefined || !['bulletins', 'platforms', 'vulnerabilities'].includes(page))
    return <span>{t.noPage(pathname + searchStr)}</span>
  return (
    <>
      <span>{t.notOnFile(id)}</span>
      <Link to="/alerts" search={{ q: id }} className="button">
        {t.search(id)}
      </Link>
      <Link to="/sources" className="button">
        {t.import}
      </Link>
    </>
  )
}
