import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { taskNumber } from '#kernel';
import { evidenceKindNames, evidenceKinds, priorities, priorityNames, seqInNumber } from './task-words.js';

describe('task numbers', () => {
  test.each([
    [1, 'JH-0001'],
    [412, 'JH-0412'],
    [12345, 'JH-12345'],
  ])('%i is quoted as %s', (seq, number) => {
    expect(taskNumber(seq)).toBe(number);
  });

  test.each([
    ['JH-0007', 7],
    ['jh-7', 7],
    ['7', 7],
    ['  0007 ', 7],
    ['JH-', undefined],
    ['7号', undefined],
    ['财政', undefined],
    ['-7', undefined],
    ['', undefined],
    // Longer than any integer column holds.
    ['9999999999', undefined],
  ])('%p is read as %p', (text, seq) => {
    expect(seqInNumber(text)).toBe(seq);
  });

  test('every number that is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (seq) => seqInNumber(taskNumber(seq)) === seq),
    );
  });
});

test('every kind of evidence and every priority has a Chinese word of its own', () => {
  const words = [
    ...evidenceKinds.map((kind) => evidenceKindNames[kind]),
    ...priorities.map((one) => priorityNames[one]),
  ];
  expect(new Set(words).size).toBe(evidenceKinds.length + priorities.length);
});
