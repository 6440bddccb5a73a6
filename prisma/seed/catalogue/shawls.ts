import { draw, inlaid, striped } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const shawls: Shelf = {
  slug: 'sjol-og-treflar',
  name: ['Sjöl og treflar', 'Shawls & scarves'],
  text: [
    'Þríhyrnur í sauðalitunum og treflar sem ná tvo hringi.',
    'Three-cornered shawls in sheep shades, and scarves that go round twice.',
  ],
  vatRate: 24,
  kind: ['sjal þríhyrna trefill', 'shawl scarf wrap'],
  sizes: ['180 × 24 cm'],
  items: [
    {
      slug: 'thrihyrna',
      name: ['Þríhyrna', 'Three-corner'],
      text: [
        'Sjal prjónað frá hnakka og niður, í öllum sauðalitunum frá hvítu í svart. Kögrið er hnýtt í höndunum, tvö hundruð sinnum. Liggur á öxlunum án nælu.',
        'A shawl worked from the nape down in every sheep shade from white to black. The fringe is knotted by hand, two hundred times. It stays on the shoulders without a pin.',
      ],
      price: 18900,
      weight: 280,
      drawing: draw('shawl', 'oat white morautt black', striped('line', 'wave', 'line', 'seeds', 'pair', 'zigzag'), {
        rib: 3,
        details: ['fringe'],
      }),
      stock: [9],
      sizes: ['180 × 90 cm'],
    },
    {
      slug: 'hyrna-dogun',
      name: ['Dögun', 'Daybreak'],
      text: [
        'Jökulblátt sjal sem lýsist út að jaðri, þunnt eins og mistur. Prjónað úr einbandi, gataprjón í hverri áttundu umferð. Kemst í gegnum giftingarhring.',
        'A glacier-blue shawl that grows lighter towards the hem, thin as haze. Single-ply yarn with a round of lace every eighth row. It passes through a wedding ring.',
      ],
      price: 21900,
      weight: 160,
      drawing: draw('shawl', 'glacier white fog fjord', striped('tick', 'dots', 'tick', 'dots', 'tick', 'wave'), {
        rib: 1,
        details: ['fringe'],
      }),
      stock: [5],
      sizes: ['190 × 95 cm'],
    },
    {
      slug: 'mosaskjol',
      name: ['Mosaskjól', 'Moss shelter'],
      text: [
        'Grænt þríhyrnt sjal með laufbekk í jaðrinum og löngu kögri. Þykkara en hin, til að sitja úti í fram eftir kvöldi. Lyngbrúnn kantur.',
        'A green three-cornered shawl with a leaf border and a long fringe. Heavier than the others, for sitting out late. Edged in brown.',
      ],
      price: 19900,
      weight: 340,
      drawing: draw(
        'shawl',
        'moss lyme cream morautt',
        [band('seeds', [0, 1, 2], 4), band('line', [0, 3, 2], 4), band('leaf', [0, 2, 3], 2), band('line', [0, 3, 2], 1)],
        { rib: 3, details: ['fringe'] },
      ),
      stock: [3],
      sizes: ['170 × 85 cm'],
    },
    {
      slug: 'vetrarbraut',
      name: ['Vetrarbrautin', 'Milky Way'],
      text: [
        'Tveggja metra trefill, dimmblár með stjörnum í báða enda. Prjónaður í hólk og því tvöfaldur og jafn fallegur báðum megin. Nær tvo hringi um hálsinn og hylur nefið.',
        'A two-metre scarf, midnight blue with stars at both ends. Knitted as a tube, so it is double and as handsome inside as out. Goes round the neck twice and over the nose.',
      ],
      price: 12900,
      weight: 260,
      drawing: draw(
        'scarf',
        'night white glacier mustard',
        [band('tick', [0, 2, 3], 1), band('star', [0, 1, 3], 2), band('tick', [0, 2, 3], 2), band('line', [0, 1, 3], 3)],
        { details: ['fringe'] },
      ),
      stock: [11],
      sizes: ['200 × 24 cm'],
    },
    {
      slug: 'rokhlif',
      name: ['Rokhlíf', 'Gale guard'],
      text: [
        'Breiður trefill í gráum tónum með svörtum tönnum, þéttur gegn vestanátt. Álafosslopi á prjóna númer sex. Kögrið er klippt beint.',
        'A broad scarf in greys with black teeth, dense against the westerly. Álafoss lopi on 6 mm needles. The fringe is cut straight.',
      ],
      price: 11900,
      weight: 320,
      drawing: draw('scarf', 'lightgrey black ash white', inlaid('mountains'), { details: ['fringe', 'heather'] }),
      stock: [8],
      sizes: ['190 × 30 cm'],
    },
    {
      slug: 'rosatrefill',
      name: ['Rósaband', 'Rose ribbon'],
      text: [
        'Rjómahvítur trefill með rauðum rósum og grænum stilkum í endana. Nógu fínn til að bera innan dyra. Prjónaður fram og til baka, kantarnir heklaðir.',
        'A cream scarf with red roses and green stems at the ends. Fine enough to keep on indoors. Knitted flat, with crocheted edges.',
      ],
      price: 10900,
      weight: 190,
      drawing: draw(
        'scarf',
        'cream lava moss black',
        [band('seeds', [0, 2, 3], 2), band('rose', [0, 1, 2], 2), band('seeds', [0, 2, 3], 2)],
        { details: ['fringe'] },
      ),
      stock: [6],
      sizes: ['180 × 22 cm'],
    },
    {
      slug: 'sumarmal',
      name: ['Sumarmál', 'Turn of the season'],
      text: [
        'Mjór trefill með röndum í lúpínu, lyngi og grasi. Úr afgöngum, og því aldrei tveir eins. Léttur í tösku.',
        'A narrow scarf with stripes of lupin, heather and grass. Made from what is left over, and so never the same twice. Weighs nothing in a bag.',
      ],
      price: 8900,
      weight: 140,
      drawing: draw('scarf', 'fog lupin heather lyme', striped('pair', 'wave', 'pair', 'wave', 'pair', 'wave'), { details: ['fringe'] }),
      stock: [1],
      sizes: ['160 × 18 cm'],
    },
    {
      slug: 'fiskimid',
      name: ['Fiskimið', 'Fishing grounds'],
      text: [
        'Atlantshafsblár trefill með ljósum öldum sem mætast í miðju. Tvíbandaprjón sem heldur vindi frá hálsinum. Hvítt kögur, eins og brim.',
        'An Atlantic-blue scarf with pale waves that meet in the middle. Stranded knitting keeps the wind off the throat. White fringe, like surf.',
      ],
      price: 11900,
      weight: 250,
      drawing: draw(
        'scarf',
        'atlantic fog fjord white',
        [band('wave', [0, 1, 2], 1), band('waves', [0, 1, 2], 2), band('wave', [0, 2, 1], 2)],
        { rib: 3, details: ['fringe'] },
      ),
      stock: [7],
      sizes: ['190 × 24 cm'],
    },
  ],
}
