import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPersonalHeader, personalNumberIn } from './personal-data.js';

test.each([
  '学生410183201203151234已返校',
  '41018320120315123X',
  '４１０１８３２０１２０３１５１２３４',
  'G410183201203151234',
  '410183 20120315 1234',
  '410183-2012-03-15-123x',
])('%p holds an identity number', (text) => {
  expect(personalNumberIn(text)).toBe('身份证号');
});

test.each(['家长13812345678', '138 1234 5678', '电话：199-0000-1111。'])(
  '%p holds a mobile number',
  (text) => {
    expect(personalNumberIn(text)).toBe('手机号码');
  },
);

test.each([
  '2026年春季学期',
  '标识码 2141001234',
  '2026-09-01 至 2027-02-28',
  '涉及 120 人，已返校 118 人',
  '',
])('%p names nobody', (text) => {
  expect(personalNumberIn(text)).toBeUndefined();
});

test('no identity number goes through, whatever stands around it', () => {
  const digits = fc.stringMatching(/^\d{17}[\dXx]$/);
  const around = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(around, digits, around, (before, number, after) => {
      expect(personalNumberIn(before + number + after)).toBeDefined();
    }),
  );
});

test.each(['姓名', '学生姓名', '身份证号', '身份证号码', '家庭住址', '联系电话', ' 监护人 ', '学籍号（G）'])(
  'a column %p identifies people',
  (text) => {
    expect(isPersonalHeader(text)).toBe(true);
  },
);

test.each(['学校名称', '责任单位', '疑似辍学人数', '期次', '责任领导', '整改措施'])(
  'a column %p does not',
  (text) => {
    expect(isPersonalHeader(text)).toBe(false);
  },
);
