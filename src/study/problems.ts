/** Collects everything that is wrong with a study's files, each with its place and what to write instead. */
import { type Place, type Problem, ReplymarkError } from '../domain/error.js'

/** A growing list of problems, in the order in which they were found. */
export class ProblemList {
  readonly #problems: Problem[] = []

  /** Adds one problem: where, what is wrong, what to write instead (both sentences without a final full stop). */
  add(place: Place, message: string, hint: string): void {
    this.#problems.push({ place, message, hint: `${hint}.` })
  }

  /** How many were found. */
  get count(): number {
    return this.#problems.length
  }

  /** All problems, sorted by file and line. */
  sorted(): readonly Problem[] {
    return this.#problems.toSorted(
      (left, right) =>
        (left.place.file ?? '').localeCompare(right.place.file ?? '', 'en') ||
        (left.place.line ?? 0) - (right.place.line ?? 0) ||
        (left.place.column ?? 0) - (right.place.column ?? 0),
    )
  }

  /**
   * Does nothing where nothing was found.
   * @throws ReplymarkError `configuration` with every problem
   */
  throwIfAny(folder: string): void {
    if (this.count === 0) return
    const counted = this.count === 1 ? 'one problem' : `${this.count} problems`
    throw new ReplymarkError('configuration', `the study in ${folder} has ${counted}:`, { problems: this.sorted() })
  }
}
