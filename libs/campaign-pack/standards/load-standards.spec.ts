import { test, expect } from '@jest/globals';
import { loadStandards, standardsDirectory } from '../index.js';
test('x', () => { const c = loadStandards(standardsDirectory()); expect(c.indicators.length).toBe(32); expect(c.points.length).toBe(41); });
