// The validator comes without types. The modules of tests hold them by name.
declare module '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js' {
  const schema: object
  export default schema
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  export const mandatoryTest_6_1_1: (document: unknown) => unknown
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js' {
  export const mandatoryTest_6_1_1: (document: unknown) => unknown
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1/schema.js' {
  const schema: object
  export default schema
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv/cvss-v4.0.js' {
  const schema: object
  export default schema
}
declare module '@secvisogram/csaf-validator-lib/lib/shared/first/cvss40.js' {
  export const CVSS40: unknown
}
// The names of the weaknesses of CWE 4.
declare module '@secvisogram/csaf-validator-lib/lib/shared/cwec.js' {
  const cwec: { weaknesses: readonly { id: string; name: string }[] }
  export default cwec
}
// The two instances of ajv that the library judges with. What is set in `opts` counts for what is compiled afterwards.
declare module '@secvisogram/csaf-validator-lib/lib/shared/csafAjv.js' {
  const ajv: unknown
  export default ajv
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js' {
  const ajv: unknown
  export default ajv
}
