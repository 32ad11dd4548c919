import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DomainError } from '#kernel';
import { IsCivilDate } from './is-civil-date.js';
import { IsFilledIn } from './is-filled-in.js';
import { MayBeAbsent } from './may-be-absent.js';
import { validationPipe } from './validation.js';

class Row {
  @IsString()
  @MaxLength(5)
  title: string;

  @IsOptional()
  @IsCivilDate()
  dueOn?: string;
}

class Edit {
  @MayBeAbsent()
  @IsString()
  @IsFilledIn()
  title?: string;
}

class Form {
  @IsInt()
  version: number;

  @IsIn(['a', 'b'])
  kind: string;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => Row)
  rows: Row[];
}

const pipe = validationPipe();
const check = (body: unknown): Promise<unknown> => pipe.transform(body, { type: 'body', metatype: Form });
async function faults(body: unknown): Promise<Record<string, string>> {
  const error: unknown = await check(body).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error('nothing was refused');
  expect(error.code).toBe('malformed');
  expect(error.detail).toBe(`有 ${error.errors.length} 处填写不对。`);
  return Object.fromEntries(error.errors.map(({ pointer, message }) => [pointer, message]));
}
const good = { version: 1, kind: 'a', rows: [{ title: '经费', dueOn: '2026-03-05' }] };

describe('validationPipe', () => {
  test('what is right becomes an instance of its class', async () => {
    const form = await check(good);
    expect(form).toBeInstanceOf(Form);
    expect((form as Form).rows[0]).toBeInstanceOf(Row);
  });

  test('all faults at once, each under its JSON Pointer, in Chinese', async () => {
    const rows = [{ title: '经费保障责任' }, { title: '经费', dueOn: '2026-02-30' }];
    expect(await faults({ version: '1', kind: 'c', rows })).toEqual({
      '/version': '应为整数',
      '/kind': '不在可选范围内',
      '/rows/0/title': '太长了',
      '/rows/1/dueOn': '应为真实日期，形如 2026-03-05',
    });
  });

  test('fields nobody asked for are refused, not dropped, and their names are escaped', async () => {
    expect(await faults({ ...good, 'a/b~c': 1, rows: [{ title: '经费', state: 'closed' }] })).toEqual({
      '/a~1b~0c': '是不认识的字段',
      '/rows/0/state': '是不认识的字段',
    });
  });

  test('nothing is turned from one type into another behind the writer’s back', async () => {
    expect(await faults({ ...good, version: '7' })).toEqual({ '/version': '应为整数' });
  });

  test('an empty body names every field that is missing', async () => {
    expect(Object.keys(await faults({}))).toEqual(['/version', '/kind', '/rows']);
  });

  test.each([
    [{}, true],
    [{ title: undefined }, true],
    [{ title: ' 经费 ' }, true],
    [{ title: null }, false],
    [{ title: '' }, false],
    [{ title: ' \u3000\n' }, false],
  ])('a field that may be absent: %j', async (body, good) => {
    const checked = pipe.transform(body, { type: 'body', metatype: Edit });
    if (good) expect(await checked).toBeInstanceOf(Edit);
    else
      await expect(checked).rejects.toMatchObject({
        code: 'malformed',
        errors: expect.arrayContaining([{ pointer: '/title', message: '不能为空' }]),
      });
  });
});
