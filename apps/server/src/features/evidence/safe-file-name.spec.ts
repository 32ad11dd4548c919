import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeFileName } from './safe-file-name.js';

test.each([
  ['报告.PDF', '报告.pdf', 'pdf'],
  ['a.b.c.docx', 'a.b.c.docx', 'docx'],
  ['.htaccess', '佐证材料.htaccess', 'htaccess'],
  ['..', '佐证材料', ''],
  ['', '佐证材料', ''],
  ['/etc/passwd', 'passwd', ''],
  ['a\u202Efdp.exe', 'afdp.exe', 'exe'],
  ['a\u0000.pdf', 'a.pdf', 'pdf'],
  ['a .pdf ', 'a.pdf', 'pdf'],
  ['𠮷'.repeat(200) + '.pdf', '𠮷'.repeat(116) + '.pdf', 'pdf'],
])('%p is kept as %p', (sent, name, extension) => {
  expect(safeFileName(sent)).toEqual({ name, extension });
});

test('whatever is sent: short, without control and direction characters or path parts, extension kept', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', '.pdf', '.XLSX'),
      (stem, ending) => {
        const { name, extension } = safeFileName(stem + ending);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2066-\u2069/\\]/u);
        expect(name).toBe(name.normalize('NFC'));
        expect(() => encodeURIComponent(name)).not.toThrow();
        if (ending) expect(name.endsWith(ending.toLowerCase())).toBe(true);
        expect(extension === '' || name.endsWith(`.${extension}`)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
