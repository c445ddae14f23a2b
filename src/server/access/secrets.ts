/** The secrets of sessions and tokens: long enough that nobody guesses one, and kept as hashes only. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits. */
export const freshSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** By this tools that look for leaked secrets know a token. */
export const tokenPrefix = 'hfr_'

/** The same of the secrets of private addresses. */
export const feedPrefix = 'hff_'

/** A path as it may be said and logged: without the secret of a private address or of a link in a notice. */
export const withoutSecret = (path: string): string =>
  path
    .replaceAll(/(\/(?:unsubscribe|private)\/+)[^/]+/gi, '$1…')
    .replaceAll(new RegExp(`${feedPrefix}[\\w-]+`, 'g'), `${feedPrefix}…`)
