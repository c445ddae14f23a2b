/** The page that a build has made, and of its sheets what a first view needs. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `html`: the page without its sheet; `stylesFor`: all that a markup needs of styles. */
export type PageTemplate = { html: string; stylesFor: (markup: string) => string }

/** The classes that a sheet has rules for. */
const classesIn = (css: string) => new Set(Array.from(css.matchAll(/\.([a-z_][\w-]*)/gi), ([, name = '']) => name))

const classAttribute = /\sclass="([^"]*)"/g
const ownSheet = /<link rel="stylesheet"[^>]*href="\/assets\/([^"]+)"[^>]*>/

/**
 * Reads `index.html` and the sheets of a build. A markup needs the sheet that is named there, and those with rules for a
 * class that it has and no other sheet knows: names of classes say where they are from.
 */
export async function readTemplate(pages: string): Promise<PageTemplate> {
  const html = await readFile(join(pages, 'index.html'), 'utf8')
  const read = async (name: string) => {
    const css = (await readFile(join(pages, 'assets', name), 'utf8')).trim()
    return { name, css, classes: classesIn(css) }
  }
  const names = (await readdir(join(pages, 'assets'))).filter((name) => name.endsWith('.css')).toSorted()
  const sheets = await Promise.all(names.map(read))
  const [, first] = ownSheet.exec(html) ?? []
  const others = sheets.filter(({ name }) => name !== first)
  const isOf = (sheet: (typeof sheets)[number], name: string) =>
    sheet.classes.has(name) && !sheets.some((other) => other !== sheet && other.classes.has(name))
  return {
    html: html.replace(ownSheet, ''),
    stylesFor(markup) {
      const used = [
        ...new Set(Array.from(markup.matchAll(classAttribute), ([, classes = '']) => classes.split(' ')).flat()),
      ]
      const needed = others.filter((sheet) => used.some((name) => isOf(sheet, name)))
      return [...sheets.filter(({ name }) => name === first), ...needed].map(({ css }) => css).join('')
    },
  }
}
