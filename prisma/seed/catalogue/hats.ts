import { draw, framed, inlaid } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const hats: Shelf = {
  slug: 'hufur',
  name: ['Húfur', 'Hats'],
  text: ['Með dúski eða án, með eyrum eða án. Alltaf úr ull.', 'With a pompom or without, with ear flaps or without. Always wool.'],
  vatRate: 24,
  kind: ['húfa prjónahúfa', 'hat beanie cap'],
  sizes: ['S/M', 'L/XL'],
  items: [
    {
      slug: 'vetrarsol',
      name: ['Vetrarsól', 'Winter sun'],
      text: [
        'Dúskhúfa með hvítum stjörnum á næturbláu og einum gulum þræði. Dúskurinn er stór og situr laust á. Fóðruð með mjúkri ull yfir eyrun.',
        'A pompom hat with white stars on night blue and a single yellow thread. The pompom is large and sits loose. Lined with soft wool over the ears.',
      ],
      price: 7900,
      weight: 120,
      drawing: draw('hat', 'night white glacier mustard', framed('star', 'tick'), { rib: 1, details: ['pompom'] }),
      stock: [14, 11],
    },
    {
      slug: 'bardi',
      name: ['Barði', 'Barði'],
      text: [
        'Svört kollhúfa með hvítum tönnum upp úr brettu stroffi. Hún er stutt og fellur þétt að höfði, eins og sjómenn vilja. Prjónuð úr tvinnuðu bandi sem þófnar ekki.',
        'A black watch cap with white teeth rising from a turned-up brim. Short and close to the head, the way fishermen like it. Knitted from plied yarn that will not felt.',
      ],
      price: 6500,
      weight: 90,
      drawing: draw('hat', 'black white ash', [band('tick', [0, 2, 1], 4), band('teeth', [0, 1, 2], 2), band('pair', [0, 2, 1], 2)]),
      stock: [20, 18],
    },
    {
      slug: 'laufey',
      name: ['Laufey', 'Laufey'],
      text: [
        'Laufblöð í rjómalit á birkigrænu, hringinn um höfuðið. Mjúkur léttlopi sem kitlar ekki nema fyrsta hálftímann. Passar við peysuna Botnsdal.',
        'Cream leaves on birch green, all the way round. Soft léttlopi that only tickles for the first half hour. Made to go with the sweater Botnsdalur.',
      ],
      price: 6900,
      weight: 100,
      drawing: draw('hat', 'birch cream lyme mustard', framed('leaf', 'dots'), { rib: 0 }),
      stock: [9, 12],
    },
    {
      slug: 'eyrnaskjol',
      name: ['Eyrnaskjól', 'Ear shelter'],
      text: [
        'Lambhúshetta er of mikið og húfa of lítið: þessi nær niður fyrir eyru og bindst undir höku. Hraunrauð með svörtu og hvítu. Snúrurnar eru fléttaðar í höndunum.',
        'A balaclava is too much and a beanie too little: this one comes down over the ears and ties under the chin. Lava red with black and white. The cords are braided by hand.',
      ],
      price: 8900,
      weight: 150,
      drawing: draw('hat', 'lava white black mustard', framed('snowflake', 'crosses'), { rib: 2, details: ['flaps', 'pompom'] }),
      stock: [6, 7],
    },
    {
      slug: 'kria',
      name: ['Kría', 'Arctic tern'],
      text: [
        'Hvít með svörtu og rauðu, eins og fuglinn; þeir sem hafa fengið hana í höfuðið skilja. Létt og fín, prjónuð á þrjá og hálfan. Þornar fljótt.',
        'White with black and red, like the bird; those who have been dived at will understand. Light and fine, knitted on 3.5 mm. Quick to dry.',
      ],
      price: 6900,
      weight: 85,
      drawing: draw(
        'hat',
        'white black lightgrey lava',
        [band('tick', [0, 2, 3], 1), band('zigzag', [0, 1, 3], 2), band('rising', [0, 1, 3], 3), band('check', [1, 0, 3], 0)],
        { rib: 0 },
      ),
      stock: [8, 3],
    },
    {
      slug: 'apalhraun',
      name: ['Apalhraun', 'Lava field'],
      text: [
        'Grófprjónuð húfa í gráu og mosagrænu, eins og gamalt hraun. Bandið er tvíþætt og flekkótt, svo engin er eins og önnur. Há og má bretta tvisvar.',
        'A chunky hat in grey and moss, like an old lava field. The yarn is two-stranded and flecked, so that no two are alike. Tall enough to turn up twice.',
      ],
      price: 7500,
      weight: 140,
      drawing: draw('hat', 'darkgrey lyme moss black', inlaid('mountains'), { rib: 0, details: ['heather'] }),
      stock: [5, 9],
    },
    {
      slug: 'lundi',
      name: ['Lundi', 'Puffin'],
      text: [
        'Svört, hvít og með rönd í nefsins litum. Vinsælust hjá þeim sem eru undir sex ára eða yfir sextugu. Dúskurinn þolir að haldið sé í hann.',
        'Black, white and a stripe in the colours of the beak. Most popular below six and above sixty. The pompom can take being held by.',
      ],
      price: 7500,
      weight: 115,
      drawing: draw(
        'hat',
        'black white ember mustard',
        [band('fence', [0, 1, 2], 2), band('chevron', [0, 2, 3], 2), band('diamonds', [0, 1, 2], 2)],
        { rib: 1, details: ['pompom'] },
      ),
      stock: [10, 4],
    },
    {
      slug: 'mjoll',
      name: ['Mjöll', 'Powder snow'],
      text: [
        'Hvítt á hvítu, nærri því: ljósgrá snjókorn sem sjást þegar komið er að. Óbleikt lambsband, það mýksta sem við eigum. Stór dúskur í sama lit.',
        'White on white, almost: pale snowflakes you see when you come close. Unbleached lambswool, the softest we have. A large pompom in the same shade.',
      ],
      price: 7900,
      weight: 110,
      drawing: draw('hat', 'white lightgrey ash glacier', framed('snowflake', 'dots'), { details: ['pompom'] }),
      stock: [7, 1],
    },
    {
      slug: 'varda',
      name: ['Varða', 'Cairn'],
      text: [
        'Mórauð húfa með rúnabekk sem enginn hefur enn lesið rétt. Þéttprjónuð, stutt og hlý yfir ennið. Fer vel undir hjálmi.',
        'Moorit brown, with a band of runes nobody has read correctly yet. Close-knit, short and warm over the brow. Fits under a helmet.',
      ],
      price: 5900,
      weight: 80,
      drawing: draw('hat', 'morautt oat cream ember', [
        band('line', [0, 1, 3], 3),
        band('runes', [0, 2, 3], 2),
        band('line', [0, 1, 3], 2),
        band('seeds', [0, 1, 3], 2),
      ]),
      stock: [12, 15],
    },
    {
      slug: 'lupina',
      name: ['Lúpína', 'Lupin'],
      text: [
        'Lúpínublá með ljósum rósum og krækiberjasvörtum kanti. Úrtakan í kollinum endar í blómi. Fyrir þá sem týna húfum en ekki þessari.',
        'Lupin blue with pale roses and a crowberry edge. The crown is decreased in a circle and ends as a flower. For those who lose hats, but not this one.',
      ],
      price: 6900,
      weight: 95,
      drawing: draw('hat', 'lupin fog cream crowberry', framed('rose', 'seeds'), { rib: 3 }),
      stock: [6, 6],
    },
    {
      slug: 'burhvalur',
      name: ['Búrhvalur', 'Sperm whale'],
      text: [
        'Djúpblá með hvítum öldum og engum dúski; hvalir hafa ekki dúska. Stroffið er tvöfalt og heldur í roki. Prjónuð á Húsavík.',
        'Deep blue with white waves and no pompom; whales have none. The double brim holds in a gale. Knitted in Húsavík.',
      ],
      price: 6500,
      weight: 105,
      drawing: draw('hat', 'atlantic white fjord black', framed('waves', 'line'), { rib: 0 }),
      stock: [0, 5],
    },
  ],
}
