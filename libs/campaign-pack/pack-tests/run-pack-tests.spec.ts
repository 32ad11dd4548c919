import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { runPackTests, standardsDirectory } from '../index.js';
test('s', () => { const r = runPackTests(join(standardsDirectory(), 'tests')); console.log(r.length, JSON.stringify(r.filter(x => !x.ok), null, 1)); expect(r.length).toBeGreaterThan(24); });
