/**
 * Roots of French words, cut deeper than Snowball's stems, which keep "-ons" and "-era" ("remboursons", "remboursera",
 * "remboursement": one root). For comparing two wordings of one matter only: roots are no words.
 */

/** Endings of verbs and of the nouns made from them, folded, longest first. */
const ENDINGS =
  'issements,issement,eraient,assions,erions,issons,issent,issait,ements,ations,itions,ateurs,erait,erais,eriez,erons,eront,ement,ation,ition,ateur,issez,antes,ances,ences,euses,ables,ibles,aient,erez,eras,ance,ence,euse,eurs,able,ible,ante,ants,ives,ions,era,erai,ees,eur,ive,iez,ons,ent,ant,ait,ais,ies,ira,ier,ee,es,er,ez,ir,ie,it,is,ifs,if,e,s,i'.split(
    ',',
  )
const LEAST_LETTERS = 4
/** A short word keeps three letters: "dues" and "dû" stay apart from "durer". */
const LEAST_OF_SHORT = 3

/** Root of a folded word. */
export function frenchRoot(word: string): string {
  const least = word.length <= 5 ? LEAST_OF_SHORT : LEAST_LETTERS
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= least)
  const root = ending === undefined ? word : word.slice(0, -ending.length)
  // "remplac(er)" and "remplaç(ons)", "appell(e)" and "appel(er)" meet; "envoy(er)" and "envoi".
  return root.replace(/(.)\1$/, '$1').replace(/y$/, 'i')
}
