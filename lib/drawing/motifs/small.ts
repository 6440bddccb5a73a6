import { chart } from './chart'

// Peeries: the narrow bands that keep time between the large ones.
export const small = {
  line: chart(
    'aa',
    `
    x`,
  ),
  pair: chart(
    'ab',
    `
    x
    x`,
  ),
  lice: chart(
    'ac',
    `
    .x..
    ....
    ...x
    ....`,
    1,
  ),
  dots: chart(
    'ad',
    `
    ....
    .x..
    ....`,
    1,
  ),
  tick: chart(
    'ae',
    `
    x.
    .x`,
    0,
  ),
  check: chart(
    'af',
    `
    xx..
    xx..
    ..xx
    ..xx`,
  ),
  wave: chart(
    'ag',
    `
    ..xxx...
    .x...x..
    x..o..xx`,
    3,
  ),
  zigzag: chart(
    'ah',
    `
    .x....
    xox..x
    o.ox.x
    ...ox.
    ....o.`,
    1,
  ),
  crosses: chart(
    'ai',
    `
    x.x...
    .x..o.
    x.x...`,
    1,
  ),
  diamonds: chart(
    'aj',
    `
    ..x...
    .x.x..
    x.o.x.
    .x.x..
    ..x...`,
    2,
  ),
  hourglass: chart(
    'ak',
    `
    xxxxx.
    .xxx..
    ..x..o
    .xxx..
    xxxxx.`,
    2,
  ),
  rope: chart(
    'al',
    `
    xx..
    .xx.
    ..xx
    x..x`,
  ),
  seeds: chart(
    'am',
    `
    .x..
    xox.
    .x..`,
    1,
  ),
  fence: chart(
    'an',
    `
    xxxx
    x.x.
    x.x.
    xxxx`,
    0,
  ),
  chevron: chart(
    'ao',
    `
    x.....
    xx...x
    .xx.xx
    ..xxx.
    ...x..`,
    0,
  ),
  runes: chart(
    'ap',
    `
    x...x.
    x..xx.
    x.x.x.
    xx..x.
    x...x.`,
    2,
  ),
}
