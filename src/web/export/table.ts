/** A list as it is taken away: its heading, its rows, and what it is a list of. */
export type ExportTable = {
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  /** The filter and the day, as both exports name them. */
  filter: string
  exportedOn: string
}

const inCell = (value: string | number) =>
  String(value)
    .replaceAll(/[\\|]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ')

const line = (cells: readonly (string | number)[]) => `| ${cells.map(inCell).join(' | ')} |`

/** The table in GitHub's Markdown, with a note below it on its filter and its day. */
export const asMarkdown = ({ head, rows }: ExportTable, note: string): string =>
  [line(head), line(head.map(() => '---')).replaceAll(String.raw`\-`, '-'), ...rows.map(line), '', note, ''].join('\n')
