/** Asks one page over a number of kept connections for some seconds; tells the parent requests a second and the 99th percentile. */
import { Agent, get } from 'node:http'

const [port, connections, seconds] = process.argv.slice(2).map(Number) as [number, number, number]
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const times: number[] = []
const end = performance.now() + seconds * 1000

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    get(
      { host: '127.0.0.1', port, path: '/editions/2026', agent, headers: { 'accept-language': 'fr' } },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`))
        response.on('data', () => {})
        response.on('end', () => {
          times.push(performance.now() - start)
          resolve()
        })
      },
    ).on('error', reject)
  })
}

await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < end) await ask()
  }),
)
times.sort((a, b) => a - b)
process.send?.({ perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] })
process.exit(0)
