/**
 * Function words of the languages that customer mail of the studies comes in: articles, pronouns, prepositions, auxiliaries.
 * Short letters hold few letter sequences but always some of these; words that two of the languages share are left out.
 */

/** Function words by ISO 639-1 code, lower case, as written (accents kept). */
export const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'le les une des du au aux et ou où est êtes sont suis avez avons ont être avoir été nous vous il elle ils elles je votre vos notre nos leur leurs ce cet cette ces qui que quoi dont pour par sur dans avec sans chez pas ne plus mais donc car si très bien bonjour merci cordialement à é d l n qu c j s aussi tout tous toute toutes quel quelle lors afin dès peut pouvez pouvons sera seront faire fait deux jour jours'.split(
      ' ',
    ),
  ),
  en: new Set(
    "the a an and is are was were be been being have has had do does did not we you he she they it its it's i my your our their this that these those which who what when where with without from for of to at by on in as or but if so can could will would shall should may might please thank thanks hello dear hi regards kind there here about any all also only just more than then them him her us".split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem ein eine einen einem einer und oder ist sind war wir sie ihr ihre ihren ihnen uns unser unsere ich nicht kein keine mit für auf von zu zum zur bei nach aus über unter wird werden wurde haben hat kann können bitte vielen dank sehr geehrte freundlichen grüßen auch noch nur wenn dass als wie'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el los las una unos unas y es son está están hemos ha han ser usted ustedes nosotros su sus nuestro nuestra que quien por para con sin sobre pero muy más gracias hola estimado estimada saludos del al lo le les no sí cuando como donde puede pueden podemos esta este estos estas su'.split(
      ' ',
    ),
  ),
  it: new Set(
    'il lo gli i un uno una della dello delle degli dei del nel nella è sono siamo abbiamo ha hanno che chi non per con senza ma anche molto più grazie gentile cordiali saluti la le suo sua suoi nostro nostra questo questa questi può possiamo come quando dove alla al dal dalla ci vi'.split(
      ' ',
    ),
  ),
  nl: new Set(
    'de het een en van is zijn was wij we u uw uw je jij hij zij ze ons onze niet geen met voor op te tot bij naar uit over wordt worden hebben heeft kan kunnen maar ook nog als dat deze dit die er om aan bedankt vriendelijke groet geachte'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'o os as um uma uns umas e é são está estão temos foi ser você vocês nós seu sua seus suas nosso nossa que quem por para com sem sobre mas muito mais obrigado obrigada olá cumprimentos do da dos das no na nos nas ao à não sim quando como onde pode podem podemos esta este'.split(
      ' ',
    ),
  ),
}
