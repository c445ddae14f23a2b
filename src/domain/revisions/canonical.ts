import { Bulletin } from '../../contract/bulletin.ts'

/**
 * A bulletin in the contract's canonical form: JSON with the fields in the order of the schema and no white space. Equal
 * bulletins are equal texts.
 *
 * @throws ZodError when it breaks the contract
 */
export const canonical = (bulletin: Bulletin): string => JSON.stringify(Bulletin.parse(bulletin))
