/** Styles of single elements under a policy that allows none inline. */
import { styleAttribute } from '../../contract/first-view.ts'

/** A tag as React writes it: values are quoted, and what would end one is escaped. */
const tag = /<[a-z][a-z0-9-]*(?:\s+[^\s=>"/]+(?:="[^"]*")?)*\s*\/?>/gi
const attribute = /(\s+[^\s=>"/]+)(?:="([^"]*)")?/g

/** What our own components set; anything else could end its rule. */
const harmless = /^[\w\s:;.,%()#+*/-]+$/

/** Markup with the styles of its elements moved to a sheet, and what each was in an attribute beside. */
export function withoutInlineStyles(markup: string): { html: string; sheet: string } {
  const styles = new Set<string>()
  const html = markup.replace(tag, (whole) =>
    whole.replace(attribute, (text, name: string, value: string | undefined) => {
      if (name.trim() !== 'style' || value === undefined) return text
      if (!harmless.test(value)) return ''
      styles.add(value)
      return ` ${styleAttribute}="${value}"`
    }),
  )
  return { html, sheet: [...styles].map((style) => `[${styleAttribute}="${style}"]{${style}}`).join('') }
}
