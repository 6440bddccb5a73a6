import { expect, test } from 'vitest'
import { lean } from '@/lib/front/lean-styles.mjs'

const flat = (css: string) => css.replace(/\s+/g, '')
const leanOf = (css: string, html = '<p class="a">') => flat(lean(css, html))

test('what waits for a pointer, a key or paper is not said', () => {
  expect(leanOf('.a:hover{color:red}.a:focus-visible{color:red}.a{color:blue}@media print{.a{color:red}}@page{margin:1cm}')).toBe(
    '.a{color:blue}',
  )
  expect(leanOf('.a:not(:hover){color:red}.a:not(:disabled):active{color:red}')).toBe('.a:not(:hover){color:red}')
})

test('what is said to be visible waits until it comes near, and a fold is as open as it was sent', () => {
  expect(leanOf('.a{content-visibility:visible}.b{content-visibility:hidden}')).toBe(
    '.a{content-visibility:auto}.b{content-visibility:hidden}',
  )
  expect(leanOf('.a{interpolate-size:allow-keywords}.a::details-content{block-size:0}')).toBe('')
})

test('a state is spoken of where something is in it', () => {
  const css = '.a:disabled{color:red}.b:has(:checked){color:blue}'
  expect(leanOf(css)).toBe('')
  expect(leanOf(css, '<p class="a"><button disabled=""></button>')).toBe('.a:disabled{color:red}')
  expect(leanOf(css, '<p class="a"><input type="radio" checked/>')).toBe('.b:has(:checked){color:blue}')
  expect(leanOf('.b:not(:has(:checked)){color:red}')).toBe('.b:not(:has(:checked)){color:red}')
  // A word in a text is no state.
  expect(leanOf(css, '<p class="a">Not disabled or checked here</p>')).toBe('')
})

test('a variable that nothing sets is said outright: what is named for that case, or what it is registered with', () => {
  expect(leanOf('.a{line-height:var(--tw-leading, calc(1.5 / 1))}')).toBe('.a{line-height:calc(1.5/1)}')
  const registered = '@property --tw-border-style{syntax:"*";inherits:false;initial-value:solid}'
  expect(leanOf(`.a{border-style:var(--tw-border-style)}${registered}`)).toBe('.a{border-style:solid}')
  expect(leanOf('.a{rotate:var(--tw-rotate)}@property --tw-rotate{syntax:"*";inherits:false}')).toContain('var(--tw-rotate)')
})

test('a variable of a rule that says the property itself is said outright', () => {
  const numeric = '--tw-numeric-spacing:tabular-nums;font-variant-numeric:var(--tw-ordinal,) var(--tw-numeric-spacing,)'
  expect(lean(`.a{${numeric}}`, '')).toBe('.a{font-variant-numeric:tabular-nums}')
})

test('a variable that another rule sets stays one', () => {
  const css = '.a{line-height:var(--tw-leading,2)}.b{--tw-leading:1;line-height:1}'
  expect(leanOf(css)).toContain('.a{line-height:var(--tw-leading,2)}')
  const turned = '.a{--tw-x:1px;translate:var(--tw-x) var(--tw-y)}.b{--tw-y:2px;translate:var(--tw-x) var(--tw-y)}'
  expect(leanOf(turned)).toBe(flat('.a{--tw-x:1px;translate:1px var(--tw-y)}.b{--tw-y:2px;translate:var(--tw-x) 2px}'))
  // The one rule says the property, the other only sets what it is made of.
  expect(leanOf('.a{--tw-x:1px;translate:var(--tw-x)}.b{--tw-x:2px}')).toContain('translate:var(--tw-x)')
})

test('what older browsers need a prefix for waits for the whole sheet', () => {
  expect(leanOf('.a{-webkit-mask:none;mask:none;-webkit-text-size-adjust:100%}')).toBe('.a{mask:none;-webkit-text-size-adjust:100%}')
})

test('what is hidden until it is found is excepted where a page has it', () => {
  const css = '[hidden]:where(:not([hidden=until-found])){display:none!important}'
  expect(leanOf(css)).toBe('[hidden]{display:none!important}')
  expect(leanOf(css, '<p hidden="until-found">')).toBe(css)
})

test('how letters are drawn is not said where it is the same all over the page', () => {
  const plain = 'html{color:red;font-feature-settings:normal}button{font-feature-settings:inherit;font-variation-settings:inherit}'
  expect(leanOf(plain)).toBe('html{color:red}')
  const special = `${plain}.a{font-feature-settings:"ss01"}`
  expect(leanOf(special)).toBe(special)
})

test('what would keep a page still is not said where nothing moves', () => {
  const stilling = '@media (prefers-reduced-motion:reduce){*{animation-duration:.01ms!important;transition-duration:.01ms!important}}'
  expect(leanOf(`.a{color:red}${stilling}`)).toBe('.a{color:red}')
  const moving = '@media (prefers-reduced-motion:no-preference){.a{animation:sway 1s}}'
  expect(leanOf(moving + stilling)).toContain('@media(prefers-reduced-motion:reduce){*{animation-duration')
})

test("the shop's own variables are not Tailwind's: they change with the colour scheme", () => {
  expect(leanOf(':root{--ink:#000}.a{color:var(--ink)}')).toBe(':root{--ink:#000}.a{color:var(--ink)}')
})
