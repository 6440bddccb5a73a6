import { draw, fadingYoke, openYoke, ringYoke } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const cardigans: Shelf = {
  slug: 'golftreyjur',
  name: ['Golftreyjur', 'Cardigans'],
  text: [
    'Hnepptar lopapeysur, prjónaðar í hring og klipptar upp eins og vera ber.',
    'Buttoned lopi sweaters, knitted in the round and cut open as they should be.',
  ],
  vatRate: 24,
  kind: ['golftreyja hneppt peysa lopapeysa', 'cardigan buttoned sweater'],
  sizes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  items: [
    {
      slug: 'thoka',
      name: ['Þoka', 'Sea fog'],
      text: [
        'Öskugrá golftreyja með mjúkum hvítum bylgjum sem hverfa inn í bolinn. Tölurnar eru úr hreindýrshorni, hver með sínum lit. Létt yfirhöfn á kvöldin og hlýtt lag undir úlpu.',
        'An ash-grey cardigan with soft white waves that fade into the body. The buttons are reindeer horn, no two of one colour. A light coat in the evening and a warm layer under a parka.',
      ],
      price: 36900,
      weight: 660,
      drawing: draw('cardigan', 'ash white darkgrey lightgrey', openYoke({ over: 'tick', large: 'waves', under: 'pair', edge: 'icicle' }), {
        rib: 2,
        trim: [band('wave', [0, 1, 2], 1)],
        details: ['heather'],
      }),
      stock: [3, 7, 9, 10, 5, 2],
    },
    {
      slug: 'dimmalimm',
      name: ['Dimmalimm', 'Dimmalimm'],
      text: [
        'Dimmblá með hvítum rósum og einni gulri umferð næst hálsinum. Nefnd eftir ævintýrinu um kóngsdótturina og svaninn. Aðsniðin, með þéttri röð af litlum tölum.',
        'Midnight blue with white roses and a single yellow round nearest the neck. Named for the fairy tale of the princess and the swan. Fitted, with a close row of small buttons.',
      ],
      price: 34900,
      weight: 560,
      drawing: draw('cardigan', 'night white glacier straw', ringYoke({ over: 'dots', large: 'rose', edge: 'scallop' }), {
        trim: [band('dots', [0, 1, 3], 1)],
        details: ['buttons'],
      }),
      stock: [5, 8, 8, 6, 2, 1],
    },
    {
      slug: 'hekla',
      name: ['Hekla', 'Hekla'],
      text: [
        'Svört golftreyja með glóð undir: rauðar og gular tennur bíta niður úr berustykkinu. Prjónuð úr Álafosslopa og vegur sitt. Tinhnappar með gömlu sniði.',
        'A black cardigan with embers beneath: red and yellow teeth bite down from the yoke. Knitted from Álafoss lopi, and you feel its weight. Pewter buttons of an old design.',
      ],
      price: 38900,
      weight: 840,
      drawing: draw('cardigan', 'black lava mustard ember', fadingYoke({ over: 'check', large: 'diamond', edge: 'teeth' }), {
        trim: [band('teeth', [0, 1, 2], 1)],
        details: ['buttons'],
      }),
      stock: [1, 3, 6, 8, 6, 3],
    },
    {
      slug: 'vorannir',
      name: ['Vorannir', 'Spring work'],
      text: [
        'Melgresisgræn og rjómahvít, fyrir dagana þegar sólin er hlý en vindurinn ekki. Einfaldur plötulopi, prjónaður laust svo hún leggist vel. Tveir lágir vasar að framan.',
        'Lyme-grass green and cream, for the days when the sun is warm and the wind is not. Single plate lopi knitted loosely so that it drapes. Two low pockets in front.',
      ],
      price: 32900,
      weight: 470,
      drawing: draw('cardigan', 'lyme cream birch mustard', openYoke({ over: 'seeds', large: 'feather', under: 'dots', edge: 'hail' }), {
        rib: 2,
        trim: [band('seeds', [0, 2, 3], 1)],
      }),
      stock: [4, 6, 7, 4, 3, 0],
    },
    {
      slug: 'fjallkonan',
      name: ['Fjallkonan', 'Lady of the mountain'],
      text: [
        'Mórauð treyja með hvítum stjörnum, í anda þeirra fyrstu sem prjónaðar voru á sjötta áratugnum. Hún er síð og hylur mjaðmir. Handprjónuð í Hrunamannahreppi.',
        'Moorit brown with white stars, in the spirit of the first ones of the nineteen-fifties. Long enough to cover the hips. Knitted by hand in the south, in Hrunamannahreppur.',
      ],
      price: 38900,
      weight: 720,
      drawing: draw('cardigan', 'morautt white oat black', ringYoke({ over: 'crosses', large: 'star', edge: 'rays' }), {
        trim: [band('crosses', [0, 1, 2], 1)],
      }),
      stock: [2, 5, 8, 7, 4, 1],
    },
    {
      slug: 'brimketill',
      name: ['Brimketill', 'Surf cauldron'],
      text: [
        'Fjarðarblá treyja þar sem hvítt brim skellur á svörtum hömrum. Munstrið er í tveimur litum en sýnist vera í fimm. Rennilás undir tölunum lokar vindinn úti.',
        'Fjord blue, with white surf against black cliffs. The pattern has two colours and looks like five. A zip beneath the buttons keeps the wind out.',
      ],
      price: 37900,
      weight: 700,
      drawing: draw('cardigan', 'fjord white black fog', ringYoke({ over: 'wave', large: 'waves', edge: 'drip' }), {
        rib: 2,
        trim: [band('wave', [0, 1, 3], 1)],
      }),
      stock: [0, 2, 6, 7, 3, 1],
    },
    {
      slug: 'rabarbari',
      name: ['Rabarbari', 'Rhubarb'],
      text: [
        'Rauð eins og rabarbarastilkur í júní, með ljósum laufum og grænum depli í miðju. Börnin velja hana og fullorðnir fá hana lánaða. Stuttur bolur, víðar ermar.',
        'Red as a rhubarb stalk in June, with pale leaves and a green dot at the heart. Children choose it and grown-ups borrow it. Short in the body, wide in the sleeve.',
      ],
      price: 33900,
      weight: 540,
      drawing: draw('cardigan', 'lava cream straw moss', openYoke({ over: 'hourglass', large: 'leaf', under: 'line', edge: 'teeth' }), {
        trim: [band('hourglass', [0, 1, 3], 1)],
      }),
      stock: [3, 5, 5, 3, 1, 1],
    },
    {
      slug: 'rokkur',
      name: ['Rökkur', 'Dusk'],
      text: [
        'Hvít treyja með svörtu og gráu, hrein og ströng eins og vetrardagur. Prjónuð úr ólituðu bandi frá þremur bæjum í Suðursveit. Fer öllum og passar við allt.',
        'White with black and grey, clean and strict as a winter day. Knitted from undyed yarn off three farms in Suðursveit. It suits everyone and goes with everything.',
      ],
      price: 35900,
      weight: 620,
      drawing: draw('cardigan', 'white black ash darkgrey', ringYoke({ over: 'tick', large: 'diamond', under: 'line', edge: 'tooth' }), {
        rib: 1,
        trim: [band('zigzag', [0, 1, 2], 1)],
      }),
      stock: [4, 9, 11, 8, 4, 2],
    },
  ],
}
