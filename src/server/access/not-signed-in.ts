/** `unavailable`: the provider does not answer; `refused`: what came back is not valid; `no-role`: nothing is open to this person. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  readonly reason: 'unavailable' | 'refused' | 'no-role'
  /** Who it is; null where that is not known. */
  readonly person: string | null
  constructor(reason: NotSignedIn['reason'], message: string, more: { person?: string; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.reason = reason
    this.person = more.person ?? null
  }
}
