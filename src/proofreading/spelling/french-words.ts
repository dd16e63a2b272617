/** French word lists that no dictionary holds: abbreviations of letters, and English words that French letters misspell into. */

/** Abbreviations written in lower case (Lexique des règles typographiques en usage à l'Imprimerie nationale, and the usage of customer services). */
export const FRENCH_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `bis ter quater quinquies sexies septies octies nonies decies undecies duodecies gouv svp stp cdt cdlt bjr slt rdv tel tél réf ref dpt dept nb nbre qté qte obs env max min mini maxi hors ttc ht tva cb sav
  rib iban bic pdf sms mms usb gps led lcd hdmi ssd dvd cd id ok ps pj cf ex etc adr appt apt bât bat bd bld bvd av chq ccp cgv cgu rgpd cnil
  fr com net org www http https url html mdp pb pbs ht pce pcs num tph mob vol hab resp resp. sté ste ets cie sarl sas eurl sci
  kg km cm mm ml cl dl ko mo go kwh kva wh mah ghz mhz dpi px min sec hrs max janv févr fév avr juil sept oct nov déc lun mar mer jeu ven sam dim`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * English spellings of words that French writes otherwise: right in English, mistakes in a French letter. Other English
 * words in a French letter are foreign words, not misspellings.
 */
export const ENGLISH_LOOKALIKES: ReadonlySet<string> = new Set(
  `address addresses adress agreement agreements appartment apartment apartments attached bagage baggage bagages balance calendar
  carrot career careers carrier character characters choose colleague colleagues comfort comfortable comfortably committee community companion
  competition connection connections connected correct correctly correspondence correspondent credit cycle dance danger department departments develop developed
  development developments delay delays delicate different difference directly effect effective effectively electronic electronically enclosed enterprise envelope
  envelop envelopes exact exactly example examples exercise exercises expense expenses familiar favorable favor future future garanty guarantee guaranty
  group groups hazard immediate immediately independent independence inform information informatic insurance interest interested interests interview
  language languages letter letters literature lodge license licence logic mail marriage material materials medicine method methods mirror modern
  music necessary negotiation negotiate object objects objection office official operator organize organized original package packages paper parcel
  personal personally personality personnaly perfect perfectly person phone picture possibility president pretext previous price product products problem problems
  program programs progress project projects property proposition publicity quality quantity question rapidity reason reception recommend recommended recommendation recommendations
  record reduction refuge rembourse rent request requests reserve resource resources respect respond response responsible responsibility result results reunion
  route security sentence service shock signal simple sincere sincerely society special statute street student subject subscription success syrup system systems
  technical telephone term terms tariff text theatre third title total traffic traffics treatment transaction transfer transferred usual utility vehicle verify verification
  visit visitor voice voyage vulnerable hotel hospital forest interest host cost mast feast beast honest coast roast august agenda`
    .split(/\s+/)
    .filter(Boolean),
)
