import type { Garment } from '../drawing/spec'
import type { WoolName } from '../drawing/wool'

type Pair = readonly [is: string, en: string]

// What the search should also find a product by.

export const woolWords: Record<WoolName, Pair> = {
  white: ['hvít hvítur hvítt', 'white'],
  cream: ['rjómahvít ljós', 'cream'],
  oat: ['hafragul ljósmórauð', 'oat beige'],
  fawn: ['ljósbrún', 'fawn light brown'],
  morautt: ['mórauð mórauður brún', 'moorit brown'],
  lightgrey: ['ljósgrá', 'light grey gray'],
  ash: ['öskugrá grá', 'ash grey gray'],
  darkgrey: ['dökkgrá grá', 'dark grey gray'],
  black: ['svört svartur sauðsvört', 'black'],
  lava: ['rauð hraunrauð', 'red lava'],
  rust: ['ryðrauð', 'rust red'],
  ember: ['appelsínugul glóð', 'orange ember'],
  mustard: ['gul sinnepsgul', 'yellow mustard'],
  straw: ['strágul ljósgul', 'straw yellow'],
  moss: ['græn mosagræn', 'green moss'],
  birch: ['dökkgræn birkigræn', 'dark green birch'],
  lyme: ['ljósgræn', 'light green lyme'],
  glacier: ['ljósblá jökulblá', 'light blue glacier'],
  fjord: ['blá fjarðarblá', 'blue fjord'],
  atlantic: ['dökkblá atlantshafsblá', 'dark blue atlantic teal'],
  night: ['dimmblá dökkblá', 'midnight navy blue'],
  lupin: ['fjólublá lúpínublá', 'purple lupin'],
  crowberry: ['vínrauð krækiberja', 'crowberry plum purple'],
  heather: ['bleik lyng', 'pink heather'],
  fog: ['grá þokugrá blágrá', 'fog grey gray'],
}

export const garmentWords: Record<Garment, Pair> = {
  sweater: ['peysa lopapeysa', 'sweater jumper'],
  cardigan: ['golftreyja hneppt', 'cardigan'],
  vest: ['vesti', 'vest'],
  hat: ['húfa', 'hat'],
  mittens: ['vettlingar', 'mittens'],
  socks: ['sokkar', 'socks'],
  blanket: ['teppi', 'blanket'],
  scarf: ['trefill', 'scarf'],
  shawl: ['sjal', 'shawl'],
  ball: ['dokka', 'ball'],
  skein: ['hespa', 'hank skein'],
  plate: ['plata', 'plate'],
  booklet: ['hefti bók', 'booklet book'],
}
