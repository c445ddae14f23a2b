import { useSourcesMessages } from '../../i18n/sources-messages.ts'

type Props = { problems: readonly { place: string; message: string }[] }

/** More of them tell nothing more of a document. */
const atMost = 50

/** What was wrong, by its place in a document; the places and rules are the standard's, in its language. */
export function ProblemList({ problems }: Props) {
  const s = useSourcesMessages()
  if (problems.length === 0) return null
  return (
    <ul className="problem-list" lang="en">
      {problems.slice(0, atMost).map(({ place, message }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- two problems may be alike in every word
        <li key={at}>
          <code>{place}</code> {message}
        </li>
      ))}
      {problems.length > atMost && <li>{s.more(problems.length - atMost)}</li>}
    </ul>
  )
}
