import { describe, expect, it } from '@jest/globals';
import { factChanges } from './fact-changes.js';

describe('factChanges', () => {
  it('tells each version’s changes against the one before, in the order of the page', () => {
    const changes = factChanges([
      { seq: 1, values: { artRooms: '2', units: '教育局（办学）', planned_budget: '100' } },
      { seq: 3, values: { artRooms: '2', units: '教育局（办学）' } },
      {
        seq: 4,
        values: { artRooms: null, units: '城投（建设）', planned_budget: null, planned_bonds: '80.5' },
      },
    ]);
    expect(changes.get(1)).toEqual([
      { field: 'units', from: null, to: '教育局（办学）' },
      { field: 'artRooms', from: null, to: '2' },
      { field: 'planned_budget', from: null, to: '100' },
    ]);
    expect(changes.get(3)).toEqual([]);
    expect(changes.get(4)).toEqual([
      { field: 'units', from: '教育局（办学）', to: '城投（建设）' },
      { field: 'artRooms', from: '2', to: null },
      { field: 'planned_budget', from: '100', to: null },
      { field: 'planned_bonds', from: null, to: '80.5' },
    ]);
  });
});
