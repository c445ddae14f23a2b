import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownIssue } from '../../src/contract/bulletin.ts'
import { importKbPage } from '../../src/feeds/kb-page/import.ts'
import { readAnyDocument } from '../../src/server/imports/read-document.ts'
import { servicingPage, tablePage, topicPage, type PageIssue } from './support-pages.ts'

const bytes = (html: string) => new TextEncoder().encode(html)
const read = (html: string) => importKbPage(bytes(html)).page
const issue = (title: string, parts: PageIssue['parts']): PageIssue => ({ title, parts })

const printing = issue('Labels may print twice', {
  Symptoms: 'After the update a label may be printed twice.',
  Workaround: 'To work around this issue, print from the preview.',
})
const clock = issue('The clock shows seconds', {
  Symptoms: 'We have received reports of a clock with seconds.',
  Workaround: 'This issue is addressed in&#8203;<a href="/help/5900009">KB5900009</a>.',
})

describe.each([
  { layout: 'expanders', make: topicPage },
  { layout: 'details', make: servicingPage },
])('a support page of the layout with $layout', ({ make }) => {
  it('tells its issues with symptom and workaround, each once', () => {
    const page = read(make({ issues: [printing, clock] }))
    expect(page).toMatchObject({ kb: '5900001', builds: ['30000.100'], answer: 'published' })
    expect(page?.issues).toMatchObject([
      {
        id: 'KB5900001-labels-may-print-twice',
        title: { en: 'Labels may print twice' },
        symptom: { en: 'After the update a label may be printed twice.' },
        workaround: { text: { en: 'To work around this issue, print from the preview.' }, registry: [] },
        platforms: [],
      },
      { title: { en: 'The clock shows seconds' }, state: 'resolved', resolvedIn: ['KB5900009'] },
    ])
    expect(page?.issues.every((each) => KnownIssue.safeParse(each).success)).toBe(true)
  })

  it('takes a resolution for no workaround', () => {
    const [found] = read(make({ issues: [clock] }))?.issues ?? []
    expect(found?.workaround).toBeUndefined()
    expect(found?.resolution?.en).toContain('addressed in [KB5900009](https://support.microsoft.com/help/5900009)')
  })

  it.each([
    ['A resolution is in progress and will be included in a future update.', 'confirmed', false],
    ['A resolution is in progress. To work around this issue, wait a minute.', 'confirmed', true],
    ['We are investigating and will provide an update.', 'investigating', false],
    ['There is no workaround at this time.', undefined, false],
    ['This issue was resolved in KB5900007. Until you install it, close the window.', 'resolved', true],
    ['This issue is not resolved yet.', undefined, false],
    ['Use the keyboard.', undefined, true],
  ])('reads of "%s" the state %s and whether something helps', (text, state, helps) => {
    const found = read(make({ issues: [issue('A', { Symptoms: 'It fails.', Workaround: text })] }))?.issues[0]
    expect(found?.state).toBe(state)
    expect(found?.workaround !== undefined).toBe(helps)
  })

  it('leaves out what is told of third parties', () => {
    const given = {
      Symptoms: 'It fails.',
      'Third-party information disclaimer': 'Others make it.',
      Resolution: 'Soon.',
    }
    const [found] = read(make({ issues: [issue('A', given)] }))?.issues ?? []
    expect(JSON.stringify(found)).not.toContain('Others make it')
    expect(found).toMatchObject({ symptom: { en: 'It fails.' }, resolution: { en: 'Soon.' } })
  })

  it('says that there are none only where the page does', () => {
    const aware = '<p>&#8203;Microsoft is not currently aware of any issues with this update.</p>'
    expect(read(make({ inside: aware }))).toMatchObject({ answer: 'none', issues: [] })
    expect(read(make({ inside: '<p>See the release health page.</p>', issues: [] }))).toMatchObject({
      answer: 'unreadable',
      cause: 'other-layout',
    })
  })
})

describe('a support page', () => {
  it('without a section on known issues tells nothing of them', () => {
    const expanders = '<h3 class="ocpExpandoHead">Windows</h3><ul><li>Fixed: a known issue.</li></ul>'
    expect(read(topicPage({ before: expanders }))).toMatchObject({
      answer: 'unreadable',
      cause: 'no-section',
      issues: [],
    })
  })

  it('whose issues are rows of a table names them after their symptoms', () => {
    const page = read(tablePage({ issues: [printing, clock] }))
    expect(page?.issues).toMatchObject([
      { title: { en: 'After the update a label may be printed twice.' }, workaround: { text: {} } },
      { state: 'resolved', resolvedIn: ['KB5900009'] },
    ])
  })

  it('in Japanese is read alike', () => {
    const title = '2031 年 3 月 11 日 — KB5900001 (OS ビルド 30000.100)'
    const given = { 現象: '印刷に失敗します。', 回避策: 'プレビューから印刷してください。' }
    const html = topicPage({ title, lang: 'ja-jp', issues: [issue('印刷できない', given)] })
    const page = read(html.replace('Known issues in this update', 'この更新プログラムの既知の問題'))
    expect(page?.issues).toMatchObject([
      { title: { ja: '印刷できない' }, workaround: { text: { ja: 'プレビューから印刷してください。' } } },
    ])
    const none = topicPage({
      title,
      lang: 'ja-jp',
      inside: '<p>現在、この更新プログラムの問題は認識していません。</p>',
    })
    expect(read(none.replace('Known issues in this update', '既知の問題'))?.answer).toBe('none')
  })

  it('is believed by its title alone', () => {
    const claims = (kb: string, title?: string) =>
      importKbPage(bytes(topicPage({ ...(title && { title }), head: `<meta name="awa-kb_id" content="${kb}">` })))
    expect(claims('5900001').page?.kb).toBe('5900001')
    expect(claims('5900002').page).toBeNull()
    expect(claims('5900001', 'MS31-001: A bulletin').problems).toMatchObject([{ place: 'title' }])
  })

  it('names its own address where it has one', () => {
    const head = '<link rel="canonical" href="https://support.microsoft.com/en-us/topic/march-5900001">'
    expect(read(topicPage({ head }))?.url).toBe('https://support.microsoft.com/en-us/topic/march-5900001')
    expect(read(topicPage())?.url).toBe('https://support.microsoft.com/help/5900001')
  })

  it('is told from other web pages, and from documents in XML', async () => {
    const kindOf = async (text: string) => (await readAnyDocument(bytes(text), { keepGoing: false })).kind
    expect(await kindOf(topicPage())).toBe('kb-page')
    expect(await kindOf('<!doctype html><html><title>Sign in</title></html>')).toBe('unknown')
  })

  it('is read whatever it holds, and says none only in so many words', () => {
    const piece = fc.constantFrom(
      '<details>',
      '</details>',
      '<summary>',
      '</summary>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<b>',
      '</b>',
      '<h2>',
      '</h2>',
      '<h3 class="ocpExpandoHead">',
      '</h3>',
      'Symptoms',
      'Workaround',
      'Known issues in this update',
      '<p>a</p>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = read(topicPage({ inside: pieces.join('') || '<p></p>' }))
        expect(page?.answer === 'published').toBe((page?.issues.length ?? 0) > 0)
        expect(page?.answer).not.toBe('none')
        const ids = page?.issues.map(({ id }) => id) ?? []
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
