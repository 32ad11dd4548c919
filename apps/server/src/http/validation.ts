import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldFault } from '#kernel';

/** What each constraint means to a clerk; `{n}` is the constraint's own figure where it has one. */
const messages: Readonly<Record<string, string>> = {
  isString: '应为文字',
  isNotEmpty: '不能为空',
  isUuid: '编号无效',
  isInt: '应为整数',
  isBoolean: '应为是或否',
  isArray: '应为列表',
  isIn: '不在可选范围内',
  isEnum: '不在可选范围内',
  isCivilDate: '应为真实日期，形如 2026-03-05',
  isEmail: '邮箱地址无效',
  maxLength: '太长了',
  minLength: '太短了',
  min: '太小了',
  max: '太大了',
  arrayMinSize: '至少要有一项',
  arrayMaxSize: '项数太多',
  arrayUnique: '有重复项',
  matches: '格式不对',
  isObject: '应为一组字段',
  whitelistValidation: '是不认识的字段',
  nestedValidation: '格式不对',
};

/** Checks every body and query against its DTO class and reports all faults at once as JSON Pointers. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => {
      const faults = errors.flatMap((error) => faultsOf(error, ''));
      return new DomainError('malformed', { detail: `有 ${faults.length} 处填写不对。`, errors: faults });
    },
  });
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, text]) => ({
    pointer,
    message: messages[name] ?? text,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
