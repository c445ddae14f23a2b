import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress, readMailAddress } from '../../../src/domain/notices/address.ts'

const none = () => false

describe('a mail address', () => {
  it.each([
    ['sato@example.com', 'sato@example.com'],
    ['Sato.Yuki+hotfix@Example.CO.JP', 'Sato.Yuki+hotfix@example.co.jp'],
    ['sato@例え.テスト', 'sato@xn--r8jz45g.xn--zckzah'],
    ['sato@bücher.example', 'sato@xn--bcher-kva.example'],
    ["o'neil@mail.example", "o'neil@mail.example"],
  ])('%s is sent to %s', (text, target) => {
    expect(readMailAddress(text)).toBe(target)
  })

  it.each([
    'sato',
    '@example.com',
    'sato@',
    'sato@localhost',
    'sato@127.0.0.1',
    'sato@[127.0.0.1]',
    'sato@2130706433.1',
    'sato@example.com\r\nBcc: all@example.com',
    'sato\r\n@example.com',
    'sato@example.com\u0000',
    'sato@example.com,all@example.com',
    'sato@example.com;all@example.com',
    'sato@example.com/x',
    'sato@example.com?x',
    'sato@example.com#x',
    'sato@example.com:25',
    'a@b@example.com',
    'Sato <sato@example.com>',
    '"sato all"@example.com',
    'sa to@example.com',
    '.sato@example.com',
    'sato..yuki@example.com',
    'sato@-example.com',
    'sato@exa_mple.com',
    'sato@example..com',
    'sato@\u202Eexample.com',
    'javascript:alert(1)@example.com',
    `${'a'.repeat(65)}@example.com`,
    `sato@${'a'.repeat(64)}.com`,
    `sato@${'abcdefgh.'.repeat(30)}com`,
  ])('%j is none', (text) => {
    expect(readMailAddress(text)).toBeNull()
  })

  it('never has a line end, a space, a comma or a bracket, and reads the same again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' }), fc.webAuthority()), (text) => {
        const address = readMailAddress(text)
        if (address === null) return
        expect(address).toMatch(/^[!-~]+@[a-z\d.-]+$/)
        expect(address).not.toMatch(/[<>,;:()[\]\\"]/)
        expect(readMailAddress(address)).toBe(address)
      }),
    ))
})

describe('the address of a receiver', () => {
  it('is kept whole, and shown as its host alone', () => {
    expect(readAddress('slack', 'https://Hooks.Slack.example/services/T0/B0/secret#x', none)).toEqual({
      target: 'https://hooks.slack.example/services/T0/B0/secret',
      shown: 'hooks.slack.example',
    })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://hooks.example/x',
    'https://user:password@hooks.example/x',
    'https://token@hooks.example/x',
    'https://',
    '//hooks.example',
    'https://hooks.example/x\r\nHost: other',
    ' https://hooks.example/x',
    'sato@example.com',
  ])('%j is none', (text) => {
    expect(readAddress('webhook', text, none)).toBeNull()
  })

  it('may be plain http in the own network, where that is allowed', () => {
    const address = 'http://itsm.corp:8080/hooks'
    expect(readAddress('webhook', address, ({ host }) => host === 'itsm.corp:8080')).toMatchObject({ target: address })
  })
})
