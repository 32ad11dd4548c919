import { expect, test } from '@jest/globals';
import { byteRange } from './byte-range.js';

test.each([
  ['bytes=0-0', 10, { start: 0, end: 0 }],
  ['bytes=0-9', 10, { start: 0, end: 9 }],
  ['bytes=3-', 10, { start: 3, end: 9 }],
  ['bytes=3-99', 10, { start: 3, end: 9 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-99', 10, { start: 0, end: 9 }],
  [' bytes=1-2 ', 10, { start: 1, end: 2 }],
])('T26 %s of %d bytes is that part', (header, size, range) => {
  expect(byteRange(header, size)).toEqual(range);
});

test.each([
  [undefined, 10],
  ['', 10],
  ['bytes=10-', 10],
  ['bytes=5-4', 10],
  ['bytes=-0', 10],
  ['bytes=-', 10],
  ['bytes=0-1,3-4', 10],
  ['bytes=a-b', 10],
  ['items=0-1', 10],
  ['bytes=0-0', 0],
  ['bytes=-1', 0],
  ['bytes=9999999999999999-', 10],
])('T26 %p of %d bytes is answered in full', (header, size) => {
  expect(byteRange(header, size)).toBeUndefined();
});
