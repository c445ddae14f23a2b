/** What all feeds have in common, apart from the library that writes them. */

/** More entries than a reader would look through. */
export const maxEntries = 100

/** What XML may not contain at all, not even escaped. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Titles and summaries are HTML in this feed, and a text is one without any of its own. */
export const asHtml = (text: string): string =>
  text.toWellFormed().replaceAll(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
