/** HTML that is put together again out of tags and texts, with nothing in it but what becomes Markdown. */

const kept: ReadonlySet<string> = new Set('p br ul ol li a b strong i em code pre'.split(' '))

/** Elements after which other words begin. */
const blocks: ReadonlySet<string> = new Set('p br ul ol li div pre td th tr details summary h3 h4 h5 h6'.split(' '))

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const invisible = /\u200C|\u200D|\u2060|\uFEFF/g

/** The address of a link; null where it is relative to an address that is not known. */
function addressOf(href: string): string | null {
  if (!href.startsWith('/') && !/^https?:\/\//i.test(href)) return null
  return URL.parse(href, 'https://support.microsoft.com/')?.href ?? null
}

export type Body = ReturnType<typeof bodyWriter>

export function bodyWriter() {
  const chunks: { html: string; words: string }[] = []
  return {
    start(name: string, attributes: ReadonlyMap<string, string>) {
      const words = blocks.has(name) ? '\n' : ''
      const address = name === 'a' ? addressOf(attributes.get('href') ?? '') : null
      const href = address === null ? '' : ` href="${escaped(address).replaceAll('"', '&quot;')}"`
      chunks.push({ html: kept.has(name) ? `<${name}${href}>` : '', words })
    },
    write(text: string) {
      const visible = text.replaceAll(invisible, '').replaceAll(/[\u200B\u00A0]/g, ' ')
      chunks.push({ html: escaped(visible), words: visible.replaceAll(/\s+/g, ' ') })
    },
    end(name: string) {
      if (name !== 'br') chunks.push({ html: kept.has(name) ? `</${name}>` : '', words: blocks.has(name) ? '\n' : '' })
    },
    length: () => chunks.length,
    /** Takes out what was written since. */
    cut: (length: number) => void chunks.splice(length),
    add(other: { html: () => string; words: () => string }) {
      chunks.push({ html: `<p>${other.html()}</p>`, words: `\n${other.words()}\n` })
    },
    html: () => chunks.map(({ html }) => html).join(''),
    /** The words alone, a line for each paragraph. */
    words: () => chunks.map(({ words }) => words).join(''),
  }
}
