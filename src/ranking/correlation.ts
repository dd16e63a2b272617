/** Agreement of two rankings: Spearman's ρ (1904) and Kendall's τ-b (1938, ties 1945). */

/** Ranks 1…n with tied values sharing the mean of their places. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  let start = 0
  while (start < order.length) {
    let end = start
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end += 1
    for (let position = start; position <= end; position += 1) ranks[order[position]!] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}

/** Pearson's correlation, −1 to 1; null where one side does not vary or fewer than two pairs are given. */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  if (n < 2) return null
  const meanX = x.reduce((sum, value) => sum + value, 0) / n
  const meanY = y.reduce((sum, value) => sum + value, 0) / n
  let xy = 0
  let xx = 0
  let yy = 0
  for (let index = 0; index < n; index += 1) {
    const dx = x[index]! - meanX
    const dy = y[index]! - meanY
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

/** Spearman's rank correlation, −1 to 1; null where one side does not vary. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return pearson(midRanks(x), midRanks(y))
}

/** Kendall's τ-b, −1 to 1; null where one side does not vary. Quadratic: meant for league tables, not for millions. */
export function kendall(x: readonly number[], y: readonly number[]): number | null {
  let concordant = 0
  let discordant = 0
  let tiedX = 0
  let tiedY = 0
  for (let i = 0; i < x.length; i += 1) {
    for (let j = i + 1; j < x.length; j += 1) {
      const dx = Math.sign(x[i]! - x[j]!)
      const dy = Math.sign(y[i]! - y[j]!)
      if (dx === 0 && dy === 0) continue
      if (dx === 0) tiedX += 1
      else if (dy === 0) tiedY += 1
      else if (dx === dy) concordant += 1
      else discordant += 1
    }
  }
  const pairs = concordant + discordant
  const scale = Math.sqrt((pairs + tiedX) * (pairs + tiedY))
  return scale === 0 ? null : (concordant - discordant) / scale
}
