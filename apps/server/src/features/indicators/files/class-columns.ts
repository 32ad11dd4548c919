import type { Column } from './column.js';

/** 班级情况表, one row a class. */
export const classColumns: readonly Column[] = [
  {
    header: '学校标识码',
    path: 'school',
    kind: { type: 'code', digits: 10 },
    required: true,
    unit: null,
    guide: '10 位国家学校标识码，按文本填写；须在学校基本情况表中',
  },
  {
    header: '学校名称',
    path: 'schoolName',
    kind: { type: 'text' },
    required: false,
    unit: null,
    guide: '可不填；填写时与学校基本情况表核对',
  },
  {
    header: '学段',
    path: 'stage',
    kind: {
      type: 'choice',
      choices: new Map([
        ['小学', 'primary'],
        ['初中', 'junior'],
      ]),
    },
    required: true,
    unit: null,
    guide: '小学或初中',
  },
  {
    header: '年级',
    path: 'grade',
    kind: { type: 'text' },
    required: true,
    unit: null,
    guide: '一年级至九年级，或 1 至 9；七、八、九年级即初一、初二、初三',
  },
  {
    header: '班级',
    path: 'name',
    kind: { type: 'text' },
    required: true,
    unit: null,
    guide: '1、1班、（1）班、一班是同一个班',
  },
  {
    header: '学生数',
    path: 'students',
    kind: { type: 'integer', largest: 200 },
    required: true,
    unit: '人',
    guide: '在册人数，0 至 200',
  },
];
