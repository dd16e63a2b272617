/** Words of signatures that are a role, a department or a company rather than a person's name; folded, French and English. */

/** A department or team signs. */
export const TEAM =
  /\b(?:equipes?|team|service|services|support|departement|department|direction|relations? (?:client|clients|clientele|adherents?|membres?)|customer|client care|care|help ?desk|sav|apres-vente|assistance|pole|cellule|boutique|magasin|agence|store|crew|staff|conseillers|centre de relation|contact cent(?:er|re)|clientele|secretariat|accueil|administration|desk|office|experience client|satisfaction)\b/

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

/** Roles, departments, companies: never part of a name. */
export const ROLE_WORDS = words(`
  l'equipe equipe equipes team service services support client clients cliente clientele customer customers care relation relations conseiller conseillere conseillers conseil conseils charge chargee
  responsable manager director directeur directrice direction department departement sav apres-vente after-sales sales vente ventes commercial commerciale marketing agence boutique magasin store shop agent agente
  assistant assistante assistance technique technical technicien technicienne specialist specialiste advisor adviser associate representative rep executive officer coordinator coordinateur coordinatrice
  lead leader head chief senior junior expert experte consultant consultante gestionnaire attache attachee experience success happiness hero guru help helpdesk desk office pole cellule centre center
  company group groupe sa sas sarl eurl ltd limited inc llc plc gmbh france paris lyon marseille london uk votre notre our your the le la les un une l' secretariat accueil reception
  comptabilite facturation billing accounts accounting logistique logistics expedition livraison delivery qualite quality community digital web e-commerce ecommerce online internet satisfaction
  reclamations reclamation complaints litiges retours returns operations backoffice back-office administration hotline concierge conciergerie maison atelier galerie boulangerie cafe hotel restaurant telecom studio pharmacie librairie editions laboratoire laboratoires fabrique comptoir clinique garage auto mobilier market shop bakery crafts ville siege social mutuelle banque bank assurance
  founder fondateur fondatrice co-founder cofounder owner gerant gerante president presidente ceo cofondateur cofondatrice superviseur superviseuse supervisor teleconseiller teleconseillere hotesse
  vendeur vendeuse chef cheffe adjoint adjointe referent referente interlocuteur interlocutrice correspondant correspondante signe signed signature par by on behalf pour for`)

/** Capitalised words that stand in signing lines and are nobody's name. */
export const SIGNING_NOISE = words(`
  cordialement bien sincerement salutations merci thanks thank regards best kind warm bonjour hello dear cher chere tel telephone phone mobile fax email e-mail mail courriel site web www horaires hours
  lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday ps nb note envoye sent from mon my iphone android
  bonne belle excellente journee soiree bon week-end weekend a bientot au plaisir ref reference dossier ticket case n rue avenue boulevard street road place cs bp cedex siret rcs tva avec with
  sincerely yours cheers have suivez-nous follow retrouvez-nous facebook instagram twitter linkedin youtube adresse address veuillez je nous vous we you please attachment piece jointe pj cc to be of re fwd objet subject date
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september october november december cdt cdlt bav en what where when how if it is this that`)
