/** How much of a text is told where there is little room, in characters. */
const room = 200

/** The beginning of a text on one line, with an ellipsis where there is more; no letter is cut in half. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= room) return line
  return `${line
    .slice(0, room)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
