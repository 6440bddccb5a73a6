import type { Pair } from '../catalogue/item'

// Place names as Icelanders make them: what it was like or who was there, and what kind of land it is.

const first = `Hrafna Arnar Álfta Lamba Sauða Geita Folalda Hesta Kálfa Refa Laxa Silunga Keldu Mýra Holta Steina Kletta Hrauna Ísa Vetrar
  Sumar Norður Suður Austur Vestur Hvíta Svarta Rauða Græna Bláa Kalda Heita Djúpa Langa Breiða Stóra Litla Sela Hvala Kríu Lóu Spóa Svana Æðar
  Berja Birki Reyni Víði Lyng Mosa Sóleyjar Fífu Grasa Torfa Sanda Vatna Fossa Gilja Tinda Jökla`
  .trim()
  .split(/\s+/)

const second =
  `fell nes vatn dalur fjörður vík bakki holt hóll mýri sandur skarð staðir tunga vellir gil foss ey höfði tangi hlíð heiði múli gnúpur
  borg klettur ás bær gerði hvammur`
    .trim()
    .split(/\s+/)

// A place is never the same twice: what the weather, the light and the season make of it.
const moments = `í þoku,in fog|í snjó,in snow|að hausti,in autumn|að vetri,in winter|að vori,in spring|að sumri,in summer|í dögun,at dawn
  |í rökkri,at dusk|um nótt,at night|í tunglsljósi,by moonlight|í norðurljósum,under northern lights|í rigningu,in rain|í éljum,in snow showers
  |í logni,in still air|í hvassviðri,in a gale|í frosti,in frost|í hrími,in rime|í sólskini,in sunshine|í skugga,in shade|við sjó,by the sea
  |við á,by the river|við vatn,by the lake|við jökul,by the glacier|á heiði,on the heath|í hrauni,in the lava|í móa,on the moor
  |í mýri,in the marsh|í hlíð,on the slope|á sandi,on the sand|í fjöru,on the shore|í janúar,in January|í febrúar,in February|í mars,in March
  |í apríl,in April|í maí,in May|í júní,in June|í júlí,in July|í ágúst,in August|í september,in September|í október,in October
  |í nóvember,in November|í desember,in December|í byl,in a blizzard|í skafrenningi,in drifting snow|í hláku,in a thaw|í kulda,in the cold
  |í morgunsól,in morning sun|í kvöldsól,in evening sun|í súld,in drizzle|í hagléli,in hail|undir regnboga,under a rainbow
  |í miðnætursól,in the midnight sun|í réttum,at the round-up|um jól,at Yule|á þorra,in Þorri|á góu,in Góa|í sunnanátt,in a south wind
  |í norðanátt,in a north wind|í hafgolu,in a sea breeze|í kyrrð,in the quiet`
  .split('|')
  .map((pair) => pair.trim().split(',') as [string, string])

/** The n-th place, all different until the combinations run out and a number has to tell them apart. */
export function placeName(n: number): Pair {
  const all = first.length * second.length
  // A stride without a common factor visits every combination once, neighbours far apart.
  const at = (n * 787) % all
  const place = `${first[at % first.length]}${second[Math.floor(at / first.length)]}`
  const round = Math.floor(n / all)
  if (!round) return [place, place]
  const moment = moments[(round - 1) % moments.length] ?? ['', '']
  const again = Math.floor((round - 1) / moments.length)
  const number = again ? ` ${again + 1}` : ''
  return [`${place} ${moment[0]}${number}`, `${place} ${moment[1]}${number}`]
}
