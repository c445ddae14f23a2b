const glyphs: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
}

/** A binding as its keys are labelled: `Ctrl K` or `⌘ K`, `←`, `J`. */
export const keysOf = (bound: string, isMac: boolean): string[] =>
  bound.split('+').map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (glyphs[key] ?? key)))
