/** Words that people put into their address beside their name: a second given name, a maiden name, a town, a purpose. ASCII, lower case. */

const GIVEN =
  'adele agathe alain albert alex alice aline andre angele anne antoine armand arthur axel basile berthe bruno carole cecile chloe claude clement colette daniel david denis diane edith elise elsa emile emma eric ernest eve fabien felix flora francis gabriel gaston georges gilles gisele guy helene henri hugo ida irene ivan jacques jade jean jeanne joel joseph jules julia laura lea leon liliane lola louis louise luc lucas lucie madeleine marc marcel margot maria marie martin mathilde maurice max michel mila mireille nathan nicole nina noel odette olga olivier oscar pascal paul philippe pierre rachel raymond remi rene robert roger romain rosa rose ruben sacha samuel sara serge simon solange sonia suzanne sylvie theo therese ugo valentin vera victor vincent violette xavier yann yves zoe'

const FAMILY =
  'adam arnaud aubert aubry bailly barbier baron barre benoit berger bernard besson blanc bonnet boucher bouvier brun brunet carpentier caron charles charpentier colin collet cordier cousin dacosta daniel david deschamps dumas dumont dupont dupuy durand duval etienne fabre ferrand fleury fontaine gaillard gauthier gautier gerard germain gilbert giraud gomez grand guillot henry hubert huet humbert jacob jacquet joly julien klein lacroix langlois laurent leblanc leclerc lecomte legrand lemaire lemoine leroux lopez louis maillard marchal marie martinez marty masse mathieu menard meunier meyer millet moulin nguyen noel olivier paris pasquier payet pelletier perez perret petit philippe picard pons poulain prevost remy renard rey reynaud riviere roche roger rolland roux roy royer sauvage schmitt simonet tessier thomas vidal weber'

const TOWNS_AND_PURPOSES =
  'achats amiens angers annecy avignon bayonne besancon bordeaux brest caen calais colmar contact courrier dijon divers evreux famille grenoble home lille limoges lorient lyon mail maison metz nantes nice nimes orleans paris pau perso poitiers privat pro quimper reims rennes rouen toulon tours troyes valence vannes versailles web'

/** All of them, each once: the more there are, the worse a guess. */
export const ADDRESS_WORDS: readonly string[] = [
  ...new Set([GIVEN, FAMILY, TOWNS_AND_PURPOSES].flatMap((words) => words.split(' '))),
]
