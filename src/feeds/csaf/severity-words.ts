/** The words by which publishers say how severe something is, in the languages that advisories are written in. */
import type { Severity } from '../../contract/words.ts'

const words: Record<Severity, readonly string[]> = {
  // 超危 and 高危 are those of the Chinese national database.
  1: [
    'critical',
    'kritisch',
    'kritiek',
    'critique',
    'critico',
    'critica',
    'krytyczny',
    '緊急',
    '严重',
    '超危',
    '치명적',
  ],
  2: [
    'important',
    'high',
    'hoch',
    'wichtig',
    'hoog',
    'belangrijk',
    'eleve',
    'elevee',
    'haute',
    'importante',
    'alto',
    'alta',
    'wysoki',
    '重要',
    '高',
    '高危',
    '높음',
  ],
  3: [
    'moderate',
    'medium',
    'mittel',
    'moderat',
    'gemiddeld',
    'middel',
    'moyen',
    'moyenne',
    'modere',
    'moderee',
    'medio',
    'media',
    'moderado',
    'moderada',
    'moderato',
    'sredni',
    '警告',
    '中',
    '中危',
    '보통',
  ],
  4: [
    'low',
    'niedrig',
    'gering',
    'laag',
    'faible',
    'bajo',
    'baja',
    'basso',
    'bassa',
    'baixo',
    'baixa',
    'niski',
    '注意',
    '低',
    '低危',
    '낮음',
  ],
}

const byWord = new Map(
  ([1, 2, 3, 4] as const).flatMap((severity) => words[severity].map((word) => [word, severity] as const)),
)

/** A label before the word, as in `Severity: Important`: what this product writes, and what others do. */
const label = /^(?:severity|impact|schweregrad|gravite|gravedad|gravita|ernst|深刻度)\s*[:=]\s*/u

/** The severity that a text is a word for; null where it is none, and where it says more than that. */
export function severityOf(text: string): Severity | null {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim()
  return byWord.get(plain.replace(label, '').replace(/[.。!]$/u, '')) ?? null
}
