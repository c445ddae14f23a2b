import { formatNumber } from '../i18n/format.ts'
import { messagesHook } from '../i18n/language.tsx'

const usePaperMessages = messagesHook({
  ja: {
    cut: (shown: string, of: string | null) =>
      `${of === null ? '' : `${of} 件のうち`}最初の ${shown} 件を印刷しています。条件で絞り込むと、残りも印刷できます。`,
  },
  en: {
    cut: (shown: string, of: string | null) =>
      `Only the first ${shown}${of === null ? '' : ` of ${of}`} are printed. Filter the list to print the others.`,
  },
})

/** On paper: that it has not all of a list, and how to get at the rest. `of`: null where more are on file, and not counted. */
export function PaperNote({ shown, of }: { shown: number; of: number | null }) {
  const t = usePaperMessages()
  if (shown === of) return null
  return <p className="muted">{t.cut(formatNumber(shown), of === null ? null : formatNumber(of))}</p>
}
