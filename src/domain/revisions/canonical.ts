import type { Bulletin } from '../../contract/bulletin.ts'
import { bulletinText, checkedBulletin } from '../bulletin/json.ts'

/**
 * A bulletin in the contract's canonical form: JSON with the fields in the order of the schema and no white space. Equal
 * bulletins are equal texts.
 *
 * @throws ZodError when it breaks the contract
 */
export const canonical = (bulletin: Bulletin): string => bulletinText(checkedBulletin(bulletin))
