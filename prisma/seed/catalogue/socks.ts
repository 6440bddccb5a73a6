import { draw, framed, striped } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const socks: Shelf = {
  slug: 'sokkar',
  name: ['Sokkar', 'Socks'],
  text: ['Ullarsokkar í stígvél, í rúmið og fyrir framan arininn.', 'Wool socks for boots, for bed and for the fireside.'],
  vatRate: 24,
  kind: ['sokkar ullarsokkar leistar', 'socks stockings'],
  sizes: ['36–38', '39–41', '42–45'],
  items: [
    {
      slug: 'leistur',
      name: ['Leistur', 'Boot sock'],
      text: [
        'Gráir ullarsokkar með svörtum hæl og tá, þar sem slitið er mest. Nælonþráður er spunninn með í sólann. Ná upp á miðja kálfa.',
        'Grey wool socks with a black heel and toe, where the wear is. A nylon thread is spun into the sole. They reach the middle of the calf.',
      ],
      price: 4900,
      weight: 110,
      drawing: draw('socks', 'ash white black', [band('pair', [0, 1, 2], 2), band('pair', [0, 2, 1], 2), band('pair', [0, 1, 2], 2)], {
        rib: 2,
        details: ['heather'],
      }),
      stock: [16, 22, 19],
    },
    {
      slug: 'rumsokkar',
      name: ['Óttublundur', 'Bed socks'],
      text: [
        'Mjúkir og víðir, til að sofa í og gleyma. Rjómahvítir með lyngblómum um legginn. Prjónaðir úr þeli eingöngu.',
        'Soft and wide, to sleep in and forget about. Cream with moorland flowers round the leg. Knitted from the undercoat alone.',
      ],
      price: 5500,
      weight: 95,
      drawing: draw('socks', 'cream heather moss', framed('lyng', 'seeds'), { rib: 1 }),
      stock: [8, 10, 3],
    },
    {
      slug: 'gongusokkar',
      name: ['Laugavegur', 'Laugavegur'],
      text: [
        'Göngusokkar sem hafa farið úr Landmannalaugum í Þórsmörk og heim aftur. Mosagrænir með sikksakki svo þeir týnist ekki í sæluhúsinu. Flatur saumur yfir tærnar.',
        'Hiking socks that have walked from Landmannalaugar to Þórsmörk and home again. Moss green with a zigzag, so they are not lost in the hut. A flat seam over the toes.',
      ],
      price: 5900,
      weight: 105,
      drawing: draw('socks', 'moss straw rust', striped('zigzag', 'line', 'zigzag', 'line'), { rib: 2 }),
      stock: [9, 14, 12],
    },
    {
      slug: 'jolasokkar',
      name: ['Jólakötturinn', 'The Yule cat'],
      text: [
        'Sá sem fær enga nýja flík fer í jólaköttinn, og þessir duga. Hraunrauðir með hvítum stjörnum og svörtum hæl. Háir, svo eitthvað komist ofan í.',
        'Whoever gets nothing new to wear is eaten by the Yule cat, and these will do. Lava red with white stars and a black heel. Long, so that there is room for something inside.',
      ],
      price: 6500,
      weight: 120,
      drawing: draw('socks', 'lava white black', framed('star', 'tick'), { rib: 1 }),
      stock: [4, 6, 1],
    },
    {
      slug: 'fjorusokkar',
      name: ['Fjara', 'Foreshore'],
      text: [
        'Öldur í tveimur bláum tónum, hver yfir annarri, eins og útfall á sandi. Þunnir, svo þeir komist í venjulega skó. Þorna yfir nótt á ofni.',
        'Waves in two blues, one over the other, like the tide going out over sand. Thin enough for ordinary shoes. Dry overnight on a radiator.',
      ],
      price: 5500,
      weight: 80,
      drawing: draw(
        'socks',
        'fog fjord atlantic',
        [band('wave', [0, 1, 2], 2), band('wave', [0, 2, 1], 2), band('wave', [0, 1, 2], 2), band('wave', [0, 2, 1], 2)],
        { rib: 2 },
      ),
      stock: [7, 9, 0],
    },
    {
      slug: 'hosur',
      name: ['Hosur', 'Knee stockings'],
      text: [
        'Mórauðar hnéhosur með tíglum, brotnar niður undir hnjám. Fyrir hestamenn, golfara og þá sem ganga í pilsi. Gott band, gamalt lag.',
        'Moorit knee stockings with diamonds, turned down below the knee. For riders, golfers and anyone in a skirt. Good yarn, an old shape.',
      ],
      price: 6900,
      weight: 150,
      drawing: draw(
        'socks',
        'morautt cream oat',
        [band('diamonds', [0, 1, 2], 2), band('line', [0, 2, 1], 2), band('diamonds', [0, 1, 2], 2), band('line', [0, 2, 1], 2)],
        { rib: 2 },
      ),
      stock: [3, 7, 8],
    },
  ],
}
