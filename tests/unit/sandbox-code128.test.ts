// The barcode, against symbols that another encoder (JsBarcode 3) and a reader (ZXing) agree about.
import { expect, it } from 'vitest'
import { code128 } from '@/lib/sandbox/code128'

const modules = (text: string) =>
  code128(text)
    .map((width, i) => (i % 2 ? '0' : '1').repeat(width))
    .join('')

it.each([
  [
    '500004-4821',
    '110100100001101110010010011101100100111011001001110110010011101100110010011101001101110011001001110111010011001100111001010011100110100001011001100011101011',
  ],
  ['PJJ123C', '1101001000011101110110101101110001011011100010011100110110011100101100101110010001000110111010001101100011101011'],
  [
    'Wool & yarn ~ {42}',
    '11010010000111010001101000111101010001111010110010100001101100110010011001000110110011001101101111010010110000100100111101100001010011011001100100010111101101100110011110110110110010011101100111001010100011110110011011001100011101011',
  ],
])('%s is drawn as others draw it', (text, expected) => {
  expect(modules(text)).toBe(expected)
})

it('every symbol has eleven modules, an even number of them dark, and no two are alike', () => {
  const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  const drawn = letters.map((letter) => modules(letter).slice(11, 22))
  expect(new Set(drawn).size).toBe(95)
  for (const symbol of drawn) {
    expect(symbol).toMatch(/^1[01]{9}0$/)
    expect(symbol.replaceAll('0', '').length % 2).toBe(0)
  }
})

it.each(['', 'þ', 'a\nb'])('%j cannot be drawn', (text) => {
  expect(() => code128(text)).toThrow()
})
