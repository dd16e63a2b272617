/** Speech acts in French customer mail. Wording of our own, after the usual formulas of French customer services. */
import type { ActPatterns } from './act.js'

const REQUEST =
  '(?:demande|message|mail|e-?mail|courriel|requete|question|reclamation|formulaire|ticket|sollicitation|courrier|correspondance|lettre|requisition|prise de contact|dossier)'

export const FRENCH_ACTS: readonly ActPatterns[] = [
  {
    act: 'absence',
    patterns: [
      /\bje (serai|suis) (de|a) nouveau (joignable|disponible|present|au bureau|en poste|parmi)|\bje (reprends?|reprendrai)\b[^.]{0,30}\b(lundi|mardi|mercredi|jeudi|vendredi|le \d|mes fonctions|mon poste|le travail)/,
      /(^|[\s,.]|je (suis|serai) )(actuellement )?(absente?|en (conges?|formation|deplacement|vacances)),? [^.]{0,90}\b(je ne (consulte|lis|releve|traite|peux)\b[^.]{0,20}\b(messages?|messagerie|mails?|e-?mails?|courriels?)|des mon retour)/,
      /\b(je|il|elle) ne (travaille|fais|fait) plus (partie )?(chez|a |au |pour|dans|de (la|l'|cette|notre))|\bj'ai quitte (l'entreprise|la societe|mes fonctions)|\b(ne (consulte|lis|releve) pas|sans acces a) (ma|mes) (messagerie|boite|mails|e-?mails|courriels)\b/,
      /\b(je suis|je serai|etant) (actuellement |presentement )?(absente?|en conges?|en vacances|en deplacement|en formation|hors du bureau|en arret|injoignable|indisponible|en rtt)\b/,
      /\b(absente?|en conges?|en vacances|hors du bureau|indisponible)[^.]{0,40}\b(jusqu'?au|du \d|de retour|a partir du|inclus)/,
      /\b(je (suis|serai) de retour|(de|mon) retour (le|au bureau|lundi|mardi|mercredi|jeudi|vendredi)|a mon retour|(pendant|durant) mon absence|en mon absence|absence du bureau|acces limite a (ma|mes) (messagerie|mails|e-?mails)|conge (de )?(maternite|paternite|maladie|parental))/,
      /\b(nos (bureaux|services|equipes|magasins)|notre (service( client(s|ele)?)?|entreprise|societe|boutique|atelier|etablissement|equipe)|nous)\b[^.]{0,30}\b(sont|est|sera|seront|serons|sommes) (exceptionnellement |actuellement )?(ferme(e?s?)|en conges?)\b/,
      /\b(est|sommes|sera|serons|sont|seront) (exceptionnellement |actuellement )?fermee?s? (pour (les )?(conges|vacances|inventaire|fetes)|du \d|jusqu)/,
    ],
    examples: [
      "Je suis actuellement absente du bureau jusqu'au 12 mars.",
      'Je serai de retour le 3 septembre.',
      'Nos bureaux sont fermés du 24 décembre au 2 janvier.',
    ],
  },
  {
    act: 'challenge',
    patterns: [
      /\b(reconnue?|identifiee?|enregistree?|valide|accepte)\b[^.]{0,20}\bcomme expediteur\b|\bexpediteur (legitime|autorise|verifie|approuve|de confiance)\b/,
      /\b(n'accepte|ne recois|n'accepte que|ne recoit|n'autorise)\b[^.]{0,20}\b(que|uniquement)\b[^.]{0,40}\b(messages?|mails?|e-?mails?|courriels?|expediteurs?)\b/,
      /\b(messagerie|boite|adresse|serveur|compte)\b[^.]{0,40}\bprotegee?s? (contre|par)\b[^.]{0,40}\b(spams?|pourriels?|indesirables|anti-?spam|filtre)/,
      /\b(pour|afin) que (votre|ce|le|vos) (message|mail|e-?mail|courriel)s?\b[^.]{0,40}\b(parvien|soit (remis|delivre|distribue|transmis|accepte)|arrive)[^.]{0,60}\b(cliqu|confirm|lien|valid|recopi)/,
      /\b(verifier|confirmer|prouver|assurer|attester)\b[^.]{0,20}\b(que vous )?(n'etes|n'est) pas un (robot|automate)/,
      /\b(confirmer|prouver|verifier|attester)[^.]{0,60}(etes (bien )?(un humain|une personne|l'expediteur|l'auteur|son auteur|a l'origine)|pas un robot|etes humain)/,
      /\b(verifie|verifions|controle|controlons|filtre|filtrons) (l'identite de |l'adresse de )?(l'|les |tous les |chaque |nos )?(nouvel |nouveaux )?expediteurs?\b/,
      /\b(votre (message|mail|e-?mail|courriel)|le message)[^.]{0,50}(en attente|en quarantaine|retenu|bloque|stoppe)[^.]{0,80}(authentifi|valid|confirm|identifi|cliqu)/,
      /\b(cliqu|authentifi|identifi)[^.]{0,80}(pour (que|debloquer|liberer|valider|delivrer|remettre)|afin (que|de))[^.]{0,40}(message|mail|expediteur|destinataire|remis|delivre|distribue)/,
      /\b(mailinblack|altospam|solution anti-?spam|protection anti-?spam|systeme anti-?spam)\b/,
      /\bpremiere fois que vous (m'|nous )?(ecrivez|envoyez|contactez)/,
    ],
    examples: [
      "Veuillez cliquer sur ce lien afin de confirmer que vous êtes bien l'expéditeur.",
      'Votre message est en attente : authentifiez-vous pour le remettre à son destinataire.',
      "Merci de confirmer que vous êtes bien l'auteur de cet envoi.",
      'Notre serveur contrôle chaque nouvel expéditeur.',
    ],
  },
  {
    act: 'survey',
    patterns: [
      /\b(attribu|donn|mett)\w{1,3}(-nous)? (-?nous )?une (note|appreciation)\b|\bnote (de|entre) (0|1|un|zero) ?(\([^)]{0,40}\) ?)?(a|et) (5|10|cinq|dix)\b/,
      /\b(laiss(ez|er)|depos(ez|er)|publi(ez|er)|redig(ez|er)|donn(ez|e|er)) (nous )?(un|votre|ton|mon) avis\b|\b(tres|plutot|pas|peu) satisfaite?\b[^.]{0,10}[|/-][^.]{0,20}\bsatisfaite?\b/,
      /\b(reponds|repondre|repondez) (a|au|aux) (notre |ce |un )?(court |bref )?(questionnaire|sondage|enquete)|\brecueillir (votre|vos) (avis|impressions?|opinion)/,
      /\b(enquete|questionnaire|sondage)\b[^.]{0,40}\b(satisfaction|qualite|minutes?|avis|client)|\bsatisfaction\b[^.]{0,40}\b(enquete|questionnaire|sondage)/,
      /\b(notez|evaluez|noter|evaluer)\b[^.]{0,50}\b(echange|reponse|service|conseiller|experience|conversation|prestation|interaction|satisfaction|qualite)/,
      /\b(votre|vos) avis (nous |est |compte|sur |nous est )|donnez(-nous)? votre avis|partagez votre (avis|experience)|recommanderiez-vous|qu'(avez|as)-(vous|tu) pense|que pensez-vous|comment (evaluez|noteriez|jugez|evalueriez)-vous|quelle note|etes-vous satisfaite?|sur une echelle de|aidez-nous a (nous )?ameliorer|etiez-vous satisfaite?/,
      /\bavez-vous ete (bien )?(satisfaite?|conseillee?|aidee?)|repondre a (ces|quelques|notre|\w+ petites) (questions?|enquete|questionnaire)|(cliquez|choisissez)[^.]{0,40}(note|etoile|smiley)/,
    ],
    examples: [
      'Notez votre échange avec notre conseiller.',
      'Votre avis nous intéresse !',
      'Sur une échelle de 0 à 10, recommanderiez-vous notre marque ?',
    ],
  },
  {
    act: 'promotion',
    patterns: [
      /\b(code promo|soldes|vente privee|ventes flash|offre (speciale|exclusive|limitee|du moment|de bienvenue)|profitez(-en)?|livraison offerte des|nouvelle collection|nouveautes|bons? plans?|black friday|derniere chance|jusqu'?a -?\d+ ?%|-\d+ ?%|\d+ ?% (de (remise|reduction)|sur (tout|vos|votre|la))|j'en profite|je decouvre|shoppez|abonnez-vous|jeu concours|tentez de gagner|voir (la version|dans le navigateur|en ligne)|se desinscrire|se desabonner|desabonnement|newsletter|decouvrez (nos|notre|la|les|vite))\b/,
    ],
    examples: [
      "Profitez de -20 % sur toute la collection jusqu'à dimanche.",
      'Si vous ne souhaitez plus recevoir notre newsletter, cliquez ici pour vous désabonner.',
    ],
  },
  {
    act: 'promise',
    patterns: [
      /\b(fait|font|fera) (actuellement )?l'objet d'une? [^.]{0,20}\b(examen|etude|analyse|instruction|traitement|attention)\b|\bvous en (communiquer|tiendr|informer)(a|ont|ons|ai)\b/,
      /\b(elle|il|celle-ci|celui-ci) (sera|va etre) (bien |rapidement )?(traitee?|etudiee?|examinee?|analysee?|prise? en (charge|compte)|lue?)\b[^.]{0,60}\b(delais?|jours?|heures|semaine|rapidement|prochainement|attention|ordre|soin|interet)/,
      /\b(vous|te|y|leur) (repondr(a|ons|ont|ai)|apporter(a|ons|ont|ai)|recontacter(a|ons|ont|ai)|contacter(a|ons|ont|ai)|rappeller(a|ons|ont|ai)|rappelera|rappelerons|donner(a|ons|ont|ai) (une )?(reponse|suite)|adresser(a|ons|ont|ai) (une )?reponse|fer(a|ons|ont|ai) (un )?retour|tiendr(a|ons|ont|ai) (informee?s?|au courant)|fournir(a|ons|ont) (une )?reponse|ecrir(a|ons|ont|ai))\b/,
      /\b(reviendr(a|ons|ont|ai)|reviens|revient|revenons|reprendr(a|ons|ont|ai)|prendr(a|ons|ont|ai)) (contact |attache )?(vers|avec|aupres de) (vous|toi)|\bne manquer(ai|ons|ont|a) pas de (vous )?(revenir|repondre|tenir|recontacter|apporter|contacter|donner)/,
      /\b(vous (recevrez|obtiendrez|aurez)|recevrez)[^.]{0,50}\b(reponse|retour|nouvelles|e-?mail|mail|appel)\b|\bvous serez (re)?contactee?s?\b|\bnous (vous )?donnerons suite\b/,
      new RegExp(
        `\\b${REQUEST}s?\\b[^.]{0,70}\\b(sera|seront|va etre|vont etre|est|sont|ont ete|a ete) (bien )?(traite|prise? en charge|etudie|examine|analyse|repondu|en cours|transmis|dirige|confie|affecte|attribue|oriente|lu)`,
      ),
      /\bvous (en |le |la |les )?(communiquer|transmettr|informer|adresser|enverr|fer|donner)(a|ons|ont|ai)\b[^.]{0,70}\b(des que|prochainement|dans les (meilleurs|plus brefs)|au plus vite|a l'issue|bientot)/,
      /\b(traiter(a|ons|ont|ai)|traitons|etudier(a|ons|ont|ai)|examiner(a|ons|ont|ai)|prendr(a|ons|ont) en charge)\b[^.]{0,40}\b(demande|message|mail|dossier|courriel|question|reclamation|requete)/,
      /\b(nous nous efforcons|nous faisons|nous mettons|s'efforce(nt)?|font|fait|met|mettent|ferons|mettrons)\b[^.]{0,60}\b(de (vous )?repondre|vous repondre|repondre (a (votre|chacun|toutes?|tous)|dans|au plus|rapidement|le plus)|apporter une (reponse|solution)|traiter)|\bfont le maximum\b|\bfaisons (tout )?(notre|le) (possible|maximum)\b/,
      /\b(un(e)?|notre|nos|l'un(e)? de nos|mon|ma|le|la|les)\b[^.]{0,60}\b(conseillere?s?|equipe|service|collegue|collaborat(eur|rice)s?|agents?|experts?|interlocut(eur|rice)|specialiste|responsable)\b[^.]{0,80}\b(repondra|repondront|reviendra|reviendront|contactera|recontactera|prendra|prendront|traitera|traiteront|apportera|recontacteront|va (vous )?(repondre|revenir|traiter|etudier|prendre|contacter|recontacter)|vont (vous )?(repondre|revenir|traiter)|reprendra)/,
      /\b(reponse|retour)\b[^.]{0,60}\b(dans les (meilleurs|plus brefs) delais|sous \d|au plus vite|des que possible|dans un delai|sous (24|48|72)|tres (rapidement|prochainement)|rapide(ment)?)/,
      /\b(je|nous|on) (transmets|transmettons|transfere|transferons|fais suivre|faisons suivre|l'ai transmis|l'avons transmis|ai transmis|avons transmis)\b[^.]{0,80}\b(service|equipe|collegue|responsable|personne|departement|qui|demande|message|mail)/,
      /\b(je|nous) (m'en|nous en) occup(e|ons)\b|\b(je|nous) (regarde|regardons|me penche|nous penchons)[^.]{0,40}(au plus vite|rapidement|des que)/,
      /\b(je|nous|on) (vous|te) (repond(s|ons)?|recontact(e|ons)|rappel(le|ons)|tien(s|t|ons) (au courant|informee?s?))\b[^.]{0,40}(vite|rapidement|bientot|informee|des que|sous|dans|demain|ce soir|au plus|prochainement|courant|lundi|informe)/,
      /\b(elles?|ils?|vos (remarques|commentaires|observations|elements|informations)|ces (remarques|elements|informations))\b[^.]{0,40}\b(ont ete|a ete|seront|sera) (bien )?(communiqu|transmis|remont|partag|relay|adress)/,
      /\b(equipes?|conseill\w{2,5}|service[^.]{0,20}|conseillers) (vous|te) (repond(ent)?|recontacte(nt)?|revien(t|nent))\b/,
      /\b(equipe|service|conseillere?|collegue|nous|on|je|s)\b[^.]{0,30}\b(etudi(e|ons|ent)|examin(e|ons|ent)|analys(e|ons|ent)|pren(d|ons|nent) connaissance)\b[^.]{0,20}\b(votre|vos|ta|la|chaque) (demande|dossier|message|mail|reclamation|requete|question)|\breponse vous (parviendra|sera|est)\b|\b(demande|dossier|reclamation)\b[^.]{0,30}\ben attente\b|\b(demande|dossier|message|question) (a ete|est) (bien )?transfer|\b(demande|dossier|reclamation|message|requete|ticket|elle|il)\b[^.]{0,30}\ben cours (de traitement|d'etude|d'examen|d'analyse)\b|\b(va|vont) (le |la |les |vous )?(prendre en charge|traiter|etudier|examiner|repondre|recontacter|revenir)\b/,
      /\b(propos\w{1,4}|manque\w{0,5} pas|tarde\w{0,5} pas|vais|allons|va) (de |a )?(vous )?(revenir vers|repondre|recontacter|tenir informee?|rappeler)\b|\b(prend|prends|prenons) en charge (votre|ta|cette)\b|\b(vous|te) tien(s|t|ns|ons|drons|drai|dra) (informee?s?|au courant)\b/,
      /\breponse personnalisee\b|\bnous vous repondons\b[^.]{0,40}(sous|dans|du lundi|au plus)|delais? (moyen )?de (reponse|traitement)|repondons (a|dans l'ordre)/,
    ],
    examples: [
      'Un conseiller vous répondra sous 48 h ouvrées.',
      'Nous reviendrons vers vous dans les meilleurs délais.',
      "Je l'ai transmis à mon collègue qui reviendra vers vous très vite.",
      'Votre demande sera traitée dans les plus brefs délais.',
    ],
  },
  {
    act: 'receipt',
    patterns: [
      new RegExp(
        `\\b(bien|avons|ai) (bien )?(recu|receptionne|note|enregistre|pris (bonne )?note|pris en compte|pris connaissance)\\b[^.]{0,40}\\b${REQUEST}`,
      ),
      new RegExp(
        `\\b(?:votre|ton|ta) ${REQUEST}\\b[^.]{0,60}\\b(a (bien )?ete|est bien|nous est|vient d'etre|a (bien )?) ?(bien )?(recue?|receptionnee?|enregistree?|prise? en compte|transmise?|remise?|parvenue?|creee?|ouverte?|attribuee?|envoyee?|soumise?|affectee?|dirigee?|adressee?|arrivee?)`,
      ),
      /\b(accus(e|ons) (de )?(bonne )?reception|bonne reception (de )?(votre|vos|ta|ton)|bien (recu|receptionne|enregistre|ete recu|ete enregistre|ete pris))\b/,
      /\b(numero|reference|ref|n°|no)\b[^.]{0,20}\b(de )?(votre )?(dossier|ticket|demande|reference|requete|cas|reclamation)\b|\b(ticket|dossier|demande|requete|cas) (n°|no|numero|#)|sous (la reference|le numero)|ticket (a ete |est )?(cree|ouvert)/,
    ],
    examples: [
      'Nous avons bien reçu votre message.',
      'Votre demande a bien été enregistrée.',
      'Numéro de dossier : 4471.',
    ],
  },
  {
    act: 'thanks',
    patterns: [
      /\b(appele|attire|appelez|attirez) (l'|mon |notre )attention\b/,
      /\b(merci|remercions|remercie|remerciant)\b(?![^.]{0,40}\b(patience|comprehension|fidelite|confiance)\b)[^.]{0,30}\b(pour (votre|ton|ta|vos|tes|ce|cet|cette|le|la|l')|de (votre|vos|ta|ton|l'|nous avoir|m'avoir|cet)|d'avoir|avoir (pris|contact|ecrit|partag|signal|fait))/,
      /^[^.]{0,20}\bvous (revenez vers nous|attendez|souhaitez|souhaitiez|n'arrivez pas|nous (interrogez|demandez|indiquez|signalez|questionnez|faites part|alertez))\b/,
      /\b(nous faisons|je fais|faisant) suite a (votre|ton|vos)\b|\ba retenu toute (notre|mon) attention\b|\bvous nous (avez )?(demand|ecri|contact|sollicit|interrog|inform|signal|fait part)/,
    ],
    examples: ["Merci d'avoir contacté notre service client.", 'Nous faisons suite à votre courriel du 2 mars.'],
  },
  {
    act: 'automation',
    patterns: [
      /\b((message|mail|e-?mail|courriel|reponse|accuse|notification) (est |a ete |vous est )?(automatique|genere|envoye automatiquement)|automatiquement|ne (pas|repondez pas|merci de ne pas)( y)? ?(repondre|pas repondre)|ne repondez pas|merci de ne pas (y )?(repondre|repondre a)|n'est pas (consultee|relevee|lue|surveillee)|ne pas repondre|boite non relevee|adresse (d'expedition|non))\b/,
    ],
    examples: ['Ceci est un message automatique, merci de ne pas y répondre.'],
  },
  {
    act: 'service-information',
    patterns: [
      /\b(suivre|consulter|retrouver|gerer|acceder|modifier)\b[^.]{0,60}\ba tout moment\b/,
      /\b(c'est|tout est|ca se passe|suivez le lien,?) (par )?(ici|la)\b ?[:!.]|\binutile de (nous |me )?(re-?ecrire|relancer|recontacter|renvoyer|rappeler)/,
      /\b(conserve[rz]|rappele[rz]|indique[rz]|mentionne[rz]|garde[rz]|note[rz])\b[^.]{0,30}\b(ce|cette|le|la|votre) (numero|reference|identifiant)\b[^.]{0,40}\b(echange|correspondance|contact|relance|courrier|communication|suivi|ulterieur)/,
      /^[\s>*-]*(numero|n°|date|motif|objet|sujet|nom|prenom|reference|ref|statut|priorite|e-?mail|telephone|tel|adresse|produit|categorie|type|canal|votre (nom|reference|numero|e-?mail))[^:]{0,25} ?:/,
      /\b(consulter|suivre|suivez|consultez|verifier|connaitre)\b[^.]{0,30}\b(avancement|etat|statut|suivi|evolution) (de|du) (votre|ton|ta|la) (demande|dossier|ticket|requete|reclamation|message)/,
      /\b(recapitulatif|recapitule|copie|rappel|resume|detail) (de|du) (votre|la|ta) (demande|message|mail|e-?mail|contact)/,
      /\b(faq|foire aux questions|questions (les plus )?frequentes|centre d'aide|rubrique (aide|contact)|aide en ligne|espace (client|personnel)|chatbot|notre (site|page|assistant)|reseaux sociaux|suivez-nous)\b/,
      /\b(du (lundi|mardi)[^.]{0,10} au|horaires?|joignables?|ouvert[es]* (du|de|tous)|disponibles? (du|de|au|par telephone)|appel (non surtaxe|gratuit)|prix d'un appel|numero vert|par telephone au|composez le|standard)\b/,
      /\b(en attendant|dans l'attente|d'ici la|entre-temps|dans l'intervalle)\b/,
      /\b(merci|veuillez|priere|prions) (de |d')?(bien vouloir )?(patienter|conserver|rappeler (cette|ce|la|votre)|ne pas|noter que|garder)\b/,
      /\b(inutile de|pas (besoin|necessaire) de|evitez de|merci de ne pas) (nous )?(renvoyer|relancer|repondre|multiplier|ecrire|reiterer)|(fort|grand|important|nombreuses?) (nombre|volume|afflux|affluence|sollicitations|demandes)|forte (affluence|activite)|(delais?|temps de reponse) (sont|est|peuvent|peut) (etre )?(r?allonge|plus long)|perturbation/,
      /\b(conserve[rz]|rappele[rz]|preciser|indiquer|mentionne[rz]) (bien |precieusement )?(ce(t|tte)?|le|la|votre) (numero|reference|mail|dossier)|pour (suivre|completer|ajouter|consulter|modifier)[^.]{0,50}(demande|ticket|commentaire|dossier|message|element)|repondre a (ce|cet) (mail|e-?mail|message) (pour|si)|en cas d'urgence|pour toute urgence|si votre (demande|message) (est|concerne|porte)|l'objet de (votre|ce)|donnees personnelles|rgpd|confidentialit/,
    ],
    examples: ['En attendant, consultez notre FAQ.', 'Notre service est joignable du lundi au vendredi de 9 h à 18 h.'],
  },
  {
    act: 'closing',
    patterns: [
      /\b(satisfaction est notre|repondre a vos attentes|service de qualite|attachons (la plus grande|une grande|beaucoup d') ?importance|nous tient a coeur|heureux de vous compter|plaisir de vous lire)\b/,
      /\b(nous|je) (comprenons|comprends|mesurons|mesure|concevons|sommes conscients)\b[^.]{0,60}\b(votre|vos|ta|de la gene)\b[^.,]{0,40}$/,
      /\b(au regret|regrett(e|ons)|desolee?s?|navree?s?|excus(e|er|es|ons))\b[^.]{0,80}\b(satisfaction|attentes|deception|desagrements?|gene|derangement|experience|deconvenue|mecontentement|insatisfaction|inconvenients?)\b/,
      /^[\s>*-]*(bien )?(cordialement|sincerement|respectueusement|amicalement|bien a vous|salutations|amities)/,
      /\b(salutations (distinguees|les meilleures)|sinceres salutations|bonne (journee|soiree|reception|lecture|continuation|fin de)|belle (journee|soiree)|excellente (journee|soiree)|a (tres )?bientot|meilleures salutations|expression de (nos|mes))\b/,
      /\b(rest(e|ons)|demeur(e|ons)|tenons|tiens)[^.]{0,30}(disposition|ecoute)|n'hesitez pas (a|si)|esperant (avoir|vous)|en (vous )?(remerciant|souhaitant)|remerci(e|ons)( par avance)? (de|pour) (votre|vos) (patience|comprehension|confiance|fidelite|interet|attention)|merci (de|pour) votre (patience|comprehension|confiance|fidelite|attention)|merci (encore|d'avance|par avance)|^[\s]*merci[\s.!]*$|vous souhait(e|ons)|^(l'equipe|le service|votre (service|equipe|conseillere?|magasin)|toute l'equipe|la (direction|team))\b[^.,]{0,40}$/,
    ],
    examples: [
      'Bien cordialement,',
      'Nous restons à votre disposition pour toute question.',
      'Merci de votre patience.',
    ],
  },
  {
    act: 'greeting',
    patterns: [
      /^[\s>*-]*(bonjour|bonsoir|chere?s?|madame|monsieur|mesdames|messieurs|salut|hello|coucou|mme|m\.)\b[^.?]{0,60}$/,
    ],
    examples: ['Bonjour Madame Lefèvre,', 'Chère cliente, cher client,'],
  },
  {
    act: 'answer',
    patterns: [
      /\b(vous|te) (a|ont) (bien )?ete (rendu|restitu|verse|credite|rembours|remis|expedie|facture|preleve|offert)|\b(a|ont) eu lieu\b|\b(est|sont|sera|seront) (desormais|dorenavant|maintenant) (prevu|assure|ouvert|accessible|gratuit|disponible|en place|repare|retabli|resolu|regle|remplace)/,
      /\b(nous|je|on) (vous |te |la |le |les |l')?(ferons|ferai|fera|enverr(ons|ai|a)|expedier(ons|ai|a)|remplacer(ons|ai|a)|rembourser(ons|ai|a)|crediter(ons|ai|a)|deduir(ons|ai|a)|offrir(ons|ai|a)) (parvenir )?(un|une|votre|vos|le|la|les|l'|des|de la)\b(?![^.]{0,40}(reponse|retour|mail|message|confirmation|courriel|point|suivi))/,
      /\b(bon|colis|cheque|article|avoir|virement|facture|etiquette|duplicata|piece|attestation|remboursement|catalogue|carte|contrat)\b[^.]{0,40}\b(vous|te) (parviendr(a|ont)|ser(a|ont) (envoye|adresse|expedie|rembourse|remis))/,
      /\bvous (serez|verrez|aurez|devrez|allez|etes|avez) (donc |bien |alors )?(rembours|credit|livre|la somme|une solution|un (bon|avoir|nouveau|colis|delai)|le remboursement|droit|jusqu|[0-9])|\b(versement|virement|remboursement|credit|somme) (aura|sera|interviendra|apparait|apparaisse|revient|est)\b/,
      /\b(merci( d'avance)?|veuillez|priere|prions|prie) (de |d')?(bien vouloir )?(nous |vous |m'|me |y |l')?[a-z]{2,}(er|ir|re|dre)\b/,
      /\b(aucune?|rien|jamais)\b[^.]{0,50}\b(ne|n')|\bne (concerne|releve|depend|correspond)\b|\b(doit|doivent|devra|devront) etre\b|\bil (vous|t') ?(appartient|revient|suffit|faut|convient)|\bviens? de (te|vous)\b|\bc'est (tout bon|fait|regle|bon|note|confirme|annule)\b/,
      /\b(je|nous) vous (le |la |les |en |l'|y )?(ai |avons )?(confirm|inform|invit|propos|joi(n|gn)|indiqu|precis|pri|rembours|envoi|envoy|rappel|signal|conseill|recommand|offr|present|suggere|adress|fourni|communiqu|transme|fais|faisons|renvoi|renvoy|laiss|assur|annonc|expli|re-?confirm|credit)/,
      /\b(apres (verification|recherche|avoir|examen|analyse|echange|consultation)|j'ai (verifie|regarde|consulte|pu|procede|effectue|demande|fait|annule|modifie|lance|echange|contacte|trouve|constate|ouvert|bien (vu|annule|modifie))|nous avons (verifie|constate|procede|effectue|annule|lance|pu|decide|echange|contacte|modifie|retrouve|identifie|rembourse|expedie))\b/,
      /^[\s]*(oui|non|effectivement|en effet|tout a fait|malheureusement|helas|concernant|s'agissant|pour (repondre|ce qui)|suite a|en reponse|en ce qui|voici|il (suffit|faut|est|n'est|vous)|vous (pouvez|pourrez|devez|avez|trouverez|disposez|n'avez)|veuillez (trouver|nous|vous)|cet? (article|produit|modele)|ces (articles|produits)|le (produit|delai|colis|tarif|prix|modele|remboursement|probleme|montant|retour|magasin)|la (livraison|commande|taille|garantie|facture|reference|piece)|les (frais|retours|delais|articles|produits))\b/,
      /\b(avons|ai|aurions|aurais|aurons) besoin d|\b(pourriez|pouvez|pourrais|auriez|avez)-(vous|tu)\b|\b(merci|veuillez|afin) de (bien vouloir )?(nous |me )?(communiquer|transmettre|envoyer|fournir|faire parvenir|preciser|renvoyer|retourner|confirmer|indiquer|donner)\b/,
      /\b(desolee?s?|navree?s?|regrett(e|ons)|present(e|ons)[^.]{0,20}excuses|excuses?)\b|\b(rembours|avoir d'un montant|bon d'achat|geste commercial|ci-joint|piece jointe|en piece)\b|\d ?(€|euros)\b/,
      /\b(votre|ton|ta) (adresse|inscription|option|place|table|chambre|paiement|virement|ligne|souscription|commande|colis|abonnement|contrat|compte|remboursement|facture|article|reservation|billet|carte|produit|livraison|retour)\b[^.]{0,60}\b(a ete|est|sera|n'a pas|n'est|va|devrait|etait|a bien|peut|ne)\b/,
      /\b(nous ne|je ne|nous n'|on ne|ce n'est pas|il n'est pas|n'est (plus|pas)|ne (sont|sera|propos|livr|vend|fais|dispos|pouvons|peux))\b|\b(nous (livrons|proposons|vendons|disposons|acceptons|expedions|fabriquons|pouvons|sommes en mesure))\b|\bpas (possible|disponible|compatible|encore)\b|\bvous (pouvez|pourrez) (egalement |aussi |donc )?(retourner|echanger|vous rendre|choisir|payer|demander|venir|utiliser|beneficier|commander|annuler|modifier|retirer|le|la|les|telecharger|nous (retourner|renvoyer))/,
    ],
    examples: [
      'Je vous confirme que le retour est gratuit pendant 30 jours.',
      'Après vérification, votre colis est bloqué au dépôt.',
      'Pourriez-vous nous communiquer votre numéro de commande ?',
    ],
  },
]
