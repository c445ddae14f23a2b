/** Whether a password would be guessed: by our own rules, and by what attackers try first. */
import { isMadeOfCommonWords } from '../../domain/access/password.ts'

/** Fewer guesses than this, as a power of ten, are too few for a password that is kept as a slow hash. */
const leastGuesses = 9

/** What comes after these characters makes no password weaker, and would only take time. */
const charactersRead = 64

/** Nearly 50,000 leaked passwords and the rules by which they are varied: loaded when the first password is set. */
async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary, maxLength: charactersRead })
}

let estimator: ReturnType<typeof load> | null = null

/** Whether a password of a person can be guessed soon: `password1234`, their name, `Winter2026!!`, `zaq12wsxcde3`. */
export async function isGuessable(password: string, name: string): Promise<boolean> {
  if (isMadeOfCommonWords(password, name)) return true
  estimator ??= load()
  const { guessesLog10 } = (await estimator).check(password.normalize('NFKC').slice(0, charactersRead), [name])
  return guessesLog10 < leastGuesses
}
