/** Requests to the API as people write them in four tools; a test runs them. Without packages: each runs where the tool is. */

/** One example. */
export interface ApiExample {
  /** The tool, by its own name. */
  readonly tool: string
  /** Ready to be copied. */
  readonly code: string
}

/**
 * The examples, for an edition that is out.
 * @param publicUrl address of the service without final slash
 */
export function apiExamples(publicUrl: string, edition: string): readonly ApiExample[] {
  const base = `${publicUrl}/api/v1/editions/${encodeURIComponent(edition)}`
  return [
    { tool: 'curl', code: `curl -H 'Accept: text/csv' '${base}/standings?limit=500'` },
    {
      tool: 'R',
      code: [
        `marks <- read.csv("${publicUrl}/editions/${encodeURIComponent(edition)}/files/marks.csv")`,
        'aggregate(mark ~ brand, data = marks, FUN = mean)',
      ].join('\n'),
    },
    {
      tool: 'Python',
      code: [
        'import json',
        'from urllib.request import urlopen',
        '',
        `with urlopen("${base}/standings?limit=500") as answer:`,
        '    for line in json.load(answer)["items"]:',
        '        print(line["rank"], line["brandName"], line["index"]["value"])',
      ].join('\n'),
    },
    {
      tool: 'Observable',
      code: `answered = d3.json("${base}/findings?criterion=answer&limit=500")`,
    },
  ]
}
