/** Passwords as they are kept: never themselves. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What one guess costs: 32 MB and about a tenth of a second (OWASP Password Storage Cheat Sheet, scrypt). */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const bytes = 32

const derive = (password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same letters may be typed as different code points.
    scrypt(password.normalize('NFKC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

/** `scrypt$32768$8$3$salt$key`: with the cost, so that it may be raised one day. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Compared with where there is nobody of a name, so that the time tells nothing. */
const nobody = hashPassword(randomBytes(16).toString('hex'))

/** Whether a password is the one that is kept; `null` where nothing is kept. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (kept ?? (await nobody)).split('$')
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return kept !== null && given.length === expected.length && timingSafeEqual(given, expected)
}
