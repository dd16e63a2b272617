/** Own labelled answers of the tests as letters with a known resolution; each set was written apart from the others. */

import { questionLanguage, readScenario } from '../../../src/cli/commands/mark/read-inputs.js'
import type { Resolution } from '../../../src/criteria/resolution/decide-resolution.js'
import type { Scenario } from '../../../src/domain/scenario.js'
import { readMessage, readPlainBody } from '../../../src/reading/read-message.js'
import { loadAnswers } from '../../../test/accuracy/criteria.js'
import { claims, EXAMINATION_SETS, scenarioFile } from '../../../test/accuracy/examination.js'
import { examinationMails, rawMail } from '../../../test/accuracy/frame/examination-mails.js'

/** A letter with what a careful reader says of it. */
export interface LabelledLetter {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly language: string | null
  readonly scenario: Scenario
  readonly resolution: Resolution
  /** Ids of the points that it covers. */
  readonly points: readonly string[]
}

/** Every labelled letter. */
export async function labelledLetters(): Promise<readonly LabelledLetter[]> {
  const { answers, scenarios } = loadAnswers()
  const letters: LabelledLetter[] = answers.map(({ id, set, text, scenario, labels, points }) => {
    const reading = readPlainBody(text)
    return {
      id,
      set,
      text: reading.text,
      language: reading.language,
      scenario: scenarios.get(scenario)!,
      resolution: labels['resolution'] as Resolution,
      points,
    }
  })
  for (const [set, files] of Object.entries(EXAMINATION_SETS))
    for (const mail of files.flatMap(examinationMails)) {
      if ((mail.kind ?? 'reply') !== 'reply' || !mail.marks) continue
      const { labels, points } = claims(mail.marks, false)
      const file = await readScenario(scenarioFile(mail.scenario ?? ''))
      const reading = await readMessage(rawMail(mail))
      letters.push({
        id: mail.id,
        set: `${set}-examination`,
        text: reading.text,
        language: reading.language,
        scenario: { ...file.scenario, language: questionLanguage(file, reading.language) },
        resolution: labels.get('resolution') as Resolution,
        points,
      })
    }
  return letters
}
