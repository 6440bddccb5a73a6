import { draw, striped } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const vests: Shelf = {
  slug: 'vesti',
  name: ['Vesti', 'Vests'],
  text: ['Ermalaust og hlýtt þar sem það skiptir máli.', 'No sleeves, and warmth where it matters.'],
  vatRate: 24,
  kind: ['vesti prjónavesti', 'vest slipover waistcoat'],
  sizes: ['S', 'M', 'L', 'XL'],
  items: [
    {
      slug: 'grimsey',
      name: ['Grímsey', 'Grímsey'],
      text: [
        'V-hálsmál og þverbekkir í sjávarlitunum, norður við baug. Prjónað úr fínu tvíbandi svo það liggi slétt undir jakka. Kantarnir eru tvöfaldir og halda sér.',
        'A V-neck and bands in the colours of the sea, up on the Arctic Circle. Knitted from fine two-ply so that it lies smooth under a jacket. Double edges that keep their line.',
      ],
      price: 22900,
      weight: 320,
      drawing: draw('vest', 'atlantic cream fjord mustard', [
        ...striped('wave', 'crosses', 'line', 'diamonds', 'seeds'),
        ...striped('zigzag', 'crosses', 'line', 'diamonds'),
      ]),
      stock: [6, 10, 8, 4],
    },
    {
      slug: 'flatey',
      name: ['Flatey', 'Flatey'],
      text: [
        'Allir sauðalitirnir í einu vesti, frá hvítu niður í sauðsvart. Hver bekkur er sóttur í annað gamalt vettlingamunstur úr Breiðafirði. Beint snið, ekkert óþarft.',
        'Every shade of the flock in one vest, from white to black. Each band is borrowed from a different old mitten of Breiðafjörður. A straight cut, nothing superfluous.',
      ],
      price: 23900,
      weight: 350,
      drawing: draw(
        'vest',
        'oat morautt white black',
        [...striped('hourglass', 'chevron', 'tick', 'diamonds', 'fence'), ...striped('crosses', 'zigzag', 'seeds', 'hourglass')],
        { rib: 1 },
      ),
      stock: [4, 7, 7, 5],
    },
    {
      slug: 'modrudalur',
      name: ['Möðrudalur', 'Möðrudalur'],
      text: [
        'Ryðrautt vesti með stórum stjörnum yfir brjóstið, eins og heiðskírt kvöld á Fjöllum. Þykkur léttlopi og víðir handvegir. Gott yfir flannelskyrtu við smíðar.',
        'A rust-red vest with large stars across the chest, like a clear night in the highlands. Thick léttlopi and roomy armholes. Good over a flannel shirt in the workshop.',
      ],
      price: 21900,
      weight: 400,
      drawing: draw('vest', 'rust cream oat black', [band('tick', [0, 2, 3], 2), band('star', [0, 1, 3], 2), band('tick', [0, 2, 3], 2)], {
        rib: 3,
        trim: [band('crosses', [0, 1, 2], 1)],
      }),
      stock: [2, 5, 6, 3],
    },
    {
      slug: 'hverfjall',
      name: ['Hverfjall', 'Hverfjall'],
      text: [
        'Dökkgrátt með lús um allan bolinn, hvítum deplum sem gera bandið þykkara og hlýrra. Lúsin er elsta munstrið í bókinni og eldist best. Beint snið og hátt hálsmál að aftan.',
        'Dark grey with lice all over: the white flecks that make the fabric thicker and warmer. It is the oldest pattern in the book and ages best. Straight, and cut high at the back of the neck.',
      ],
      price: 20900,
      weight: 380,
      drawing: draw(
        'vest',
        'darkgrey white lightgrey',
        Array.from({ length: 9 }, () => band('lice', [0, 1, 2])),
        { details: ['heather'] },
      ),
      stock: [5, 9, 8, 6],
    },
    {
      slug: 'smalinn',
      name: ['Smalinn', 'The shepherd'],
      text: [
        'Mosagrænt vesti með kindum í einni röð og grindverki fyrir ofan og neðan. Léttlopi sem þolir að lambi sé haldið upp að honum. Rúmt yfir peysu.',
        'Moss green, with sheep in a single row and a fence above and below. Léttlopi that does not mind a lamb held against it. Roomy enough to go over a sweater.',
      ],
      price: 22900,
      weight: 390,
      drawing: draw(
        'vest',
        'moss cream oat black',
        [band('fence', [0, 2, 1], 2), band('sheep', [0, 1, 3], 2), band('fence', [0, 2, 1], 2)],
        { rib: 3, trim: [band('tick', [0, 1, 2], 1)] },
      ),
      stock: [1, 3, 4, 2],
    },
    {
      slug: 'asbyrgi',
      name: ['Ásbyrgi', 'Ásbyrgi'],
      text: [
        'Birkigrænt og ljóst, með laufum sem falla beint niður framstykkið. Munstrið snýr sér við í mittinu, eins og spegilmynd í tjörninni. Prjónað úr einbandi, þunnt og þétt.',
        'Birch green and pale, with leaves that fall straight down the front. The pattern turns over at the waist like a reflection in the pond. Knitted from single-ply yarn, thin and close.',
      ],
      price: 21900,
      weight: 300,
      drawing: draw('vest', 'birch lyme cream mustard', [
        band('leaf', [0, 1, 3], 5),
        band('line', [0, 2, 3], 2),
        band('seeds', [0, 2, 3], 2),
        band('line', [0, 2, 3], 2),
        band('leaf', [0, 1, 3], 2),
      ]),
      stock: [3, 6, 5, 0],
    },
    {
      slug: 'duggari',
      name: ['Duggari', 'The trawlerman'],
      text: [
        'Svart og hvítt sikksakk frá hálsi að hnésbót, kannski aðeins styttra. Sniðið kemur af skútum frá aldamótunum 1900. Stíft fyrst, en lagar sig að þeim sem á það.',
        'Black and white zigzag from the neck to the knee, or slightly less. The cut comes off the smacks of 1900. Stiff to begin with, but it shapes itself to its owner.',
      ],
      price: 23900,
      weight: 420,
      drawing: draw('vest', 'black white ash lava', [
        ...striped('zigzag', 'line', 'zigzag', 'line', 'zigzag'),
        ...striped('line', 'zigzag', 'line', 'zigzag'),
      ]),
      stock: [2, 4, 5, 1],
    },
  ],
}
