import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownOf } from '../../src/feeds/html.ts'

describe('HTML of a publisher', () => {
  it.each([
    {
      what: 'a table',
      html: '<table><thead><tr><th>Build</th><th>Date</th></tr></thead><tbody><tr><td>1.0</td><td>May</td></tr></tbody></table>',
      markdown: '| Build | Date |\n| - | - |\n| 1.0 | May |',
    },
    {
      what: 'a table whose cells hold paragraphs, lists and a bar',
      html: '<table><tr><th>A<th>B|C<tr><td><p>one</p><p>two</p><td><ul><li>x<li>y</ul></table>',
      markdown: '| A | B\\|C |\n| - | - |\n| one two | x y |',
    },
    {
      what: 'a table in a table',
      html: '<table><tr><th><table><tr><td>in<td>ner</table><th>out</table>',
      markdown: '| in ner | out |\n| - | - |',
    },
    {
      what: 'text beside the cells of a table',
      html: '<table>a<tr><td>b</table>c',
      markdown: '| |\n| - |\n| a |\n| b |\n\nc',
    },
    { what: 'a cell without a table', html: '<td>x</td> <li>y</li>', markdown: 'x\n\ny' },
    {
      what: 'struck-out words',
      html: 'not <del>1.0</del> <s>1.1</s> <strike>1.2</strike>',
      markdown: 'not ~~1.0~~ ~~1.1~~ ~~1.2~~',
    },
    { what: 'tildes', html: '<p>~x~ ~~y~~', markdown: '\\~x~ \\~\\~y\\~\\~' },
    { what: 'line breaks', html: 'one<br>two<br/>three', markdown: 'one\\\ntwo\\\nthree' },
    { what: 'lists', html: '<ol start=4><li>a<ul><li>b</ul><li>c</ol>', markdown: '4. a\n   * b\n5. c' },
    {
      what: 'a link',
      html: '<a href="https://a.example/" title="t">to <b>it</b></a>',
      markdown: '[to **it**](https://a.example/)',
    },
    { what: 'marks around paragraphs', html: '<b>one<p>two</p></b>', markdown: '**one**\n\n**two**' },
    {
      what: 'marks with white space',
      html: '<strong>Note: </strong>rest<b></b><i> <br></i>',
      markdown: '**Note:** rest',
    },
    {
      what: 'what looks like a tag',
      html: '<p>Version <V4.4 on <host> and <b',
      markdown: 'Version \\<V4.4 on \\<host> and \\<b',
    },
    { what: 'references', html: '<p>AT&amp;T &lt;b&gt; ?a=1&copy=2', markdown: 'AT\\&T \\<b> ?a=1\\&copy=2' },
    { what: 'a script and a style', html: '<script>x<b></script><style>y</style><p>z', markdown: 'z' },
    { what: 'a script that does not end', html: '<p>a <script> tag', markdown: 'a tag' },
    { what: 'comments', html: '<p>a <!-- b --> c <!-- d', markdown: 'a c \\<!-- d' },
    { what: 'a picture', html: '<p><img src="a.png" alt="A chart">', markdown: 'A chart' },
  ])('becomes Markdown: $what', ({ html, markdown }) => {
    expect(markdownOf(html)?.replaceAll('&#x20;', ' ')).toBe(markdown)
  })

  it.each([
    'a < b && c',
    'R&D',
    '<5.2 or <V4.4',
    '<https://a.example/>',
    'the <host> field',
    'a <b and c> d',
    'inject <script> tags',
    '*a*\n* b',
  ])('is not seen in %j, which stays as it is', (text) => {
    expect(markdownOf(text)).toBe(text)
  })

  it('is read where it is references only, and lines stay lines', () => {
    expect(markdownOf('AT&amp;T &lt;b&gt;\n\n&amp;lt; &quot;x&quot; &#42;')).toBe('AT&T \\<b>\n\n\\&lt; "x" \\*')
  })

  it('is refused where it is longer than any text', () => {
    expect(() => markdownOf(`<p>${'a'.repeat(2_000_000)}`)).toThrow('has a text of 2000003 characters')
  })

  it.each(['', ' \n', '<p></p>', '<script>a</script>'])('is nothing where nothing is left: %j', (html) => {
    expect(markdownOf(html)).toBeNull()
  })
})

const tags = [
  'a href=x',
  'b',
  'i',
  'del',
  'code',
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'h2',
  'pre',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'br',
  'hr',
  'span',
  'font',
  'caption',
  'svg',
  'select',
  'option',
  'u',
]
const tag = fc.tuple(fc.constantFrom('<', '</'), fc.constantFrom(...tags)).map(([open, name]) => `${open}${name}>`)
const html = fc.array(fc.oneof(tag, fc.constantFrom('word', ' ', '\n', '*', '|', '~~', '&amp;', '<V5')), {
  maxLength: 60,
})

/** Words have a number, and none is the beginning of another. */
const numbered = (parts: readonly string[]) => parts.map((part, at) => (part === 'word' ? `w${at}w` : part))

describe('every word of HTML', () => {
  const isThere = (parts: readonly string[]) => {
    const markdown = (markdownOf(numbered(parts).join('')) ?? '').replaceAll(/&#x(\w+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    const there = new Set(markdown.match(/w\d+w/g))
    return numbered(parts).filter((part) => /^w\d/.test(part) && !there.has(part))
  }

  it('is in its Markdown, however tags nest', () => {
    fc.assert(
      fc.property(html, (parts) => {
        expect(isThere(parts)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each(['a href=x><i', 'div', 'ul><li', 'b><p', 'table><tr><td', 'blockquote', 'dl><dd', 'i', 'u><a', 'h1><a'])(
    'is there where <%s> is repeated without end',
    (opening) => {
      expect(isThere(Array.from({ length: 2500 }, (_, at) => (at % 10 === 0 ? 'word' : `<${opening}> `)))).toEqual([])
    },
  )

  it('is there in a text so long that it is converted in parts', () => {
    const rows = Array.from({ length: 6000 }, (_, at) => (at % 3 === 0 ? '<tr>' : at % 3 === 1 ? '<td>' : 'word'))
    expect(isThere(['<table>', ...rows])).toEqual([])
    expect(isThere(['<p>', ...Array.from({ length: 100_000 }, (_, at) => (at % 2 === 0 ? 'word' : ' '))])).toEqual([])
  })
})
