import { chart } from './chart'

// Where one ground gives way to another: solid above, solid or bare below.
export const edges = {
  tooth: chart(
    'ba',
    `
    xxxx
    xxx.
    .x..`,
    1,
  ),
  teeth: chart(
    'bb',
    `
    xxxxxx
    xxxxx.
    .xxx..
    ..x...`,
    2,
  ),
  icicle: chart(
    'bc',
    `
    xxxxxx
    xxxxx.
    xxxxx.
    .xxx..
    .xox..
    ..x...
    ..x...
    ......
    ..x...`,
    2,
  ),
  rays: chart(
    'bd',
    `
    xxxxxxxx
    xxxxxxx.
    .xxxxx..
    .xxoxx..
    ..xox...
    ..xox...
    ...x....
    ...x....
    ........
    ...x....`,
    3,
  ),
  rising: chart(
    'be',
    `
    .x..
    xxx.
    xxxx`,
    1,
  ),
  peaks: chart(
    'bf',
    `
    ..x...
    .xxx..
    xxxxx.
    xxxxxx`,
    2,
  ),
  drip: chart(
    'bg',
    `
    xxxx
    x.x.
    x.x.
    ..x.
    ....
    ..x.`,
    2,
  ),
  scallop: chart(
    'bh',
    `
    xxxxxxxx
    xxx.xxx.
    xx...xx.
    x..x..x.
    ..xxx...
    ...x....`,
    3,
  ),
  hail: chart(
    'bi',
    `
    x.x.x.x.
    .x.x.x..
    x...x...
    ..x.....
    ......x.
    ..x.....`,
    2,
  ),
}
