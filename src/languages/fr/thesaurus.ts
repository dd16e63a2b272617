/**
 * Words and turns of phrase that letters between customers and brands use for the same thing, a line each; commas part them. Our own,
 * for comparing a letter with points that a person wrote as phrases. A word belongs to the first line that holds it.
 */
export const FRENCH_THESAURUS = `
livrer, livraison, expédier, expédition, envoyer, envoi, acheminer, acheminement, recevoir, réception, parvenir, arriver, arrivée, distribuer, remettre, remise, partir, en route
colis, paquet, commande, achat
article, produit, pièce, modèle, référence, appareil, objet, exemplaire
rembourser, remboursement, recréditer, créditer, restituer, restitution, rendre l'argent, reverser, virement, virer, un avoir, votre avoir, avoir de, régulariser, régularisation
remplacer, remplacement, échanger, échange, substituer, renvoyer un neuf, un autre
réparer, réparation, dépanner, remettre en état, prise en charge en atelier
retour, retourner, renvoyer, renvoi, rendre, réexpédier, restitution de l'article, rapporter
frais de port, frais de livraison, frais d'envoi, port
prix, tarif, coût, coûter, montant, frais, facturer, revenir à, s'élever, payer, somme
gratuit, gratuitement, rien à payer, offert, offerte, sans frais, sans supplément, gracieusement, à nos frais, à notre charge
facture, facturation, note, échéance
délai, durée, attente, attendre, patienter
cause, raison, motif, origine, provenir, provient, venir de, vient de, viennent de, venait de, provenait, dû à, dus à, dues à, était due à, due à, en raison de, à cause de, à la suite de, expliquer, explication, car, parce que, lié à, liée à
retard, tarder, retardé, décalage, en souffrance
erreur, anomalie, dysfonctionnement, problème, incident, panne, défaut, bug, souci, doublon
grève, mouvement social, intempéries, neige, accident
disponible, disponibilité, stock, en stock, dispo, rayon, en rayon, il reste, nous reste, épuisé, rupture, réassort
couleur, coloris, teinte
taille, pointure, mesure, dimension
magasin, boutique, point de vente, agence
geste commercial, geste, déduire, déduit, dédommagement, dédommager, compensation, bon d'achat, bon de réduction, code promo, remise commerciale, réduction, ristourne, chèque cadeau
annuler, annulation, résilier, résiliation, rétracter, rétractation, mettre fin
réserver, réservation, séjour
acompte, arrhes, caution, dépôt de garantie
garantie, garanti, couvrir, couvert, couverture
preuve d'achat, ticket de caisse, justificatif, facture d'achat
mot de passe, identifiant, connexion, connecter, reconnecter, authentifier
réinitialiser, réinitialisation, changer, modifier, modification, renouveler, choisir un nouveau, nouveau
compte, espace client, espace personnel, profil
lien, page, site, adresse web
appeler, téléphoner, téléphone, joindre, contacter
formulaire, en ligne
étiquette, bon de retour, bordereau
emballage, emballer, paquet cadeau, papier cadeau, cadeau, coffret
contenir, composition, ingrédient, présence, contient, composer, composé
allergène, allergie, sans trace, traces
horaires, ouvrir, ouvert, ouverture, fermer, fermeture, fermé
rendez-vous, créneau, visite, passage, intervention
technicien, réparateur, conseiller, agent, transporteur, livreur
vérifier, contrôler, contrôle, vérification, examiner
empêcher, éviter, prévenir, ne se reproduira plus, ne se reproduira pas, ne se reproduise plus, ne se reproduise pas, ne se renouvelle pas, à l'avenir, désormais, dorénavant, désactiver, bloquer, supprimer
confirmer, confirmation, valider, accord, accepter
possible, possibilité, pouvoir, peut
compatible, compatibilité, fonctionner, fonctionne, convenir, marcher, adapter
entretien, nettoyer, laver, lavage
installer, installation, monter, montage, pose
mise à jour, version, logiciel
abonnement, contrat, forfait, formule
augmentation, augmenter, hausse, majoration
limite, dernier délai, au plus tard, jusqu'à, avant le
médiateur, médiation, réclamation
bagage, valise
billet, titre de transport, place
chèque, carte bancaire, carte, prélèvement, paiement, règlement
perdu, égaré, introuvable, disparu
cassé, abîmé, endommagé, défectueux, détérioré
excuses, excuser, désolé, navré, regretter
`
