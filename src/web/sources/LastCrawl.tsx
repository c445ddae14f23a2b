import { importOutcomes, type ImportTotals } from '../../contract/imports.ts'
import type { Source, SourceRun } from '../../contract/sources.ts'
import { formatList, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useSourcesMessages } from './messages.ts'
import { Pill } from '../ui/marks/Pill.tsx'
import { ProblemList } from './ProblemList.tsx'
import { useRefusals } from './refusal-messages.ts'

const glyphs = { changed: '✓', unchanged: '✓', partly: '!', failed: '✕' } as const
const tones = { changed: 'good', unchanged: 'plain', partly: 'mixed', failed: 'bad' } as const

/** How the last crawl of a source went, and when the next one is. */
export function LastCrawl({ source: { isRunning, isOn, lastRun, nextRunAt } }: { source: Source }) {
  const t = useSourcesMessages()
  const language = useLanguage()
  return (
    <>
      {isRunning ? <p>{t.running}</p> : lastRun === null ? <p className="muted">{t.never}</p> : <Run run={lastRun} />}
      {isOn && nextRunAt !== null && !isRunning && (
        <p className="muted">
          {t.next}: {formatMoment(nextRunAt, language)}
        </p>
      )}
    </>
  )
}

function Run({ run }: { run: SourceRun }) {
  const t = useSourcesMessages()
  const refusal = useRefusals()
  const language = useLanguage()
  const { stored = 0, leftOut = 0, totals } = run
  const isChanged = totals.added + totals.updated + totals.withdrawn > 0
  return (
    <>
      <p>
        <Pill glyph={glyphs[run.outcome]} tone={tones[run.outcome]}>
          {run.ended === undefined ? t.run[run.outcome] : t.ended[run.ended]}
        </Pill>{' '}
        <span className="muted">{formatMoment(run.finishedAt, language)}</span>
      </p>
      {run.fetched + run.skipped > 0 && (
        <p className="muted">
          {formatList([t.counts(run.fetched, run.skipped), ...countsOf(run.totals, t.outcome)], language)}
        </p>
      )}
      {stored > 0 && <p className="muted">{[t.stored(stored), ...(isChanged ? [] : [t.noneChanged])].join(t.comma)}</p>}
      {leftOut > 0 && <p className="hot">{t.leftOut(leftOut)}</p>}
      {run.message !== null && <p className="hot">{refusal(run) ?? <span lang="en">{run.message}</span>}</p>}
      <Problems heading={t.problems} problems={run.problems} count={run.problemCount} />
      <Problems heading={t.knownProblems} problems={run.knownProblems} count={run.knownProblemCount} />
      <Problems heading={t.warnings} problems={run.warnings} />
    </>
  )
}

type ProblemsProps = {
  heading: (count: number) => string
  /** Runs of earlier versions have none. */
  problems: SourceRun['knownProblems']
  /** How many there are, where not all are listed. */
  count?: number | undefined
}

function Problems({ heading, problems, count = problems?.length }: ProblemsProps) {
  if (problems === undefined || count === undefined || count === 0) return null
  return (
    <details>
      <summary className="muted">{heading(count)}</summary>
      <ProblemList problems={problems} count={count} />
    </details>
  )
}

type OutcomeWords = ReturnType<typeof useSourcesMessages>['outcome']

const countsOf = (totals: ImportTotals, words: OutcomeWords): string[] =>
  importOutcomes.filter((outcome) => totals[outcome] > 0).map((outcome) => words[outcome](totals[outcome]))
