import { draw, framed, striped } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const mittens: Shelf = {
  slug: 'vettlingar',
  name: ['Vettlingar', 'Mittens'],
  text: ['Belgvettlingar með þumli, tvíbanda og hlýir þótt þeir blotni.', 'Mittens with a thumb, stranded, and warm even when wet.'],
  vatRate: 24,
  kind: ['vettlingar belgvettlingar', 'mittens gloves'],
  sizes: ['S', 'M', 'L'],
  items: [
    {
      slug: 'rosavettlingar',
      name: ['Rósavettlingar', 'Rose mittens'],
      text: [
        'Áttablaðarós á handarbakinu, eins og amma prjónaði hana. Hvítt og hraunrautt, tvíbanda alla leið fram í totu. Þumallinn er sléttur svo hægt sé að kippa honum inn.',
        'An eight-petalled rose on the back of the hand, the way grandmother knitted it. White and lava red, stranded all the way to the tip. The thumb is plain, so that it can be pulled inside.',
      ],
      price: 6900,
      weight: 90,
      drawing: draw('mittens', 'white lava black', [band('zigzag', [0, 1, 2], 1), band('star', [0, 1, 2], 3), band('tick', [0, 1, 2], 2)], {
        rib: 1,
      }),
      stock: [9, 12, 7],
    },
    {
      slug: 'vestfirskir',
      name: ['Vestfirskir', 'Westfjords mittens'],
      text: [
        'Bekkur eftir bekk eftir bekk, hver í sínum lit, eins og siður er fyrir vestan. Engir tveir bekkir eru eins á vettlingnum. Uppskriftin er úr Dýrafirði.',
        'Band upon band upon band, each in its own colour, as is the custom in the west. No two bands on a mitten repeat. The recipe comes from Dýrafjörður.',
      ],
      price: 7900,
      weight: 95,
      drawing: draw(
        'mittens',
        'cream morautt lava moss',
        [...striped('crosses', 'chevron', 'seeds', 'hourglass', 'diamonds'), band('zigzag', [0, 3, 1], 2)],
        { rib: 1 },
      ),
      stock: [5, 8, 4],
    },
    {
      slug: 'sjovettlingar',
      name: ['Sjóvettlingar', 'Sea mittens'],
      text: [
        'Þæfðir, grófir og með hvítri rönd svo þeir sjáist í myrkri. Upphaflega voru þeir með tveimur þumlum; við létum einn duga. Batna í saltvatni.',
        'Felted, rugged, and striped white so they can be seen in the dark. The old ones had two thumbs; we made do with one. They improve in salt water.',
      ],
      price: 6500,
      weight: 130,
      drawing: draw('mittens', 'ash white darkgrey', [band('pair', [0, 1, 2], 2), band('pair', [0, 2, 1], 2), band('pair', [0, 1, 2], 2)], {
        rib: 2,
        details: ['heather'],
      }),
      stock: [6, 10, 11],
    },
    {
      slug: 'hrim',
      name: ['Hrím', 'Rime'],
      text: [
        'Snjókorn á jökulbláu, eitt stórt og mörg lítil. Fínt einband sem gerir þá þunna en vindþétta. Ganga í vasa.',
        'Snowflakes on glacier blue, one large and many small. Fine single-ply makes them thin yet windproof. They fit in a pocket.',
      ],
      price: 6500,
      weight: 75,
      drawing: draw(
        'mittens',
        'glacier white fjord',
        [band('dots', [0, 1, 2], 1), band('snowflake', [0, 1, 2], 3), band('dots', [0, 1, 2], 2), band('dots', [0, 1, 2], 1)],
        { rib: 2 },
      ),
      stock: [7, 9, 3],
    },
    {
      slug: 'soley',
      name: ['Sóley', 'Buttercup'],
      text: [
        'Sinnepsgulir með laufum sem vaxa upp handarbakið. Litaðir með laukhýði, svo tónninn er aldrei nákvæmlega sá sami. Góðir í göngutúr, betri á sunnudegi.',
        'Mustard yellow, with leaves that grow up the back of the hand. Dyed with onion skin, so the tone is never quite the same twice. Good on a walk, better on a Sunday.',
      ],
      price: 6900,
      weight: 85,
      drawing: draw('mittens', 'mustard cream birch', framed('leaf', 'seeds'), { rib: 2 }),
      stock: [4, 6, 2],
    },
    {
      slug: 'ottusongur',
      name: ['Óttusöngur', 'Matins'],
      text: [
        'Dimmbláir með hvítum tíglum, prjónaðir undir lágnætti samkvæmt hefð. Sítt stroff sem fer upp undir ermi. Fallegir einir sér á borði.',
        'Midnight blue with white diamonds, knitted late at night as tradition has it. Long cuffs that go up under the sleeve. Handsome just lying on a table.',
      ],
      price: 6900,
      weight: 88,
      drawing: draw('mittens', 'night white glacier', [
        band('line', [0, 1, 2], 1),
        band('diamond', [0, 1, 2], 2),
        band('line', [0, 2, 1], 2),
        band('seeds', [0, 1, 2], 2),
      ]),
      stock: [8, 8, 5],
    },
    {
      slug: 'folald',
      name: ['Folald', 'Foal'],
      text: [
        'Hestar á hlaupum yfir handarbakið, mórauðir á ljósu. Litli hesturinn á vinstri vettlingi snýr að þeim stóra á hægri. Sterkir í taumhaldi.',
        'Horses run across the back of the hand, moorit on pale wool. The one on the left mitten faces the one on the right. Tough enough for reins.',
      ],
      price: 7500,
      weight: 100,
      drawing: draw(
        'mittens',
        'oat morautt black',
        [band('fence', [0, 1, 2], 1), band('horses', [0, 1, 2], 3), band('fence', [0, 1, 2], 2)],
        { rib: 1 },
      ),
      stock: [3, 5, 4],
    },
    {
      slug: 'adalblaber',
      name: ['Aðalbláber', 'Wild bilberry'],
      text: [
        'Krækiberjadökkir með ljósum fræjum, fyrir fingur sem eru hvort eð er bláir. Mjúkt band, tvinnað úr þeli. Stutt stroff og víður belgur.',
        'Crowberry dark with pale seeds, for fingers that are blue anyway. Soft yarn plied from the undercoat. A short cuff and a wide hand.',
      ],
      price: 5900,
      weight: 70,
      drawing: draw(
        'mittens',
        'crowberry heather fog',
        [...striped('seeds', 'tick', 'seeds', 'tick', 'seeds'), band('tick', [0, 2, 1], 2)],
        { rib: 1 },
      ),
      stock: [10, 7, 1],
    },
    {
      slug: 'skak',
      name: ['Skák', 'Chess'],
      text: [
        'Svartir og hvítir reitir eins og á taflborði, og jafntefli milli handanna. Þéttasta prjón sem við eigum. Halda hita þótt skákin dragist.',
        'Black and white squares like a chessboard, and a draw between the hands. The closest fabric we make. They stay warm however long the game.',
      ],
      price: 6500,
      weight: 92,
      drawing: draw(
        'mittens',
        'white black ash',
        Array.from({ length: 8 }, () => band('check', [0, 1, 2], 0)),
        { rib: 1 },
      ),
      stock: [0, 4, 6],
    },
  ],
}
