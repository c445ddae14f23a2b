/** Made-up support pages, in the layouts that Microsoft publishes. */

/** What an issue says under its labels: `Symptoms`, `Workaround`. */
export type PageIssue = { title: string; parts: Readonly<Record<string, string>> }

type Page = {
  title?: string
  lang?: string
  head?: string
  /** What stands before the section, in it beside issues, and behind. */
  before?: string
  inside?: string
  behind?: string
  issues?: readonly PageIssue[]
}

const parts = (mark: string, { parts: said }: PageIssue) =>
  Object.entries(said)
    .map(([label, text]) => `<p>&#8203;<${mark}>${label}</${mark}></p><p>&#8203;&#8203;${text}</p>`)
    .join('')

const page = (
  { title = 'March 11, 2031&#8212;KB5900001 (OS Build 30000.100)', lang = 'en-us', head = '' }: Page,
  main: string,
) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>${title} - Microsoft Support</title>${head}
   <script>if (a < b) document.write('<h2>Known issues in this update</h2>')</script></head>
   <body><main><h1 class="ocpArticleTitle">${title}</h1>${main}</main></body></html>`

const expander = (issue: PageIssue) => `<div class="ocpSection"><h3 class="ocpExpandoHead">
  <button class="expandoButtonLink"><div class="ocpExpandoHeadTitleContainer">${issue.title}</div></button></h3>
  <div class="ocpebw"><div class="ocpExpandoBody">${parts('b', issue)}</div></div></div>`

/** The layout of sections and expanders. Without issues and words in it there is no section. */
export function topicPage(given: Page = {}): string {
  const { before = '', inside = '', behind = '', issues = [] } = given
  const section =
    inside === '' && issues.length === 0
      ? ''
      : `<section class="ocpSection"><h2>&#8203;Known issues in this update</h2>${inside}${issues.map(expander).join('')}</section>`
  return page(
    given,
    `<section class="ocpSection"><h2>Highlights</h2>${before}</section>${section}
    <section class="ocpSection"><h2>How to get this update</h2><p><b>Workaround</b></p><p>None.</p>${behind}</section>`,
  )
}

/** The layout of plain headings and `details`, with the section repeated behind. */
export function servicingPage(given: Page = {}): string {
  const { issues = [], inside = '', behind = '' } = given
  const folded = issues
    .map((issue) => `<details><summary>${issue.title}</summary>${parts('strong', issue)}</details>`)
    .join('')
  return page(
    given,
    `<h2 id="summary">Summary</h2><h3 id="known-issues"><strong>Known issues in this update</strong></h3>${inside}${folded}
     <h3 id="stack">Servicing stack</h3><h3 id="known-issues-1"><strong>Known issues in this update</strong></h3>
     <details><summary>Said again</summary><p><strong>Symptoms</strong></p><p>The same.</p></details>
     <h2>How to get this update</h2>${behind}`,
  )
}

/** The layout of a table, a row for each issue. */
export const tablePage = (given: Page = {}): string =>
  topicPage({
    ...given,
    inside: `<table><thead><tr><th>Applies to</th><th>Symptom</th><th>Workaround</th></tr></thead><tbody>${(
      given.issues ?? []
    )
      .map(
        ({ parts: said }) =>
          `<tr><td>All users</td><td><p>${said['Symptoms'] ?? ''}</p></td><td>${said['Workaround'] ?? ''}</td></tr>`,
      )
      .join('')}</tbody></table>`,
    issues: [],
  })
