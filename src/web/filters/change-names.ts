/** The kinds of change in words. */
import { changeWords } from '../../words/changes.ts'
import { lateNames } from './late-names.ts'

lateNames.changed = { ja: changeWords.ja.kind, en: changeWords.en.kind }
