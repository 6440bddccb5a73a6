import { draw, fadingYoke, openYoke, ringYoke } from '../../../lib/drawing/compose'
import type { Shelf } from './item'

export const booklets: Shelf = {
  slug: 'uppskriftir',
  name: ['Uppskriftir', 'Patterns'],
  text: [
    'Uppskriftahefti með munsturteikningum, á íslensku og ensku í einu hefti.',
    'Pattern booklets with charts, Icelandic and English in one.',
  ],
  vatRate: 11,
  kind: ['uppskrift hefti prjónauppskrift bók', 'pattern booklet book'],
  sizes: ['A5'],
  items: [
    {
      slug: 'hefti-berustykki',
      name: ['Tólf berustykki', 'Twelve yokes'],
      text: [
        'Tólf berustykki sem ganga á sömu grunnpeysuna, með munsturteikningum í fullum litum. Reiknað fyrir sex stærðir og þrjár prjónfestur. 48 síður, saumað í kjöl.',
        'Twelve yokes that fit one and the same basic sweater, with charts in full colour. Worked out for six sizes and three gauges. 48 pages, sewn.',
      ],
      price: 4990,
      weight: 160,
      drawing: draw('booklet', 'cream lava black oat', ringYoke({ large: 'leaf', edge: 'rays' })),
      stock: [24],
    },
    {
      slug: 'hefti-vettlingar',
      name: ['Vettlingar að vestan', 'Mittens of the west'],
      text: [
        'Átta pör úr söfnum á Vestfjörðum, endurteiknuð lykkju fyrir lykkju. Saga hvers pars fylgir, svo langt sem hún er kunn. 32 síður.',
        'Eight pairs from the museums of the Westfjords, drawn anew stitch by stitch. The story of each pair is told as far as it is known. 32 pages.',
      ],
      price: 3990,
      weight: 110,
      drawing: draw('booklet', 'moss cream morautt straw', openYoke({ over: 'crosses', large: 'diamond', edge: 'teeth' })),
      stock: [17],
    },
    {
      slug: 'hefti-fyrsta-peysan',
      name: ['Fyrsta peysan', 'The first sweater'],
      text: [
        'Ein peysa, útskýrð frá fyrstu lykkju til síðustu, fyrir þá sem kunna bara slétt og brugðið. Teikningar við hvert skref og ráð þegar illa fer. 40 síður.',
        'One sweater, explained from the first stitch to the last, for those who know only knit and purl. A drawing for every step and advice for when it goes wrong. 40 pages.',
      ],
      price: 3490,
      weight: 130,
      drawing: draw('booklet', 'atlantic white fjord mustard', ringYoke({ over: 'crosses', large: 'star', edge: 'teeth' })),
      stock: [31],
    },
    {
      slug: 'hefti-sjol',
      name: ['Þríhyrnur og langsjöl', 'Shawls, long and three-cornered'],
      text: [
        'Níu sjöl með gataprjóni, frá einföldu til þess sem tekur veturinn. Munstrin eru bæði teiknuð og skrifuð út. 36 síður.',
        'Nine lace shawls, from the simple to the one that takes a winter. Patterns are both charted and written out. 36 pages.',
      ],
      price: 3990,
      weight: 120,
      drawing: draw('booklet', 'crowberry fog heather cream', fadingYoke({ large: 'snowflake', edge: 'scallop' })),
      stock: [3],
    },
    {
      slug: 'hefti-hufur',
      name: ['Húfur á einu kvöldi', 'Hats in an evening'],
      text: [
        'Tíu húfur úr afgöngum, hver á einni kvöldstund. Uppskriftirnar komast á eina síðu og prjónarnir í vasa. 24 síður.',
        'Ten hats from leftovers, an evening each. Every pattern fits on a page and the needles in a pocket. 24 pages.',
      ],
      price: 2990,
      weight: 90,
      drawing: draw('booklet', 'mustard black white rust', openYoke({ over: 'tick', large: 'mountains', under: 'pair', edge: 'hail' })),
      stock: [0],
    },
  ],
}
