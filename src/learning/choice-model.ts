/**
 * A log-linear choice between alternatives (conditional logit, McFadden 1974): each alternative has features, the model a weight
 * a feature, and an alternative's probability is the softmax of the sums. Features are hashed into one table (Weinberger et al. 2009).
 */

/** Learns the weights by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011); the order of the examples decides the bytes. */
export class ChoiceTrainer {
  readonly weights: Float32Array
  private readonly squares: Float32Array
  private readonly mask: number

  /**
   * @param bits the table has 2^bits weights
   * @param rate size of the first step
   * @param shrink pull towards zero at each touch of a weight, so that rare features stay small
   */
  constructor(
    bits: number,
    private readonly rate: number,
    private readonly shrink: number,
  ) {
    this.weights = new Float32Array(2 ** bits)
    this.squares = new Float32Array(2 ** bits)
    this.mask = 2 ** bits - 1
  }

  /**
   * One example.
   * @param features of all alternatives, one after another
   * @param ends where each alternative's features end
   * @param right index of the alternative that was chosen
   * @returns loss before the step: minus the logarithm of the right one's probability
   */
  learn(features: Int32Array, ends: readonly number[], right: number): number {
    const weights = this.weights
    const squares = this.squares
    const mask = this.mask
    const scores: number[] = []
    let from = 0
    let best = Number.NEGATIVE_INFINITY
    for (const end of ends) {
      let sum = 0
      for (let at = from; at < end; at++) sum += weights[features[at]! & mask]!
      scores.push(sum)
      if (sum > best) best = sum
      from = end
    }
    let total = 0
    for (const [index, score] of scores.entries()) {
      scores[index] = Math.exp(score - best)
      total += scores[index]!
    }
    const probability = scores[right]! / total
    // Sure already: nothing to learn, and most examples are.
    if (probability > 0.995) return -Math.log(probability)
    from = 0
    for (const [index, end] of ends.entries()) {
      const gradient = scores[index]! / total - (index === right ? 1 : 0)
      if (Math.abs(gradient) > 0.001) {
        for (let at = from; at < end; at++) {
          const slot = features[at]! & mask
          const step = gradient + this.shrink * weights[slot]!
          squares[slot]! += step * step
          weights[slot]! -= (this.rate * step) / Math.sqrt(squares[slot]! + 1e-6)
        }
      }
      from = end
    }
    return -Math.log(Math.max(probability, 1e-12))
  }
}
