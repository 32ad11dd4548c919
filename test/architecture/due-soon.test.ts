import { describe, expect, test } from '@jest/globals';
import { filesUnder, read } from './project-files.js';

interface Document {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
  };
}

const SOON = /dueSoon|due_soon/;
const OVERDUE = /\boverdue\b/;

describe('R-36: what is due soon never hides what is overdue', () => {
  test('every answer that counts the one counts the other', () => {
    const { schemas } = (JSON.parse(read('docs/openapi.json')) as Document).components;
    const counting = Object.entries(schemas)
      .map(([name, { properties = {} }]) => ({ name, fields: Object.keys(properties) }))
      .filter(({ fields }) => fields.some((field) => SOON.test(field)));
    expect(counting.map(({ name }) => name)).toContain('StandingCounts');
    expect(counting.filter(({ fields }) => !fields.includes('overdue'))).toEqual([]);
  });

  test('every part of a page that shows the one shows the other', () => {
    const showing = filesUnder('apps/web/src').filter(
      ({ path, text }) => /\.tsx$/.test(path) && SOON.test(text),
    );
    expect(showing.length).toBeGreaterThanOrEqual(3);
    expect(showing.filter(({ text }) => !OVERDUE.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('the tiles that count by standing put overdue first', () => {
    const tiles = read('apps/web/src/parts/standing-tiles.tsx');
    const places = ["overdue: 'overdue'", "due_soon: 'dueSoon'"].map((field) => tiles.indexOf(field));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});
