/**
 * What is left of a row when a person's data are erased from it: everything that figures rest on stays (times, kinds, scores,
 * places in the text), everything that could hold a word, a name or an address goes. One SQL expression a form serves the
 * statement that erases and the trigger that allows exactly this and nothing else.
 */

/** Stands in the place of erased words. */
export const ERASED = 'erased on request'

/** Stands in the place of a person's name as actor or author. */
export const ERASED_AUTHOR = 'user:erased'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** SQL literals of the two. */
export const ERASED_SQL = quoted(ERASED)
export const ERASED_AUTHOR_SQL = quoted(ERASED_AUTHOR)

/** Which part of the sender's address an emptied reading keeps: its domain, which tells the company, or nothing. */
export type KeptSender = 'domain' | 'nothing'

/**
 * SQL expression of an emptied reading.
 * @param reading SQL expression of the stored JSON
 */
export function emptiedReading(reading: string, kept: KeptSender): string {
  const address = `coalesce(json_extract(${reading}, '$.from.address'), '')`
  const sender =
    kept === 'nothing'
      ? "''"
      : `CASE instr(${address}, '@') WHEN 0 THEN '' ELSE substr(${address}, instr(${address}, '@')) END`
  // A path below a null (no sender, no bounce) changes nothing.
  return `json_set(${reading},
    '$.kindClue.seen', '', '$.messageId', NULL, '$.inReplyTo', json('[]'), '$.references', json('[]'),
    '$.from.name', '', '$.from.address', ${sender},
    '$.replyTo', json('[]'), '$.recipients', json('[]'), '$.subject', '', '$.date', NULL,
    '$.text', '', '$.quoted', '', '$.signature', '', '$.boilerplate', '',
    '$.attachments', json('[]'), '$.bounce.recipient', NULL, '$.bounce.originalMessageId', NULL, '$.bounce.diagnostic', '',
    '$.embeddedMessageIds', json('[]'), '$.authentication', json('[]'), '$.problems', json_array(${ERASED_SQL}))`
}

/** SQL expression of a match's candidates without what was seen. */
export function emptiedCandidates(candidates: string): string {
  return `(SELECT json_group_array(json_set(value, '$.seen', '') ORDER BY key) FROM json_each(${candidates}))`
}

/** SQL expression of a finding (its JSON) whose sentence is gone. */
export function emptiedFinding(finding: string): string {
  return `json_set(${finding}, '$.message', json_object('fr', ${ERASED_SQL}, 'en', ${ERASED_SQL}))`
}

/** SQL expression of a mistake (its JSON) whose words are gone; place, category and rule stay. */
export function emptiedMistake(mistake: string): string {
  return `json_set(${mistake}, '$.text', '', '$.message', '', '$.suggestions', json('[]'))`
}

/** SQL condition: every item of a list in the new JSON is the old one's, or its emptied form. */
function eachKeptOrEmptied(path: string, emptied: (item: string) => string): string {
  return `json_array_length(NEW.assessment, '${path}') IS json_array_length(OLD.assessment, '${path}')
    AND NOT EXISTS (SELECT 1 FROM json_each(OLD.assessment, '${path}') AS was JOIN json_each(NEW.assessment, '${path}') AS is_now
      ON is_now.key = was.key WHERE is_now.value IS NOT was.value AND is_now.value IS NOT ${emptied('was.value')})`
}

/** SQL condition in a trigger on `assessments`: the new JSON is the old one with some sentences and words gone. */
export const ASSESSMENT_ONLY_EMPTIED = `json_remove(NEW.assessment, '$.findings', '$.mistakes') IS json_remove(OLD.assessment, '$.findings', '$.mistakes')
    AND ${eachKeptOrEmptied('$.findings', emptiedFinding)}
    AND ${eachKeptOrEmptied('$.mistakes', emptiedMistake)}`
