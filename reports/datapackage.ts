/** Frictionless Data Package (v1): every CSV with its schema, hash and references to other tables, the licence and the sources, so that data tools read it unaided. */
import { sha256Hex, utf8 } from '../src/editions/merkle.js'
import { toCsv } from './csv.js'
import type { EditionReport } from './edition-schema.js'
import type { Table } from './tables/table.js'

/** Content of `datapackage.json`. */
export function dataPackage(report: EditionReport, tables: readonly Table[]): Record<string, unknown> {
  return {
    profile: 'tabular-data-package',
    name: `${report.study.id}-${report.edition.id}`.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    title: `${report.study.title}, ${report.edition.title}`,
    ...(report.edition.publishedAt === null ? {} : { created: new Date(report.edition.publishedAt).toISOString() }),
    version: String(report.version),
    licenses: [{ name: report.licence.id, title: report.licence.title, path: report.licence.url }],
    sources: [
      { title: `${report.study.operator}: ${report.study.title}, ${report.edition.title}` },
      ...report.sources.map((source) =>
        /^https?:/.test(source.reference)
          ? { title: source.title, path: source.reference }
          : { title: source.reference },
      ),
    ],
    contributors: [{ title: report.study.operator, role: 'publisher' }],
    resources: tables.map((table) => {
      const content = toCsv(table)
      const foreignKeys = table.columns.flatMap(({ name, refersTo }) =>
        refersTo ? [{ fields: name, reference: { resource: refersTo.table, fields: refersTo.column } }] : [],
      )
      return {
        profile: 'tabular-data-resource',
        name: table.name,
        title: table.title.en,
        path: `${table.name}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: utf8(content).length,
        hash: `sha256:${sha256Hex(content)}`,
        dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
        schema: {
          fields: table.columns.map((column) => ({
            name: column.name,
            type: column.type,
            title: column.title.en,
            description: column.description.en,
          })),
          primaryKey: [...table.key],
          ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
          missingValues: [''],
        },
      }
    }),
  }
}
