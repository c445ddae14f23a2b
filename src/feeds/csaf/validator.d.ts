// The validator comes without types. Both modules hold tests by name; those of the second are only listed.
declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0: (document: unknown) => {
    isValid?: boolean
    errors?: { instancePath: string; message?: string }[]
  }
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  export const mandatoryTest_6_1_1: (document: unknown) => unknown
}
