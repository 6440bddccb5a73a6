import { draw, fadingYoke, openYoke, ringYoke } from '../../../lib/drawing/compose'
import { band } from '../../../lib/drawing/spec'
import type { Shelf } from './item'

export const sweaters: Shelf = {
  slug: 'lopapeysur',
  name: ['Lopapeysur', 'Lopi sweaters'],
  text: [
    'Hringprjónaðar peysur með útprjónuðu berustykki, úr íslenskum lopa.',
    'Knitted in the round with a patterned yoke, from Icelandic lopi.',
  ],
  vatRate: 24,
  kind: ['lopapeysa peysa', 'sweater jumper pullover'],
  sizes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  items: [
    {
      slug: 'hrafntinna',
      name: ['Hrafntinna', 'Obsidian'],
      text: [
        'Sauðsvört peysa með hvítu laufi um axlirnar, eins og nýfallinn snjór á hrauni. Prjónuð úr tvöföldum plötulopa, létt en þétt í sér. Sniðið er rúmt um bolinn og ermarnar ná vel fram á handarbak.',
        'Sheep-black, with a wreath of white leaves about the shoulders, like first snow on lava. Knitted from two strands of plate lopi, light yet dense. Roomy in the body, with sleeves that reach well over the wrist.',
      ],
      price: 34900,
      weight: 640,
      drawing: draw('sweater', 'black white ash lava', ringYoke({ large: 'leaf', edge: 'rays' }), { trim: [band('seeds', [0, 1, 3], 1)] }),
      stock: [3, 8, 14, 12, 6, 2],
    },
    {
      slug: 'kaldidalur',
      name: ['Kaldidalur', 'Kaldidalur'],
      text: [
        'Ljósgrá peysa með áttablaðarósum á bláu berustykki; litirnir eru sóttir í jökulvatnið. Léttlopi, prjónar númer fjögur og hálft. Fer jafn vel yfir skyrtu sem undir skel.',
        'Pale grey, with eight-petalled stars on a blue yoke; the colours are those of glacial water. Léttlopi on 4.5 mm needles. Works as well over a shirt as under a shell.',
      ],
      price: 32900,
      weight: 580,
      drawing: draw('sweater', 'lightgrey atlantic fjord white', ringYoke({ over: 'crosses', large: 'star', edge: 'teeth' }), {
        rib: 1,
        trim: [band('crosses', [0, 1, 2], 1)],
      }),
      stock: [5, 9, 11, 7, 4, 0],
    },
    {
      slug: 'sprengisandur',
      name: ['Sprengisandur', 'Sprengisandur'],
      text: [
        'Hvít peysa með mórauðu munstri, allt í sauðalitunum og ekkert litað. Hér er gamla lagið: hringprjón frá stroffi og upp, lykkjað saman undir höndum. Mýkist með hverjum þvotti.',
        'White with a moorit-brown pattern, all of it in the shades the sheep wear. Made the old way: in the round from the hem up, grafted under the arms. Softer with every wash.',
      ],
      price: 29900,
      weight: 620,
      drawing: draw('sweater', 'white morautt fawn oat', fadingYoke({ large: 'diamond', edge: 'tooth' }), {
        rib: 1,
        trim: [band('chevron', [0, 1, 2], 1)],
      }),
      stock: [4, 10, 15, 13, 8, 3],
    },
    {
      slug: 'nordurljos',
      name: ['Norðurljós', 'Aurora'],
      text: [
        'Geislar í jökulbláu og lúpínulit falla niður dimmblátt berustykki. Litirnir renna hver í annan með örfáum lykkjum, án þess að þráðurinn sé slitinn. Þunn, hlý og ótrúlega létt.',
        'Rays of glacier blue and lupin fall down a midnight yoke. The colours pass into each other over a few stitches without a single cut thread. Thin, warm and remarkably light.',
      ],
      price: 36900,
      weight: 540,
      drawing: draw('sweater', 'night glacier lupin lyme', openYoke({ over: 'tick', large: 'feather', under: 'wave', edge: 'icicle' }), {
        trim: [band('wave', [0, 2, 3], 1)],
      }),
      stock: [2, 6, 9, 8, 5, 1],
    },
    {
      slug: 'eldgja',
      name: ['Eldgjá', 'Eldgjá'],
      text: [
        'Hraunrauð rönd brýst upp úr dökkgráu, eins og sprungan sem peysan heitir eftir. Prjónuð úr Álafosslopa, þykkum og grófum, fyrir þá sem standa úti. Hár kragi sem má bretta.',
        'A lava-red seam breaks through dark grey, like the fissure it is named after. Knitted from Álafoss lopi, thick and rugged, for those who stay outside. The tall collar folds down.',
      ],
      price: 37900,
      weight: 820,
      drawing: draw('sweater', 'darkgrey lava mustard black', ringYoke({ over: 'zigzag', large: 'mountains', edge: 'drip' }), {
        rib: 3,
        trim: [band('zigzag', [0, 1, 2], 1)],
        details: ['rolled', 'heather'],
      }),
      stock: [0, 4, 7, 9, 6, 4],
    },
    {
      slug: 'lyngheidi',
      name: ['Lyngheiði', 'Heather moor'],
      text: [
        'Mosagræn peysa með beitilyngi í blóma á öxlunum. Litirnir eru fundnir á einum lófastórum bletti í Þingvallahrauni. Aðsniðin í mitti og aðeins síðari að aftan.',
        'Moss green, with heather in flower across the shoulders. Every shade was found on one hand-sized patch of the Þingvellir lava. Shaped at the waist and a little longer behind.',
      ],
      price: 33900,
      weight: 570,
      drawing: draw('sweater', 'moss cream heather crowberry', openYoke({ over: 'seeds', large: 'lyng', under: 'dots', edge: 'hail' }), {
        rib: 3,
        trim: [band('seeds', [0, 1, 2], 1)],
      }),
      stock: [4, 7, 10, 6, 3, 1],
    },
    {
      slug: 'huginn',
      name: ['Huginn', 'Huginn'],
      text: [
        'Hrafnar á flugi hringinn um hálsinn, svartir á öskugráu. Sagt er að annar muni og hinn hugsi; hér er sá sem hugsar. Mjúkur léttlopi og stutt stroff.',
        'Ravens fly round the neck, black on ash grey. One remembers and the other thinks, they say; this is the one that thinks. Soft léttlopi with short ribbing.',
      ],
      price: 35900,
      weight: 590,
      drawing: draw('sweater', 'ash black white darkgrey', openYoke({ over: 'tick', large: 'ravens', under: 'fence', edge: 'teeth' }), {
        rib: 1,
        trim: [band('tick', [0, 1, 2], 1)],
        details: ['heather'],
      }),
      stock: [1, 5, 8, 8, 4, 2],
    },
    {
      slug: 'austurvollur',
      name: ['Austurvöllur', 'Austurvöllur'],
      text: [
        'Bæjarpeysan: Atlantshafsblá með rjómahvítum rósum, prjónuð fínt úr einföldum plötulopa. Hún situr nær líkamanum en hinar og fer undir jakka. Stroffið er hátt og heldur lögun.',
        'The town sweater: Atlantic blue with cream roses, knitted fine from single plate lopi. It sits closer than the others and goes under a jacket. Deep ribbing that keeps its shape.',
      ],
      price: 31900,
      weight: 480,
      drawing: draw('sweater', 'atlantic cream glacier mustard', ringYoke({ over: 'dots', large: 'rose', edge: 'tooth' }), {
        trim: [band('diamonds', [0, 1, 3], 1)],
      }),
      stock: [6, 11, 12, 9, 3, 0],
    },
    {
      slug: 'gullfoss',
      name: ['Gullfoss', 'Gullfoss'],
      text: [
        'Sinnepsgul peysa með löngum taumum sem steypast niður berustykkið. Gula litinn gefa birkilauf og laukhýði saman. Rúm og síð, með vasa í hliðarsaumi.',
        'Mustard yellow, with long streams that plunge down the yoke. The yellow comes from birch leaves and onion skin together. Roomy and long, with a pocket in the side seam.',
      ],
      price: 33900,
      weight: 630,
      drawing: draw('sweater', 'mustard white rust morautt', ringYoke({ over: 'chevron', large: 'waves', edge: 'rays' }), {
        rib: 3,
        trim: [band('wave', [0, 1, 3], 1)],
      }),
      stock: [2, 5, 7, 7, 5, 2],
    },
    {
      slug: 'botnsdalur',
      name: ['Botnsdalur', 'Botnsdalur'],
      text: [
        'Birkigræn peysa með ljósum laufum sem vísa hvert á annað. Munstrið er endurprjónað eftir ljósmynd frá 1957 og hefur engu tapað. Traust hversdagspeysa.',
        'Birch green with pale leaves that answer one another. The pattern was knitted anew from a photograph of 1957 and has lost nothing. A steady everyday sweater.',
      ],
      price: 29900,
      weight: 600,
      drawing: draw('sweater', 'birch oat lyme cream', openYoke({ over: 'hourglass', large: 'leaf', under: 'pair', edge: 'scallop' }), {
        rib: 0,
        trim: [band('hourglass', [0, 1, 3], 1)],
      }),
      stock: [3, 6, 9, 9, 7, 4],
    },
    {
      slug: 'fannhvit',
      name: ['Fannhvít', 'Snowdrift'],
      text: [
        'Snjókorn í ljósgráu á hvítum grunni; munstrið sést best í lágri sól. Bandið er óbleikt og lyktar enn aðeins af kind. Sparileg peysa sem þolir að vera notuð.',
        'Snowflakes in pale grey on white; the pattern shows best in low sun. The yarn is unbleached and still smells faintly of sheep. A Sunday sweater that does not mind being worn.',
      ],
      price: 32900,
      weight: 560,
      drawing: draw('sweater', 'white ash lightgrey glacier', openYoke({ over: 'dots', large: 'snowflake', under: 'pair', edge: 'hail' }), {
        trim: [band('dots', [0, 1, 2], 1)],
      }),
      stock: [5, 9, 9, 5, 1, 0],
    },
    {
      slug: 'reykjanes',
      name: ['Reykjanes', 'Reykjanes'],
      text: [
        'Þrír gráir tónar og einn ryðrauður, hver hæðin á bak við aðra. Munstrið er teiknað eftir útsýninu frá Keili til suðurs. Rúmt hálsmál, prjónað með tvöföldum kanti.',
        'Three greys and one rust, ridge behind ridge. The pattern was drawn from the view south of Keilir. A generous neckline, knitted double at the edge.',
      ],
      price: 30900,
      weight: 610,
      drawing: draw('sweater', 'darkgrey ash lightgrey rust', fadingYoke({ large: 'mountains', edge: 'teeth' }), {
        rib: 0,
        trim: [band('peaks', [0, 3, 2], 1)],
      }),
      stock: [2, 6, 10, 12, 9, 5],
    },
    {
      slug: 'berjamor',
      name: ['Berjamór', 'Berry picking'],
      text: [
        'Krækiber og bláber á dökkvínrauðum grunni, í peysu sem þolir blettina. Léttlopi í fimm litum og hvergi fleiri en tveir í umferð. Ermarnar eru víðar að ofan og mjókka fram.',
        'Crowberries and bilberries on a wine-dark ground, in a sweater that forgives stains. Léttlopi in five shades, never more than two to a round. Sleeves full above and tapered below.',
      ],
      price: 33900,
      weight: 580,
      drawing: draw(
        'sweater',
        'crowberry fog lupin heather cream',
        openYoke({ over: 'lice', large: 'lyng', under: 'seeds', edge: 'drip' }),
        {
          rib: 0,
          trim: [band('seeds', [0, 1, 3], 1)],
        },
      ),
      stock: [1, 4, 6, 6, 2, 1],
    },
    {
      slug: 'rettir',
      name: ['Réttir', 'Round-up'],
      text: [
        'Kindur í röð um axlirnar og stefna allar heim. Prjónuð í gangnalitunum: mórauðu, hvítu og dálitlu af haustrauðu. Sterkur lopi sem tekur vel við rigningu.',
        'Sheep in a row about the shoulders, every one of them heading home. Knitted in the colours of the September round-up: moorit, white and a little autumn red. Sturdy lopi that takes rain well.',
      ],
      price: 38900,
      weight: 690,
      drawing: draw('sweater', 'morautt white ember black', openYoke({ over: 'zigzag', large: 'sheep', under: 'fence', edge: 'teeth' }), {
        rib: 0,
        trim: [band('fence', [0, 2, 3], 1)],
        details: ['heather'],
      }),
      stock: [0, 0, 0, 0, 0, 0],
    },
    {
      slug: 'snaefell',
      name: ['Snæfell', 'Snæfell'],
      text: [
        'Jökulblá peysa með snjókornum á hvítum kraga og grýlukertum niður úr. Prjónuð fyrir börn sem eru orðin fullorðin og vilja sömu peysuna aftur. Víð um hálsinn og mjúk við hökuna.',
        'Glacier blue, with snowflakes on a white yoke and icicles below. Made for children who grew up and wanted the same sweater back. Wide at the neck and soft against the chin.',
      ],
      price: 30900,
      weight: 550,
      drawing: draw('sweater', 'glacier white fjord night', ringYoke({ over: 'crosses', large: 'snowflake', edge: 'icicle' }), {
        rib: 3,
        trim: [band('crosses', [0, 1, 3], 1)],
      }),
      stock: [4, 8, 9, 5, 3, 2],
    },
  ],
}
