/** What the verifier says, in both languages. */
import type { Texts } from '../../src/domain/language.js'
import type { FileDifference } from '../../src/editions/publication.js'

/** A file that is not as the manifest says. */
export function fileDifference({ path, how }: FileDifference): Texts {
  if (how === 'missing') return { fr: `le fichier ${path} manque`, en: `file ${path} is missing` }
  if (how === 'added')
    return {
      fr: `le fichier ${path} a été ajouté après la publication`,
      en: `file ${path} was added after publication`,
    }
  return {
    fr: `le fichier ${path} n’est pas celui qui a été publié`,
    en: `file ${path} is not the one that was published`,
  }
}

/** Sentences without a figure of their own. */
export const SAID = {
  noManifest: {
    fr: 'le manifeste manifest.json manque ou n’en est pas un',
    en: 'manifest.json is missing or is no manifest',
  },
  manifestText: {
    fr: 'manifest.json contient autre chose que ce que couvre sa déclaration',
    en: 'manifest.json holds something that its statement does not cover',
  },
  signature: {
    fr: 'la signature du manifeste manifest.json n’est pas celle de sa clé',
    en: 'the signature of manifest.json is not one of its key',
  },
  signatureUnknown: {
    fr: 'ce navigateur ne sait pas vérifier une signature ed25519 : la signature n’est pas vérifiée',
    en: 'this browser cannot check an ed25519 signature: the signature is not checked',
  },
  unsigned: {
    fr: 'les fichiers ne sont pas signés : comparez la racine du manifeste avec une racine rendue publique ailleurs',
    en: 'the files are not signed: compare the root of the manifest with one that was made known elsewhere',
  },
  timestamp: {
    fr: 'l’horodatage de manifest.json ne porte pas sur sa déclaration',
    en: 'the time-stamp of manifest.json is not about its statement',
  },
  sealLeaves: {
    fr: 'data/seal.json : ses feuilles ne donnent pas la racine du sceau',
    en: 'data/seal.json: its leaves do not give the root of the seal',
  },
  planSecret: {
    fr: 'data/edition-report.json : le secret révélé du plan n’est pas celui dont l’empreinte avait été fixée',
    en: 'data/edition-report.json: the secret of the plan that is revealed is not the one whose hash was fixed',
  },
  preregistration: {
    fr: 'data/preregistration.json n’est pas ce dont l’empreinte avait été fixée avant le premier e-mail',
    en: 'data/preregistration.json is not what was fixed by its hash before the first e-mail',
  },
  order: {
    fr: 'data/edition-report.json : le classement n’est pas dans son ordre',
    en: 'data/edition-report.json: the league table is not in its order',
  },
  marks: {
    fr: 'data/edition-report.json : les notes des échanges ne sont pas celles de data/ranking-input.json',
    en: 'data/edition-report.json: the marks of the exchanges are not those of data/ranking-input.json',
  },
  overall: {
    fr: 'data/edition-report.json : les chiffres d’ensemble ne découlent pas des notes publiées',
    en: 'data/edition-report.json: the overall figures do not follow from the published marks',
  },
  survival: {
    fr: 'data/edition-report.json : la courbe des délais ne découle pas des délais publiés',
    en: 'data/edition-report.json: the curve of delays does not follow from the published delays',
  },
  engine: {
    fr: 'data/engine.json : le moteur publié n’est pas celui du sceau',
    en: 'data/engine.json: the engine that is published is not the one that was sealed',
  },
  equalTreatment: {
    fr: 'data/edition-report.json : les comparaisons d’égalité de traitement ne sont pas celles du sceau',
    en: 'data/edition-report.json: the comparisons of equal treatment are not those of the seal',
  },
  previous: {
    fr: 'data/ranking-input.json : le classement de l’édition précédente n’est pas celui du sceau',
    en: 'data/ranking-input.json: the standings of the edition before are not those of the seal',
  },
  package: {
    fr: 'data/datapackage.json ne décrit pas les tables de data/edition-report.json',
    en: 'data/datapackage.json does not describe the tables of data/edition-report.json',
  },
} as const satisfies Record<string, Texts>

/** A published file that cannot be read as what it is. */
export function unreadable(path: string): Texts {
  return { fr: `le fichier ${path} manque ou est illisible`, en: `file ${path} is missing or cannot be read` }
}

/** A field of the report that contradicts the signed statement. */
export function fieldDiffers(field: string): Texts {
  return {
    fr: `data/edition-report.json : « ${field} » n’est pas ce que dit la déclaration signée`,
    en: `data/edition-report.json: "${field}" is not what the signed statement says`,
  }
}

/** A brand whose line is not what its marks give. */
export function standingDiffers(brand: string, how: 'changed' | 'missing' | 'added' | 'unsealed'): Texts {
  if (how === 'missing')
    return {
      fr: `la marque ${brand} manque au classement de data/edition-report.json`,
      en: `brand ${brand} is missing from the league table of data/edition-report.json`,
    }
  if (how === 'added')
    return {
      fr: `la marque ${brand} du classement n’a aucune note publiée`,
      en: `brand ${brand} of the league table has no published marks`,
    }
  if (how === 'unsealed')
    return {
      fr: `la ligne de la marque ${brand} n’est pas celle du sceau`,
      en: `the line of brand ${brand} is not the one that was sealed`,
    }
  return {
    fr: `l’indice, le rang ou un intervalle de la marque ${brand} ne découle pas des notes publiées`,
    en: `index, rank or an interval of brand ${brand} does not follow from the published marks`,
  }
}

/** A sector or scenario whose figures do not follow. */
export function groupDiffers(kind: 'sector' | 'scenario', id: string): Texts {
  const french = kind === 'sector' ? 'du secteur' : 'de la situation'
  return {
    fr: `data/edition-report.json : les chiffres ${french} ${id} ne découlent pas des notes publiées`,
    en: `data/edition-report.json: the figures of ${kind} ${id} do not follow from the published marks`,
  }
}

/** A table whose rows are not the report's. */
export function tableDiffers(path: string): Texts {
  return {
    fr: `le tableau ${path} ne donne pas les chiffres de data/edition-report.json`,
    en: `table ${path} does not give the figures of data/edition-report.json`,
  }
}

/** A manifest that contradicts itself; the sentence names the file. */
export function manifestDiffers(sentence: string): Texts {
  return { fr: `le manifeste se contredit : ${sentence}`, en: `the manifest contradicts itself: ${sentence}` }
}

/** The files are signed by another key than the reader expects. */
export function otherKey(key: string): Texts {
  return {
    fr: `les fichiers sont signés par la clé ${key}, qui n’est pas celle attendue`,
    en: `the files are signed by the key ${key}, which is not the one expected`,
  }
}

/** Who signed. */
export function signedBy(key: string): Texts {
  return {
    fr: `signé par la clé ${key} : comparez-la avec celle que l’opérateur a rendue publique ailleurs`,
    en: `signed by the key ${key}: compare it with the one that the operator made known elsewhere`,
  }
}

/** When an authority saw the manifest. */
export function stampedAt(time: string): Texts {
  return {
    fr: `une autorité d’horodatage a vu le manifeste le ${time} ; sa propre signature se vérifie par « openssl ts -verify »`,
    en: `a time-stamping authority saw the manifest at ${time}; its own signature is checked by \`openssl ts -verify\``,
  }
}

/** What was checked. */
export function checkedWords(files: number, brands: number, leaves: number): Texts {
  return {
    fr: `${files} fichiers comparés au manifeste, ${leaves} feuilles au sceau, ${brands} marques recalculées depuis les notes publiées`,
    en: `${files} files compared with the manifest, ${leaves} leaves with the seal, ${brands} brands computed again from the published marks`,
  }
}

/** Some files were not given. */
export function notGiven(number: number): Texts {
  return {
    fr: `${number} fichiers du manifeste n’ont pas été choisis et ne sont pas vérifiés`,
    en: `${number} files of the manifest were not chosen and are not checked`,
  }
}

/** Before the root of the files. */
export const ROOT_LABEL: Texts = { fr: 'Racine des fichiers :', en: 'Root of the files:' }

/** Outcome of the whole check. */
export const STATES = {
  verified: { fr: 'Tout est comme publié.', en: 'Everything is as published.' },
  'partly-verified': {
    fr: 'Rien ne diffère, mais tout n’a pas pu être vérifié.',
    en: 'Nothing differs, but not everything could be checked.',
  },
  differs: {
    fr: 'Ces fichiers ne sont pas ceux qui ont été publiés.',
    en: 'These files are not those that were published.',
  },
} as const satisfies Record<string, Texts>
