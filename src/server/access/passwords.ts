/** Passwords as they are kept: never themselves. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refused } from '../http/problem.ts'
import { turnsOf } from '../turns.ts'

export type Cost = { N: number; r: number; p: number }

/** What one guess costs: 32 MB and about a tenth of a second (OWASP Password Storage Cheat Sheet, scrypt). */
const usualCost: Cost = { N: 2 ** 15, r: 8, p: 3 }
const bytes = 32

/** How many are hashed at once, and how many wait. One more would wait longer than a second or two. */
const [atOnce, maxWaiting] = [2, 16]

/** More people want to sign in than can be looked at; they are told to come again. */
export class TooBusy extends Refused {
  constructor() {
    super(429, { code: 'too_many', message: 'too many people are signing in' }, { 'retry-after': '5' })
  }
}

const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same letters may be typed as different code points.
    scrypt(password.normalize('NFKC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

export type Passwords = {
  /**
   * `scrypt$32768$8$3$salt$key`: with the cost, so that it may be raised one day.
   *
   * @throws TooBusy
   */
  hash: (password: string) => Promise<string>
  /**
   * Whether a password is the one that is kept; `null` where nothing is kept.
   *
   * @throws TooBusy
   */
  isRight: (password: string, kept: string | null) => Promise<boolean>
}

/** `cost`: what a new one costs to try. */
export function passwordsOf(cost: Cost = usualCost): Passwords {
  const take = turnsOf({ atOnce, waiting: maxWaiting, busy: () => new TooBusy() })
  const made = (salt: Buffer, key: Buffer) =>
    ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
  /** Compared with where there is nobody of a name, so that the time tells nothing. */
  const nobody = made(randomBytes(16), randomBytes(bytes))
  return {
    hash: (password) =>
      take(async () => {
        const salt = randomBytes(16)
        return made(salt, await derive(password, salt, cost))
      }),
    isRight: (password, kept) =>
      take(async () => {
        const [, N, r, p, salt = '', key = ''] = (kept ?? nobody).split('$')
        const expected = Buffer.from(key, 'base64url')
        const given = await derive(password, Buffer.from(salt, 'base64url'), {
          N: Number(N),
          r: Number(r),
          p: Number(p),
        })
        return kept !== null && given.length === expected.length && timingSafeEqual(given, expected)
      }),
  }
}
