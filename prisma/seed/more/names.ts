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

/** The n-th place, all different until the combinations run out and a number has to tell them apart. */
export function placeName(n: number): string {
  const all = first.length * second.length
  // A stride without a common factor visits every combination once, neighbours far apart.
  const at = (n * 787) % all
  const round = Math.floor(n / all)
  const name = `${first[at % first.length]}${second[Math.floor(at / first.length)]}`
  return round ? `${name} ${round + 1}` : name
}
