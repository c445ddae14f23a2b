/** What becomes of the elements of HTML on the way to Markdown. */

const named = (names: string, become: string | null): [string, string | null][] =>
  names.split(' ').map((name) => [name, become])

/** Each element by its name: the element as which it stays; null where only what is in it stays. */
export const elements: ReadonlyMap<string, string | null> = new Map([
  ...'a p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tfoot tr th td'
    .split(' ')
    .map((name): [string, string] => [name, name]),
  ...named('b strong', 'strong'),
  ...named('i em u mark', 'em'),
  ...named('s strike del', 'del'),
  ...named('code tt kbd samp var', 'code'),
  ...named('listing xmp plaintext', 'pre'),
  ...named('dir menu', 'ul'),
  ...named(
    'address article aside body caption center details dialog div fieldset figcaption figure footer form header hgroup html legend main nav noscript optgroup option section select summary textarea title',
    'div',
  ),
  ...named(
    'abbr acronym applet audio bdi bdo big blink button canvas cite data datalist dfn font head ins label map marquee math menuitem meter multicol nobr object output picture progress q rb rp rt rtc ruby slot small span sub sup svg template time video colgroup frameset',
    null,
  ),
])

/** Elements without anything in them. */
export const empty: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Elements without text for readers. */
export const dropped: ReadonlySet<string> = new Set('script style iframe noembed noframes'.split(' '))

/** Whether an element of this name is one of HTML. */
export const isElement = (name: string): boolean => elements.has(name) || empty.has(name) || dropped.has(name)

/** The elements that mark words in the middle of a line. */
export const marks: ReadonlySet<string> = new Set(['a', 'strong', 'em', 'del', 'code'])

/** The elements out of which tables are made, and in which text is in cells only. */
export const tableParts: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
export const cells: ReadonlySet<string> = new Set(['td', 'th'])

/** What ends before an element of this name begins, unless one of `within` is between them. */
export const endsBefore: ReadonlyMap<string, { ends: readonly string[]; within: readonly string[] }> = new Map([
  ['li', { ends: ['li'], within: ['ul', 'ol'] }],
  ['dt', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['tr', { ends: ['tr'], within: ['table'] }],
  ['td', { ends: ['td', 'th'], within: ['table'] }],
  ['th', { ends: ['td', 'th'], within: ['table'] }],
  ['thead', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
  ['tbody', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
  ['tfoot', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
])

/** The only parents of an element: elsewhere it is a mere part of the text. */
export const parentsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['tr', ['table', 'thead', 'tbody', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
  ['thead', ['table']],
  ['tbody', ['table']],
  ['tfoot', ['table']],
])
