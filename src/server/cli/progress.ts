/** The bar that a terminal shows while documents come in; nothing where nobody is watching. */

const width = 24

/** `[##########··············] 5/12 report.xml`. `all` is null while nobody knows how many there are. */
export function progressLine(done: number, all: number | null, name: string): string {
  if (all === null) return `${done} ${name}`
  const filled = all === 0 ? width : Math.round((done / all) * width)
  return `[${'#'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${all} ${name}`
}

/** Shows lines over one another on a terminal, cut to its width. */
export function terminalBar(stream: NodeJS.WriteStream): { show: (line: string) => void; end: () => void } {
  const write = (line: string) => {
    if (stream.isTTY) stream.write(`\r${line.slice(0, Math.max(0, stream.columns - 1))}\u001B[K`)
  }
  return { show: write, end: () => write('') }
}
