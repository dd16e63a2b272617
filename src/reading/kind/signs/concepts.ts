/**
 * Notions of service mail and the stems that name them, in several languages at once: a sentence that uses other words for the same
 * thing shows the same notions, and what was learnt in one language serves the next. Stems stand folded (lower case, no accents); a
 * full stop ends a whole word. A word may name several notions.
 */

/** Stems by notion. */
const NOTIONS: Readonly<Record<string, string>> = {
  message:
    'messag mail. mails. e-mail email courriel courrier lettre. letter. correspond missive mot. note. demande. demandes. request requete sollicitation enquir inquir query queries question reclamation complain plainte formulaire form. submission ecrit. nachricht anfrage mensaje consulta solicitud messaggio richiesta bericht verzoek mensagem pedido contribution saisine signalement report. feedback anliegen words. contact.',
  receive:
    'recu. recue. recus. recues. recepti receiv receipt recei got. arriv parven enregistr logged. register record accus acknowledg pris. prise. atterri landed reached. reach. hand. erhalten eingegangen eingang recib recepc ricevut ricezione ontvang receb acus captee posse noted. saved.',
  ticket:
    'ticket dossier case. cases. incident fiche. file. reference referenc numero number. identifiant ref. immatricul recepisse vorgang ticketnummer expediente caso pratica zaak processo suivi. bearbeitungsnummer id. registre queue. file.',
  opened:
    'cree. creee. creat ouvert. ouverte. opened. open. raised. etabli attribue alloca generat assigne affecte erstellt angelegt creado abierto aperto aangemaakt aberto',
  thank: 'merci. remerci thank thanks. gre. grateful apprecia danke dank. gracias grazie bedankt obrigad cheers. ta.',
  reply:
    'repon reply replie respond respons retour. reviendr revien revenir recontact getback answer hear. touch. contact contacter contacterons repondr reprendr rappel nouvelles. antwort melden meldet respond contest rispond antwoord beantwoord respost ecrira. ecrirons. signe. write. written. shout. outcome. position. suite. update.',
  soon: 'bientot prochain soon. shortly. rapid vite. delai delais meilleur brefs plus-tot asap promptly heures. hours. hour. jours. jour. days. day. ouvre ouvres. ouvrable working. business. semaine. week. weeks. within. sous. dici. schnellst werktag stunden tage. horas. dias. giorni ore. dagen uur. uteis breve. kurze. moment. moments. minutes. quickly.',
  staff:
    'equipe conseiller. conseillere. conseillers. team. agent. agents. advis specialist collabor colleg colleag expert gestionnaire service. services. departement department member membre personne. someone. human. humain staff. mitarbeiter equipo equipa agente squadra medewerker consulent pole. responsable manager. handler. technicien.',
  treat:
    'trait examin etudi analys process review investig look. looking. handle dealt. deal. instruct considera penche verif check. checking. study. bearbeit prufen gepruft tratar revis esamin behandel anali cours. progress. working. prise. charge.',
  order:
    'ordre. order. turn. tour. chronolog affluence volume. demand. grand. nombre. busy. hectic. unusually. high. afflux attente. wait. patien bear. longer. allong retard delay',
  effort:
    'oeuvre. efforc strive endeavour aim. aims. mettons. mettre. bemuhen best. necessaire. priority. priorite promise promet promis. assure. rest.',
  automatic:
    'automat automate. robot machine. bot. genere. generee. generated. unattended. unmonitored monitored. monitor relevee. systeme. system. notification notif automatisch automatic',
  dont: 'pas. not. dont. never. jamais. nicht. kein. keine. niet. non. nao. sans. without. cannot. unable. impossible no. ne. inutile. nobody. personne. n.',
  sorry:
    'desol. desole. desolee. navre sorry apolog excus regret malheureu unfortun afraid. entschuldig lo-siento spiace helaas leider lamentablemente purtroppo inconven desagrement gene.',
  follow:
    'suivr suivre. track follow consult view. voir. visuali acced access espace. account. compte. portal portail tableau dashboard online. ligne. login. connect. connecter log. sign. app. appli application. kundenkonto area. profile. profil.',
  help: 'faq. faqs. aide. help. foire centre. center. article. articles. guide. tuto question frequent frequemment hilfe ayuda assist support. knowledge. page. rubrique',
  phone:
    'telephon phone. call. calls. appel appele appeler joindre joignable ring. ringing. numero. standard. tel. telefon llam chiam bellen ligar line. lines. hotline chat. switchboard',
  hours:
    'ouvert ouverture open. opening. hours. horaire lundi mardi mercredi jeudi vendredi samedi monday. tuesday. wednesday. thursday. friday. saturday. oeffnungs geoffnet feries. bank. holidays. weekend',
  urgent: 'urgen emergenc urgent. dringend urgente. sofort immediate immediat',
  absent:
    'absen conge. conges. vacanc vacation. holiday. holidays. leave. away. oof office. bureau. deplacement travelling traveling retour. return. back. abwesen urlaub fuori ferie. oficina. afwezig kantoor ausente ferias. maternit parental fermes. ferme. fermee. closed. fermeture closure shut. reouverture reopen injoignable unavailable indisponible',
  substitute:
    'remplac. remplacant cover. covering. collegue colleague interim backup. vertret deputy. meanwhile. interlocut',
  left: 'quitte. quitter. longer. anymore. ancien former. plus. leaving. left. retraite retired.',
  verify:
    'confirm verif valid authenti identif approv prove. prouver. proof. captcha. bestatig confirmar verificar bevestig debloqu unlock release. unblock',
  filter:
    'spam antispam indesir filtre filter junk. protect proteg quarant bloque held. retenu hold. blocked. liste. list. inconnu unknown. expediteur sender. whitelist allow. remis. delivered. deliver. distribu delivr sas. screen wartet. zugestellt',
  human: 'humain human. robot robot. person. personne. caracteres. characters. image. picture. captcha.',
  click: 'cliqu click lien. link. bouton. button. ci-dessous below. klick clic. clique. hier. here. ici. ouvrez.',
  rate: 'avis. note. notez. noter. evalu rate. rating. rated. survey enquete questionnaire sondage satisf feedback. opinion ressenti experience. recommand recommend score. scale. echelle etoile star. stars. bewert umfrage zufrieden encuesta valor opini sondaggio tevreden inquerito review. reviews. happy. think. pense. pensez. pouce. thumbs. likely. probab',
  minute: 'minute. minutes. minuten. instant. moment. seconds. courte. short. quick. rapide. few.',
  discount:
    'remise promo solde off. sale. deal. deals. offre. offres. offer. offers. save. saving. reduction discount rabais code. gratuit free. offert offerte offerts. cadeau gift. bon. voucher coupon rabatt angebot descuento oferta sconto korting desconto prix. price. prices. fidelite loyalty points. bonus win. gagn jeu. concours draw.',
  shop: 'collection nouveau. nouveaut new. arrival decouvr discover shop. shopping. boutique panier basket cart. achet buy. saison season tendance trend stock. selection favourite favorite coup. craque entdeck descubr scopri ontdek exclusi prive. privees.',
  subscribe:
    'desabon desinscri unsubscrib newsletter abonne. abonnes. subscrib inscrit preferences abmeld baja. cancella afmelden navigateur browser mailing.',
  purchase:
    'commande. commandes. order. orders. ordered. achat purchase bestell pedido ordine bestelling encomenda article. item. items. produit product. quantite qty. panier',
  ship: 'expedi ship. shipped. shipping. livr. livre. livraison livre livreur deliver. delivery. dispatch colis parcel package transport courier carrier tracking. entrepot warehouse. route. way. versand lieferung paket envio spedi verzonden',
  pay: 'paiement payment paid. pay. facture invoice bill. billing. montant amount total. ttc. prelev debit prelevement reglement regle. virement transfer. carte. card. bank. banque. rembours refund credit. echeance instal rechnung zahlung factura pago fattura betaling sous-total subtotal vat. tva. receipt. statement. releve.',
  account:
    'compte. account. accounts. mot. passe. password passwort contrasena wachtwoord senha inscription register. registration. sign-up utilisateur username user. identifiant activ activez konto cuenta profil connexion sign-in login. device. appareil. bienvenue welcome.',
  secret: 'code. code. verification. securite security. expire expires. otp. pin. valable. sms.',
  appointment:
    'rendez-vous rendez. appointment reserv booking. booked. booking. rdv. termin. cita. appuntamento afspraak billet ticket. train. vol. flight. seat. table. nuit. nights.',
  close:
    'clos. close. closed. cloture clotur ferme. resolu resolv solved. termine. complet. completed. classe. classee. geschlossen cerrad chius gesloten ended. wrapped',
  status:
    'statut status etat. state. change. changed. moved. evolue updated. mise. jour. maj. update. updated. passe. pending.',
  assign:
    'assign attribu affect. affecte fusion merge merged. regroup combin transfer. transfere. forward redirig redirect reorient reroute escalat niveau level. handed. confie. interlocuteur owner. joined. rejoint. routed.',
  address:
    'adresse address. boite. mailbox inbox. messagerie e-mail. postfach buzon casella mailbox. remplace. replaced. desactiv retired. utilis use. used. formulaire form. lue. read. surveill',
  secure:
    'securis secure chiffr encrypt coffre safe. confidenti protege. protected. portal. portail messagerie. mot. centre. digital. numerique sicher verschlussel',
  attached:
    'joint. jointe. jointes. joints. attach piece. pieces. enclosed enclose annex pdf. document. documents. anbei adjunto allegat bijlage anexo herewith please. trouverez ci-joint',
  call_us:
    'appell rappel. rappelle. rappellerai called. phoned. tried. tente. essaye. repondeur voicemail answerphone vocal ring. bell. rang. vive. voix. person.',
  displayed:
    'lu. lue. read. affiche. affichee. displayed. lecture gelesen leido letto gelezen lida opened. supprime. deleted. destinataire recipient. ordinateur computer. understood. compris.',
  want: 'souhait voudr aimer would. like. want. wish. veuillez please. pouvez. pourriez. could. can. possible. bitte por. favor. prego alstublieft',
  you_may: 'pouvez. can. may. possib could. puede konnen potete kunt pode',
  provide:
    'fournir. communiquer. transmettre. preciser. envoyer. envoyez. joindre. indiquer. indiquez. send. provide. include. share. supply. quote. rappeler. mention. bring. munir. pop.',
  grant:
    'acced accord. accorde. offre. crediter. credite. refunded. credited. geste. goodwill. compens rembourse. dedommag waive. waived. annule. cancelled. cancel. annuler. echange. exchange. replace. replacement. renvoie. resend. arranged. arrange. modifie. corrige. corrected. fixed. booked. sorted. regle. fait. done.',
  fact: 'est. sont. is. are. coute. costs. cost. existe. exists. dispon available. compatible. convient. fits. suitable. mesure. contient. contains. comprend. includes. inclus. included. fonctionne. works. tarif. prix. fee. frais. charge. gratuit. stock. delai. garantie warranty guarantee',
  yes: 'oui. yes. effectivement. indeed. absolutely. si. ja. bien. confirme. confirm. tout-a-fait absolument certainly. nope. non. no.',
  must: 'faut. devez. doit. must. need. needs. required. necessaire. suffit. enough. should. deposer. renvoyer. remplir. presenter. fill.',
  cause:
    'parce. because. car. since. due. raison. cause. erreur error. mistake. suite. apres. after. donc. so. therefore. comme. as. puisque. why. dou',
  refuse:
    'impossible. cannot. refus declin reject rejet unable. exclu. plus. discontinued. expired. expire. non-refundable remboursable. echangeable. hors. out. ni. aucun. rule. relever. relev',
  sell: 'entreprise. entreprises. company. companies. business. referenc google. seo. audit. website. site. partenar partner. prospect. marketing. solution. fabricant. manufactur factory. resell revend demo. proposition. proposal. quick. quinze. fifteen. call. echange. catalogue. leads.',
  internal:
    'reunion meeting. invitation invite. agenda calendar. compte-rendu minutes. conseil. salle. room. equipe. sauvegarde backup. quota. stockage storage. rapport report. serveur server. conditions. terms. policy. politique. confidentialite privacy. cv. candidature stage. internship. poste. application. vacancy.',
  family:
    'salut. coucou. maman. mum. photos. pictures. samedi. dimanche. sunday. bises. week-end. cine. cinema. anniversaire. birthday.',
}

const BY_STEM: ReadonlyMap<string, readonly number[]> = build()
const LONGEST_STEM = Math.max(...[...BY_STEM.keys()].map((stem) => stem.length))

function build(): Map<string, number[]> {
  const stems = new Map<string, number[]>()
  for (const [at, list] of Object.values(NOTIONS).entries())
    for (const stem of list.split(' ')) {
      const known = stems.get(stem) ?? []
      if (!known.includes(at)) stems.set(stem, [...known, at])
    }
  return stems
}

const NONE: readonly number[] = []
const MOST_KEPT = 20_000
const kept = new Map<string, readonly number[]>()

function lookUp(token: string): readonly number[] {
  const found = new Set<number>(BY_STEM.get(`${token}.`) ?? NONE)
  for (let length = Math.min(token.length, LONGEST_STEM); length >= 4; length--)
    for (const notion of BY_STEM.get(token.slice(0, length)) ?? NONE) found.add(notion)
  return found.size === 0 ? NONE : [...found]
}

/** Notions that a folded word names. */
export function notionsOf(token: string): readonly number[] {
  const known = kept.get(token)
  if (known) return known
  const found = lookUp(token)
  if (kept.size < MOST_KEPT) kept.set(token, found)
  return found
}
