/** Bulletins as JSON, as they are kept now, and as they were before. */
import type { Bulletin } from '../../contract/bulletin.ts'
import { PackedBulletin } from '../../contract/packed-bulletin.ts'
import { packed, unpacked } from './packed.ts'

/**
 * A bulletin as it was kept or sent.
 *
 * @throws ZodError when it breaks the contract
 */
export const bulletinIn = (text: string): Bulletin => unpacked(PackedBulletin.parse(JSON.parse(text)))

/** Its JSON, to be kept or sent. */
export const bulletinText = (bulletin: Bulletin): string => JSON.stringify(packed(bulletin))

/**
 * A bulletin with its fields in the order of the contract.
 *
 * @throws ZodError when it breaks the contract
 */
export const checkedBulletin = (bulletin: Bulletin): Bulletin => unpacked(PackedBulletin.parse(packed(bulletin)))
