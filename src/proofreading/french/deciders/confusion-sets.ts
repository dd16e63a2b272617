/**
 * Words that French writers take for one another because they sound alike or differ by gender and number: a line of words (or of words
 * that are several tokens) from which a decider chooses. Sources of the sets: Grevisse & Goosse, Le Bon Usage, § 109 (homophones) and the
 * tables of determiners and pronouns (§ 577–700).
 */

/** Sets by task: alternatives separated by commas, sets by lines. */
const SETS: Readonly<Record<string, string>> = {
  homophone: `
a, à, as
et, est, ait, es, ai
ou, où
on, ont, on n'
son, sont
sa, ça, s'a
la, là, l'a, l'as
ma, m'a
ta, t'a
ce, se
c', s'
ces, ses, c' est, s' est, sait, sais
ce sont, se sont
cet, cette, c' est
c' était, s' était
c' étaient, s' étaient
c' en, s' en, sans, sent, sens, cent
dans, d' en
dont, donc, don, d' on
dû, du
sûr, sur, sure, sûre, sûrs, sûres
si, s' y, ci
ni, n' y
mais, mes, mets, met, m' est
les, l' est, l' ai
des, dès, dés
près, prêt, prêts
peu, peut, peux
peu être, peut être, peut-être
leur, leurs
quand, quant, qu' en
quel, qu' elle, quelle
quels, qu' elles, quelles
quelque, quel que, quelle que
quelques, quels que, quelles que
quoique, quoi que
plutôt, plus tôt
bientôt, bien tôt
aussitôt, aussi tôt
sitôt, si tôt
davantage, d' avantage, d' avantages
parce que, par ce que
pourquoi, pour quoi
tant, temps, t' en, tend, tends
tout, tous, toute, toutes
tout, toux
même, mêmes
notre, nôtre
votre, vôtre
nos, nôtres
vos, vôtres
ils, il, y
elle, elles
qui, qu' il, qu' ils, qu' y
quoi, qu' a
eu, eut, eût, eux, ont eu
fut, fût
soi, soit, sois, soient
vois, voit, voie, voies, voix, voient
foi, fois, foie
compte, conte, comte
comptes, contes, comtes
cour, cours, court, courts
cou, coup, coût, coups, coûts
sain, sein, saint
sains, seins, saints
fin, faim, feint
mur, mûr, mure
point, poing
pain, pin, peint
plein, plain, plaint
vain, vin, vingt, vint
pair, père, paire, perd, perds
mer, mère, maire
faire, fer
fait, faits, fais
tache, tâche
taches, tâches
pêche, pèche
cote, côte, côté, quote
bal, balle
par, part, pars
pas, pat
port, porc, pore
mot, maux
mots, maux
saut, sot, seau, sceau
champ, chant
champs, chants
date, datte
dates, dattes
amande, amende
amandes, amendes
ancre, encre
hôtel, autel
hôtels, autels
auteur, hauteur
censé, sensé
censée, sensée
censés, sensés
censées, sensées
chaîne, chêne
dessin, dessein
dessins, desseins
différent, différend, diffèrent
différents, différends
raisonner, résonner
repaire, repère
session, cession
sessions, cessions
statue, statut, statues, statuts
publique, public
publiques, publics
exprès, express
tribu, tribut
pose, pause
poses, pauses
cents, sans
vers, vert, verre, ver
verts, verres, vers
tante, tente
lit, lis, lie
nom, non
noms, nons
prix, pris, prie
près, pré
prémices, prémisses
partie, parti, partis, parties
suite, suites
écho, écot
envoi, envoie, envoies, envois
emploi, emploie, emploies, emplois
essai, essaie, essaies, essais
appel, appelle, appelles, appels
conseil, conseille, conseilles, conseils
travail, travaille, travailles
accueil, accueille, accueilles
détail, détaille
réveil, réveille
recueil, recueille
soutien, soutient, soutiens
maintien, maintient, maintiens
entretien, entretient, entretiens
ennui, ennuie, ennuis
rappel, rappelle, rappels, rappelles
renouvellement, renouvèlement
contrôle, contrôles
arrêt, arrête, arrêts, arrêtes
retrait, retraits, retraite
choix, chois
droit, droits, doit, doigt
dois, doigts
tort, tord, tors
mort, mord, mors
sort, sors, saure
bout, boue, bous
bon, bond
bonne, bonnes
cru, crû, crue
crois, croit, croix, croient
satisfaction, satisfactions
excédant, excédent
négligeant, négligent
fatigant, fatiguant
intrigant, intriguant
provocant, provoquant
convaincant, convainquant
communicant, communiquant
précédent, précédant
équivalent, équivalant
résident, résidant
adhérent, adhérant
influent, influant
personnel, personnels
quelquefois, quelques fois
autrefois, autres fois
toutefois, toutes fois
surtout, sur tout
partout, par tout
entrain, en train
a fin, afin, à fin
malgré, mal gré
voir, voire
sitôt, si tôt
auprès, au près
alentour, à l' entour
debout, de bout
enfin, en fin
plein, plains
hors, or, ors
lors, l' or
guère, guerre
maître, mettre, mètre
maîtres, mètres
père, pères
signe, cygne
cession, session
martyr, martyre
satire, satyre
bas, bât
haut, eau, au, aux, eaux
laid, lait, lai
gré, grès
palais, palet
penser, panser
tribut, tribu
acquis, acquit, acquiert
acquêts, acquis
attention, attentions
remerciements, remerciement
là, las
tes, t' es, t' est, tais, té
ton, t' ont
mon, m' ont
l' on, l' ont
n' ont, n' on
d' où, doux
l' eau, lot
l' un, l' une
tel, telle, tels, telles
tel quel, tels quels, telle quelle, telles quelles
nul, nulle, nuls, nulles
vu que, vue que
point de vue, point de vues
compris, comprit, comprise, comprises
soi-disant, soi disant
au dessus, au-dessus
au dessous, au-dessous
là bas, là-bas
ci joint, ci-joint
d' avance, davance
`,
  determiner: `
le, la, les
un, une
ce, cet, cette, ces
mon, ma, mes
ton, ta, tes
son, sa, ses
notre, nos
votre, vos
leur, leurs
du, de la, des
au, à la, aux
aucun, aucune
certain, certaine, certains, certaines
chaque, chaques
quel, quelle, quels, quelles
celui, celle, ceux, celles
lequel, laquelle, lesquels, lesquelles
auquel, à laquelle, auxquels, auxquelles
duquel, de laquelle, desquels, desquelles
celui-ci, celle-ci, ceux-ci, celles-ci
il, elle, ils, elles
tout, tous, toute, toutes
de, des
`,
}

/** One alternative of a set: its tokens, as the tokenizer cuts them. */
export interface SetMember {
  readonly words: readonly string[]
  /** All members of its set, itself among them. */
  readonly set: readonly (readonly string[])[]
  /** `homophone` or `determiner`. */
  readonly task: string
}

/** Members of all sets by their first token. */
export const SET_MEMBERS: ReadonlyMap<string, readonly SetMember[]> = index()

function index(): ReadonlyMap<string, readonly SetMember[]> {
  const byFirst = new Map<string, SetMember[]>()
  const seen = new Set<string>()
  for (const [task, lines] of Object.entries(SETS)) {
    for (const line of lines.split('\n')) {
      if (line.trim() === '' || seen.has(line)) continue
      seen.add(line)
      const set = line.split(',').map((member) => member.trim().split(' '))
      for (const words of set) {
        const first = words[0] ?? ''
        byFirst.set(first, [...(byFirst.get(first) ?? []), { words, set, task }])
      }
    }
  }
  return byFirst
}
