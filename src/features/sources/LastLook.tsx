import { importOutcomes, type ImportTotals } from '../../contract/imports.ts'
import type { Source, SourceRun } from '../../contract/sources.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useSourcesMessages } from '../../i18n/sources-messages.ts'
import { Pill } from '../../ui/marks/Pill.tsx'
import { ProblemList } from './ProblemList.tsx'

const glyphs = { changed: '✓', unchanged: '✓', partly: '!', failed: '✕' } as const
const tones = { changed: 'good', unchanged: 'plain', partly: 'mixed', failed: 'bad' } as const

/** How the last look at a source went, and when the next one is. */
export function LastLook({ source: { isRunning, isOn, lastRun, nextRunAt } }: { source: Source }) {
  const s = useSourcesMessages()
  const { language } = useMessages()
  return (
    <>
      {isRunning ? <p>{s.running}</p> : lastRun === null ? <p className="muted">{s.never}</p> : <Run run={lastRun} />}
      {isOn && nextRunAt !== null && !isRunning && (
        <p className="muted">
          {s.next}: {formatMoment(nextRunAt, language)}
        </p>
      )}
    </>
  )
}

function Run({ run }: { run: SourceRun }) {
  const s = useSourcesMessages()
  const { language } = useMessages()
  return (
    <>
      <p>
        <Pill glyph={glyphs[run.outcome]} tone={tones[run.outcome]}>
          {s.run[run.outcome]}
        </Pill>{' '}
        <span className="muted">{formatMoment(run.finishedAt, language)}</span>
      </p>
      {run.fetched + run.skipped > 0 && (
        <p className="muted">{[s.counts(run.fetched, run.skipped), ...countsOf(run.totals, s.outcome)].join('・')}</p>
      )}
      {run.message !== null && (
        <p className="hot" lang="en">
          {run.message}
        </p>
      )}
      {run.problems.length > 0 && (
        <details>
          <summary>{s.problems(run.problemCount ?? run.problems.length)}</summary>
          <ProblemList problems={run.problems} />
        </details>
      )}
      {run.warnings !== undefined && run.warnings.length > 0 && (
        <details>
          <summary>{s.warnings(run.warnings.length)}</summary>
          <ProblemList problems={run.warnings} />
        </details>
      )}
    </>
  )
}

type OutcomeWords = ReturnType<typeof useSourcesMessages>['outcome']

const countsOf = (totals: ImportTotals, words: OutcomeWords): string[] =>
  importOutcomes.filter((outcome) => totals[outcome] > 0).map((outcome) => words[outcome](totals[outcome]))
