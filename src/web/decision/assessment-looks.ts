import type { Assessment } from '../../contract/lab.ts'

/** How an assessment is marked: a glyph and a tone, never colour alone. */
export const looks: Record<Assessment, { glyph: string; tone: 'good' | 'mixed' | 'bad' | 'plain' }> = {
  go: { glyph: '✓', tone: 'good' },
  caution: { glyph: '!', tone: 'mixed' },
  'no-go': { glyph: '×', tone: 'bad' },
  unknown: { glyph: '?', tone: 'plain' },
}
