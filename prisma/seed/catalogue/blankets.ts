import { draw, inlaid, striped } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const blankets: Shelf = {
  slug: 'teppi',
  name: ['Teppi', 'Blankets'],
  text: ['Værðarvoðir úr íslenskri ull, í sófann, bústaðinn og bílinn.', 'Throws of Icelandic wool, for the sofa, the cabin and the car.'],
  vatRate: 24,
  kind: ['teppi værðarvoð ábreiða', 'blanket throw'],
  sizes: ['130 × 170 cm', '140 × 200 cm'],
  items: [
    {
      slug: 'vaerd',
      name: ['Værð', 'Stillness'],
      text: [
        'Ljóst teppi með stjörnubekkjum í báða enda og kögri. Ullin er ýfð öðrum megin og slétt hinum megin. Nógu stórt fyrir tvo sem þekkjast.',
        'A pale blanket with bands of stars at either end, and a fringe. Brushed on one side and smooth on the other. Large enough for two who know each other.',
      ],
      price: 22900,
      weight: 1200,
      drawing: draw(
        'blanket',
        'cream morautt fawn oat',
        [band('tick', [0, 2, 3], 3), band('star', [0, 1, 3], 2), band('tick', [0, 2, 3], 2), band('line', [0, 1, 3], 6)],
        { details: ['fringe'] },
      ),
      stock: [9, 6],
    },
    {
      slug: 'vatnajokull',
      name: ['Vatnajökull', 'Vatnajökull'],
      text: [
        'Hvítt, grátt og blátt í lögum, eins og öskulögin í jöklinum. Prjónað í einu lagi á hringprjón sem er lengri en stofan. Þungt og kyrrt.',
        'White, grey and blue in layers, like the ash in the ice. Knitted in one piece on a needle longer than the room. Heavy and quiet.',
      ],
      price: 27900,
      weight: 1500,
      drawing: draw('blanket', 'fog white fjord darkgrey', [
        ...striped('pair', 'wave', 'line', 'pair', 'zigzag'),
        ...striped('line', 'wave', 'pair'),
      ]),
      stock: [5, 8],
    },
    {
      slug: 'torfbaer',
      name: ['Torfbær', 'Turf house'],
      text: [
        'Mosagrænt og moldarbrúnt, með grindverki og gluggum. Um röndina í miðjunni er gengið inn. Mjúkt fyrst og mýkra eftir fyrsta veturinn.',
        'Moss green and earth brown, with fences and windows. The stripe in the middle is where you enter. Soft at first and softer after a winter.',
      ],
      price: 24900,
      weight: 1300,
      drawing: draw(
        'blanket',
        'moss morautt straw cream',
        [band('fence', [0, 1, 2], 3), band('check', [0, 2, 3], 3), band('mountains', [0, 1, 2], 3), band('fence', [0, 1, 2], 4)],
        { rib: 1, details: ['fringe'] },
      ),
      stock: [4, 3],
    },
    {
      slug: 'hafis',
      name: ['Hafís', 'Sea ice'],
      text: [
        'Jökulblátt teppi með hvítum flekum á reki. Létt miðað við stærð, því bandið er loftmikið. Hentar í vöggu jafnt og í sófa.',
        'A glacier-blue blanket with white floes adrift. Light for its size, because the yarn holds air. As good in a cot as on a sofa.',
      ],
      price: 21900,
      weight: 1000,
      drawing: draw(
        'blanket',
        'glacier white fjord atlantic',
        [band('dots', [0, 1, 2], 2), band('snowflake', [0, 1, 2], 3), band('dots', [0, 1, 2], 3), band('line', [0, 2, 1], 5)],
        { details: ['fringe'] },
      ),
      stock: [7, 1],
    },
    {
      slug: 'gangnamenn',
      name: ['Gangnamenn', 'Riders of the round-up'],
      text: [
        'Hestar ganga yfir teppið endilangt, svartir á gráu, og fara aldrei fetið aftur á bak. Sterkt band, þétt prjónað í jöðrunum. Undir hnakk eða yfir hné.',
        'Horses walk the length of the blanket, black on grey, and never a step backwards. Strong yarn, with closely bound edges. Under a saddle or over the knees.',
      ],
      price: 26900,
      weight: 1400,
      drawing: draw(
        'blanket',
        'lightgrey black darkgrey lava',
        [band('zigzag', [0, 3, 1], 2), band('horses', [0, 1, 2], 3), band('zigzag', [0, 3, 1], 3), band('line', [0, 1, 2], 6)],
        { rib: 1, details: ['fringe', 'heather'] },
      ),
      stock: [3, 4],
    },
    {
      slug: 'hraunbreida',
      name: ['Hraunbreiða', 'Spread of lava'],
      text: [
        'Svart teppi með glóandi röndum sem kólna út til endanna. Þykkt og þungt, prjónað úr Álafosslopa. Best með ljósið slökkt.',
        'A black blanket with glowing stripes that cool towards the ends. Thick and heavy, knitted from Álafoss lopi. Best with the lights out.',
      ],
      price: 29900,
      weight: 1700,
      drawing: draw(
        'blanket',
        'black lava ember mustard',
        [
          band('line', [0, 1, 2], 2),
          band('zigzag', [0, 1, 2], 3),
          band('diamond', [0, 1, 3], 3),
          band('zigzag', [0, 2, 3], 3),
          band('line', [0, 1, 2], 3),
        ],
        { rib: 0, details: ['fringe'] },
      ),
      stock: [6, 5],
    },
    {
      slug: 'sumarnott',
      name: ['Sumarnótt', 'Summer night'],
      text: [
        'Lúpínublátt með rósum, fyrir nætur sem verða aldrei dimmar. Þunnt og lipurt, kemst í bakpoka. Kögrið er í lit kvöldskýjanna.',
        'Lupin blue with roses, for nights that never grow dark. Thin and supple, it fits in a rucksack. The fringe has the colour of the evening clouds.',
      ],
      price: 19900,
      weight: 900,
      drawing: draw(
        'blanket',
        'lupin fog heather cream',
        [band('seeds', [0, 2, 3], 3), band('rose', [0, 1, 2], 3), band('seeds', [0, 2, 3], 3), band('line', [0, 1, 3], 5)],
        { rib: 2, details: ['fringe'] },
      ),
      stock: [8, 2],
    },
    {
      slug: 'skjol',
      name: ['Skjól', 'Shelter'],
      text: [
        'Dökkgrátt og hvítt, tíglar á ljósum bekk milli tveggja tannaraða. Einfalt munstur sem hvílir augað. Ver gegn dragsúg í gömlum húsum.',
        'Dark grey and white: diamonds on a pale band between two rows of teeth. A plain pattern that rests the eye. Keeps out the draught in old houses.',
      ],
      price: 16900,
      weight: 1100,
      drawing: draw('blanket', 'darkgrey white ash', inlaid('diamond'), { details: ['fringe', 'heather'] }),
      stock: [10, 12],
    },
  ],
}
