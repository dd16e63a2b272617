/**
 * Acts by tense and person, whatever the verb: "je viens de décaler", "I've swapped", "vous seront restituées" tell of something
 * done or firmly announced unless the verb only receives, hands on or speaks. Open classes, so a weak sign: it decides where
 * nothing else in a letter does.
 */
import type { Place } from '../../text/find.js'

/** Verbs that settle nothing: receiving, noting, handing on, asking, speaking, feeling. Stems, folded. */
const HOLDING_FR =
  /^(?:recu|recev|not|enregistr|transm|transfer|fait suivre|suiv|demand|interrog|relanc|contact|sollicit|pris|prend|li[rs]|lu|compr|regard|essay|tent|constat|remarqu|vu|voir|eu|ete|pu|du|voulu|souhait|indiqu|precis|inform|communiqu|repond|dit|dire|expliqu|rappel|ecri|parl|signal|mention|evoqu|cherch|recherch|verifi|etudi|examin|analys|trait|appren|appris|regrett|remerci|apporte|adress|consult|decouv|decev|present|pens|cru|perdu|oubli|manqu|rencontr|subi|caus|retard|endommag|casse|achet|command|souscri|effectue (?:votre|cet) achat|ouvert|ouvrir|cree|attribu|assign|confi|remont|escalad|prevu|estim|invit|recontact|tenu|ten[iu]|donn)/
const HOLDING_EN =
  /^(?:received|noted|recorded|logged|registered|opened|raised|passed|forwarded|transferred|referred|escalated|assigned|handed|shared|asked|requested|contacted|called|emailed|e-mailed|messaged|checked|looked|tried|needed|wanted|wished|hoped|noticed|read|reviewed|investigated|understood|appreciated|apologi[sz]ed|mentioned|explained|advised|informed|told|replied|responded|answered|stated|learned|enjoyed|disappointed|caused|damaged|delayed|lost|missed|experienced|purchased|bought|ordered from|acknowledged|considered|concerned|saddened|pleased|delighted|used|involved|required|allowed|expected|estimated|located|found|identified|seen|heard|been|had|got|thought|thanked|listed|published|described|outlined|set out|explained|treated|affected|taken into|taken seriously|valued|based)\b/

/** Subject and auxiliary before the participle or infinitive. */
const LEAD_FR =
  /\b(?:(?:j'ai|nous avons|on (?:vous |t')?a) (?:(?:bien|deja|donc|aussi|egalement|tout|vite|simplement|directement|exceptionnellement|personnellement|vous|ce jour|ce matin) ){0,2}|(?:je viens|nous venons|on vient) de (?:vous |te |le |la |les |l')?|(?:a|ont) ete |(?:vous|te|lui) ser(?:a|ont) |je vous l'ai )/g
const LEAD_EN =
  /\b(?:i|we)(?:'ve| have|'m having| am having)?(?: (?:just|now|already|also|since|therefore|instead))? (?=[a-z]+ed\b|[a-z]+(?:en|wn|pt|ght|ade|one|ut)\b)|\b(?:has|have) (?:now |just |already )?been |\b(?:will|'ll) (?:now |then )?be (?=[a-z]+(?:ed|en|wn|pt|ght|ade|ut)\b)/g
const IRREGULAR_FR =
  /^(?:mis|remis|fait|refait|repris|rendu|offert|clos|resolu|inscrit|reduit|deduit|retabli|fini|etabli|rempli|vendu|fourni|garanti|averti|saisi|elargi|reuni|reparti|reussi|muni|joint|produit|construit|detruit|convenu|obtenu|retenu|maintenu|revenu|vaincu)(?:e?s?)$/

/** True for a French past participle or infinitive: the accent of the letter itself tells é from e. */
function isFrenchAct(raw: string, folded: string): boolean {
  if (HOLDING_FR.test(folded)) return false
  return /(?:é|ée|és|ées|er|ir)$/iu.test(raw) || IRREGULAR_FR.test(folded)
}

/**
 * Acts told in a piece of a letter.
 * @param raw the piece itself, folded unit for unit into `folded`
 * @param offset added to the places
 */
export function findActs(raw: string, folded: string, offset: number): Place[] {
  const acts: Place[] = []
  for (const match of folded.matchAll(LEAD_FR)) {
    const at = match.index + match[0].length
    const word = /^[a-z-]{3,20}/.exec(folded.slice(at, at + 24))?.[0] ?? ''
    if (word !== '' && isFrenchAct(raw.slice(at, at + word.length), folded.slice(at, at + 24)))
      acts.push({ start: offset + match.index, end: offset + at + word.length })
  }
  for (const match of folded.matchAll(LEAD_EN)) {
    const at = match.index + match[0].length
    const word = /^[a-z-]{3,20}/.exec(folded.slice(at, at + 24))?.[0] ?? ''
    if (/(?:ed|en|wn|pt|ght|ade|one|ut)$/.test(word) && !HOLDING_EN.test(folded.slice(at, at + 40)))
      acts.push({ start: offset + match.index, end: offset + at + word.length })
  }
  return acts
}

/** Who or what else may answer, and by which way. Nouns, folded. */
const CHANNEL_FR =
  /\b(?:guichets?|accueil|agences?|gares?|magasins?|boutiques?|service|services|site|page|portail|appli(?:cation)?|espace|courrier|telephone|numero|standard|hotline|plateforme|dos|verso|contrat|conditions|notice|livret|documentation|vendeurs?|fabricant|constructeur|prestataire|partenaires?|transporteur|assureur|assurance|courtier|syndic|mairie|prefecture|gestionnaire|bailleur|fournisseur|revendeur|distributeur|agents?|conseillers?|interlocuteur|adresse|rubrique|menu|parametres|reglages|permanence|bureau|direction|siege|medecin|avocat|mediateur|reseau|\d{2} \d{2} \d{2}|https?)\b/
/** Only they, only there; you must. */
const DIRECTED_FR =
  /\b(?:seule?s?|uniquement|exclusivement|seulement|qu'(?:au|en|a|aux|aupres|avec)|que (?:par|sur|dans|aupres|via|chez)|doi(?:t|vent)|devez|devrez|veuillez|merci de|il (?:vous )?(?:faut|faudra|convient)|(?:est|sont) a (?:[a-z]{4,14}(?:er|ir|re))|(?:saur(?:a|ont)|pourr(?:a|ont)|vous) (?:pouvez |pourrez |vous )?(?:renseigner|repondre|conseiller|guider|orienter|suivre|consulter|retrouver|trouver|obtenir|faire)|(?:rappele|mentionne|precise|indique|detaille|decrit|repris)(?:e?s)|figurent?|se trouve(?:nt)?|vous-meme|directement|aupres d|(?:toute?s?|les|vos|ces) (?:demandes?|contestations?|reclamations?|questions?|renseignements?|reponses?|informations?))\b/
const CHANNEL_EN =
  /\b(?:sellers?|retailers?|manufacturers?|agents?|counter|desk|branch|branches|stores?|shops?|office|website|site|page|app|settings|menu|section|conditions|terms|policy|handbook|booklet|brochure|leaflet|reverse|back of|small print|line|number|post|letter|council|contractors?|contracted out|outsourced|ltd|limited|plc|suppliers?|providers?|insurers?|landlord|bank|couriers?|carriers?|team|department|advis[eo]rs?|helpline|lines?|them|\d{5} ?\d{3}|form|portal|dashboard|account|ombudsman|dealer|distributor|https?)\b/
const DIRECTED_EN =
  /\b(?:only|must|ha(?:ve|s) to|need(?:s)? to|should|kindly|please|yourself|directly|(?:any|all|such) (?:queries|questions|complaints|requests|enquiries)|see|contracted out|outsourced|you can|may only|(?:will|can) (?:be able to |be happy to )?(?:advise|help|assist|tell|guide)|try (?:them|it|the)|the place|best person|the people)\b/
/** Our own doing or offer is no reference elsewhere. */
const OURS_HERE =
  /\b(?:je (?:peux|vais|m'en)|nous (?:allons|avons|vous)|i (?:can|will|have)|i'll|i've|we (?:have|will)|we've|we'll|reply|repond)\b/

/** Whether a sentence tells who else, or which way, is to be asked: a weak sign. */
export function refersElsewhere(folded: string): boolean {
  if (OURS_HERE.test(folded)) return false
  return (CHANNEL_FR.test(folded) && DIRECTED_FR.test(folded)) || (CHANNEL_EN.test(folded) && DIRECTED_EN.test(folded))
}
