/** Secrets in files: `NAME_FILE` names the file that holds the value of `NAME`, as Docker and systemd hand secrets over. */
import { readFileSync } from 'node:fs'
import { errorCode } from './error-text.ts'

/** Every variable that is a secret, or may have a password in it. */
export const secretVariables = [
  'DATABASE_URL',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'SMTP_PASSWORD',
  'HTTPS_PROXY',
] as const

type Environment = Record<string, string | undefined>

/** More than any secret has: what is larger is another file. */
const maxLength = 10_000

function secretIn(file: string, name: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const why = errorCode(error) || 'not readable'
    throw new Error(`${name}_FILE: ${file} cannot be read (${why})`, { cause: error })
  }
  // Editors and `echo` end a file with a line break, which is no part of the secret.
  const secret = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
  if (secret === '') throw new Error(`${name}_FILE: ${file} is empty`)
  if (secret.length > maxLength || /[\0\r\n]/.test(secret))
    throw new Error(`${name}_FILE: ${file} has more than one line, or is no text`)
  return secret
}

/**
 * An environment in which secrets have the values that are in their files.
 *
 * @throws Error naming the variable: where both it and its file are given, and where a file cannot be used
 */
export function withSecretFiles(environment: Environment): Environment {
  const read = { ...environment }
  for (const name of secretVariables) {
    const file = environment[`${name}_FILE`]
    if (file === undefined || file === '') continue
    if (environment[name] !== undefined && environment[name] !== '')
      throw new Error(`${name}_FILE: give either ${name} or ${name}_FILE, not both`)
    read[name] = secretIn(file, name)
  }
  return read
}
