import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { access } from '../../contract/endpoints/access.ts'
import type { SignInEntry } from '../../contract/people.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useAccessMessages } from './messages.ts'
import { signInsQuery } from './queries.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './SignInsPanel.module.css'

/** Where the reader is signed in; each other one can be ended, and all of them together. */
export function SignInsPanel() {
  const { data: all } = useSuspenseQuery(signInsQuery())
  const { signIns: t } = useAccessMessages()
  const common = useCommon()
  const language = useLanguage()
  const { mutate, isPending, error, data: ended } = useEnding(all)
  const nameOf = ({ browser, system }: SignInEntry) =>
    [browser ?? t.unknown, ...(system === null ? [] : [system])].join(dot(language))
  const others = all.filter(({ isCurrent }) => !isCurrent)
  return (
    <Panel id="sign-ins" title={t.title} note={t.note}>
      <DataTable label={t.title} head={[t.browser, t.address, t.startedAt, t.lastUsedAt, '']} isStacked>
        <tbody>
          {all.map((each) => (
            <tr key={each.id} aria-current={each.isCurrent || undefined}>
              <th scope="row">{nameOf(each)}</th>
              <td data-head={t.address}>{each.address ?? t.unknown}</td>
              <td data-head={t.startedAt}>{formatMoment(each.startedAt, language)}</td>
              <td data-head={t.lastUsedAt}>{formatMoment(each.lastUsedAt, language)}</td>
              <td className={table['row-actions']}>
                {each.isCurrent ? (
                  <b>{t.current}</b>
                ) : (
                  <button
                    type="button"
                    className="link"
                    aria-label={t.endOf(nameOf(each), formatMoment(each.startedAt, language))}
                    disabled={isPending}
                    onClick={() => mutate(each)}
                  >
                    {t.end}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles['after']}>
        <button
          type="button"
          className="button"
          disabled={isPending || others.length === 0}
          onClick={() => mutate(null)}
        >
          {t.endOthers}
        </button>
        <span role="status" className="muted">
          {ended !== undefined && t.ended(ended)}
        </span>
      </p>
      {error !== null && <FormError>{common.problem[codeOf(error)]}</FormError>}
      <p className="muted">{t.hint}</p>
    </Panel>
  )
}

/** Ends one, or for null all others; gives how many there are less. */
function useEnding(before: readonly SignInEntry[]) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(which: SignInEntry | null) {
      const left =
        which === null
          ? await call(access.endOtherSignIns, {})
          : await call(access.endSignIn, { params: { id: which.id } })
      client.setQueryData(signInsQuery().queryKey, left)
      return before.length - left.length
    },
    // It may have ended by itself: then it is in the list no more.
    onError: () => client.invalidateQueries({ queryKey: signInsQuery().queryKey }),
  })
}
