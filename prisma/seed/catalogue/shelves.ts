import { blankets } from './blankets'
import { booklets } from './booklets'
import { cardigans } from './cardigans'
import { hats } from './hats'
import type { Shelf } from './item'
import { mittens } from './mittens'
import { shawls } from './shawls'
import { socks } from './socks'
import { sweaters } from './sweaters'
import { vests } from './vests'
import { yarn } from './yarn'

/** The shop's categories in the order they are shown. */
export const shelves: readonly Shelf[] = [sweaters, cardigans, vests, hats, mittens, socks, shawls, blankets, yarn, booklets]
