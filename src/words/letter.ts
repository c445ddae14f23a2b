/** What a notice or an issue of HotFix Weekly says, in words: mail, chat, webhook and page are made of it. */

/** How a mark is coloured; what it means is said by its words, too. */
export type Tone = 'alarm' | 'warning' | 'good' | 'plain'

/** One thing that is told. All texts are one line, harmless and of bounded length. */
export type LetterLine = {
  /** What has happened, in a word or two: `悪用を確認`. Empty where the section says it. */
  mark: string
  tone: Tone
  /** 1 (worst) to 4; null where it is about no bulletin, or is not rated. */
  severity: 1 | 2 | 3 | 4 | null
  /** What it is about: `KB5060842 Windows 11 24H2`. */
  title: string
  /** Where it is to be read here: `/bulletins/KB5060842`; null for nowhere. */
  path: string | null
  /** What changed, before and after, and what people said: a line each. */
  details: string[]
  /** In short, at the end of the line: `あと 1 日`, `9 / 340 台`. Empty for nothing. */
  aside: string
}

/** A figure with its name; `share` is how much of a bar is filled, from 0 to 1. */
export type LetterFigure = { label: string; value: string; share: number | null }

/** `title` and `note` are empty where there is one section alone; `text` says what there is where there are no lines, or sums them up. */
export type LetterSection = {
  title: string
  /** Beside the title: how many there are. */
  note: string
  lines: LetterLine[]
  figures: LetterFigure[]
  text: string
}

export type Letter = {
  language: 'ja' | 'en'
  /** What is published under a number: `HotFix Weekly`, and the number and day of the issue. */
  masthead: { name: string; note: string } | null
  /** One sentence, by rule; the subject of a mail. */
  headline: string
  /** What comes right after it: to whom it may be passed on, and why an old bulletin comes up again. */
  intro: string[]
  sections: LetterSection[]
  /** Where to go from here; the first is what one does usually. `path` is one of our own. */
  links: { label: string; path: string }[]
}
