import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstViewId, styleAttribute, type Visit } from '../../../src/contract/first-view.ts'
import { documentOf, inertJson } from '../../../src/server/rendering/document.ts'
import { withoutInlineStyles } from '../../../src/server/rendering/inline-styles.ts'

const html =
  '<!doctype html><html lang="ja"><head><meta name="color-scheme" content="light dark" /><title>HotFix Report</title>' +
  '<link rel="preload" href="/api/me" as="fetch" crossorigin /></head>' +
  '<body><div id="root"><main>loading</main></div><noscript>no script</noscript></body></html>'

const visit: Visit = { href: '/', language: 'en', at: '2026-11-29T09:45:00.000Z', zone: 'UTC', kept: {} }

const made = (markup: string, answers: Record<string, unknown> = {}, kept: Visit['kept'] = {}) =>
  documentOf({ html, stylesFor: () => 'b{color:red}' }, { visit: { ...visit, kept }, answers, parts: [], markup })

const opened = (markup: string, answers?: Record<string, unknown>, kept?: Visit['kept']) =>
  new DOMParser().parseFromString(made(markup, answers, kept).html, 'text/html')

it('begins with the markup, its title and its language, in the chosen theme', () => {
  const document = opened('<title>Overview</title><main>all is well</main>', {}, { 'hotfix-report.theme': 'dark' })
  expect(document.title).toBe('Overview')
  expect(document.querySelector('#root')?.innerHTML).toBe('<main>all is well</main>')
  expect([document.documentElement.lang, document.documentElement.dataset['theme']]).toEqual(['en', 'dark'])
  expect(document.querySelector('noscript')?.textContent).toContain('JavaScript')
})

it('holds any answer as it is, and nothing of it is a part of the document', () => {
  const hostile = '</script><script>alert(1)</script><!--<script>\u2028\u2029$&$`'
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, text) => {
      const answers = { '/api/x': { [name]: text } }
      const document = opened('<main></main>', answers)
      expect(document.scripts).toHaveLength(1)
      const { textContent } = document.getElementById(firstViewId) ?? {}
      expect(JSON.parse(textContent ?? '')).toEqual({ visit, answers, parts: [] })
    }),
    { numRuns: 30, examples: [[hostile, hostile]] },
  )
  expect(inertJson(hostile)).not.toMatch(/[<\u2028\u2029]/)
})

it('gives styles of single elements as rules of its sheet', () => {
  const { html: markup, sheet } = withoutInlineStyles('<i style="width:40%"></i><i class="a" style="width:40%"/>')
  expect(markup).toBe(`<i ${styleAttribute}="width:40%"></i><i class="a" ${styleAttribute}="width:40%"/>`)
  expect(sheet).toBe(`[${styleAttribute}="width:40%"]{width:40%}`)
})

it('takes for a style only what is one, whatever texts say', () => {
  const texts = '<p title="set style=" lang="en">style=&quot;color:red&quot; &lt;i style=</p>'
  expect(withoutInlineStyles(texts)).toEqual({ html: texts, sheet: '' })
})

it('leaves out a style that could end its rule', () => {
  expect(withoutInlineStyles('<i style="width:1px}body{display:none"></i>').sheet).toBe('')
  expect(withoutInlineStyles('<i style="background:url(&quot;//x&quot;)"></i>').sheet).toBe('')
})
