/** Puts a first view into the page that the build has made. */
import { createHash } from 'node:crypto'
import { firstViewId, type FirstView } from '../../contract/first-view.ts'
import { withoutInlineStyles } from './inline-styles.ts'
import type { PageTemplate } from './page-template.ts'

/** JSON that nothing in a document takes for its own: no tag begins in it, and no line ends. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

const themes: Record<string, string> = { light: 'light', dark: 'dark' }

const missing = {
  ja: 'ここに表示しているのは最初の画面だけです。検索、絞り込み、並べ替え、記録には JavaScript が必要です。',
  en: 'This is the first view only: searching, filtering, sorting and recording need JavaScript.',
}

/** Replaces what a page has to have. */
function replaced(html: string, part: RegExp, by: string): string {
  if (!part.test(html)) throw new Error(`index.html has no ${part}`)
  return html.replace(part, () => by)
}

/** `styleHash`: what a Content-Security-Policy has to name, so that the styles of this very document count. */
export type Document = { html: string; styleHash: string }

/** The document of a first view: its styles are in it, so that nothing else is waited for before it is seen. */
export function documentOf(
  { html: page, stylesFor }: PageTemplate,
  { markup, ...view }: FirstView & { markup: string },
): Document {
  const { language, kept } = view.visit
  // React writes what belongs into the head before everything else.
  const [, title = '', body = ''] = /^(<title>[^<]*<\/title>)?(.*)$/s.exec(markup) ?? []
  const { html: styled, sheet } = withoutInlineStyles(body)
  const styles = stylesFor(body) + sheet
  const theme = themes[kept['hotfix-report.theme'] ?? '']
  const data = `<script type="application/json" id="${firstViewId}">${inertJson(view)}</script>`
  const edits: [RegExp, string][] = [
    [/<html lang="ja">/, `<html lang="${language}"${theme === undefined ? '' : ` data-theme="${theme}"`}>`],
    [/content="light dark"/, `content="${theme ?? 'light dark'}"`],
    ...(title === '' ? [] : [[/<title>[^<]*<\/title>/, title] satisfies [RegExp, string]]),
    [/<link rel="preload" href="\/api\/me"[^>]*>/, ''],
    [/(?=<\/head>)/, `<style>${styles}</style>`],
    [/<div id="root">.*?<\/div>/s, `<div id="root">${styled}</div>${data}`],
    [/<noscript>.*?<\/noscript>/s, `<noscript><p class="no-script">${missing[language]}</p></noscript>`],
  ]
  return {
    html: edits.reduce((html, [part, by]) => replaced(html, part, by), page),
    styleHash: `'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  }
}
