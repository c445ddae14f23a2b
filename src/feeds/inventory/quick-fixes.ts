/** Fixes as Windows lists them (`Win32_QuickFixEngineering`), in whatever tool has asked for them. */
import { readKb } from './cells.ts'
import type { MachineDraft, Gathering } from './gather.ts'
import { objectFields, textAt } from './json-items.ts'
import { isNever, timeReader } from './times.ts'

/** Windows itself writes these days as in the United States, whatever its language. */
const american = timeReader({ zone: 'UTC', order: 'month-first' })

/** 100-nanosecond intervals since 1601, as older versions write a day, between then and 1970. */
const before1970 = 11_644_473_600_000

/** The day on which a fix was installed; undefined where it is not said, null where it cannot be read. */
function dayOf(text: string): string | undefined | null {
  if (isNever(text)) return undefined
  if (/^[\da-f]{16}$/i.test(text)) {
    const at = Number(BigInt(`0x${text}`) / 10_000n) - before1970
    return at > 0 && at < 7_258_118_400_000 ? new Date(at).toISOString().slice(0, 10) : null
  }
  return american.day(text)
}

/** What older versions of Windows list beside articles: parts of service packs. */
const isNoArticle = (id: string) => /^(?:File \d+|ServicePackUninstall.*|\{[\da-f-]+\})$/i.test(id)

/** Adds a fix to those of a machine; `kb` and `on`: the names of the two fields. */
export function takeQuickFix(
  gathered: Gathering,
  draft: MachineDraft,
  line: number,
  item: unknown,
  kb: string,
  on: string,
) {
  const fields = objectFields(item)
  if (fields === null) return gathered.problem(line, 'fixes', item, draft)
  const id = textAt(fields, kb)
  if (isNoArticle(id)) return gathered.notice('no-kb')
  const [article, day] = [readKb(id.replace(/^Q(?=\d)/i, 'KB')), dayOf(textAt(fields, on))]
  if (article === null) return gathered.problem(line, 'kb', id, draft)
  if (day === null) return gathered.problem(line, 'date', textAt(fields, on), draft)
  draft.report.fixes ??= []
  gathered.add(draft, line, draft.report.fixes, { kb: article, ...(day !== undefined && { since: day }) }, article)
}
