import type { PackContent } from '../campaign-pack.js';
import { type CheckResult, clauseNumber, declaredPlaces, measureOf, stageNames } from './check-result.js';

/** Places are whole classes of the plan's own class size. */
export function checkWholeClasses(pack: PackContent): CheckResult[] {
  return declaredPlaces(pack).flatMap(({ year, stage, places }) => {
    const classSize = measureOf(pack, 'class_size', stage);
    if (!classSize) return [];
    const size = Number(classSize.value);
    const whole = places % size === 0;
    const classes = whole ? String(places / size) : (places / size).toFixed(1);
    const sum = `${year.year}年${stageNames[stage]}${places}个学位 ÷ 每班${size}人 = ${classes}个班`;
    return {
      id: `whole-classes-${year.year}-${stage}`,
      level: whole ? 'holds' : 'warning',
      message: whole ? sum : `${sum}，不是整班`,
      clause: clauseNumber(pack, year.clause),
    };
  });
}

/** A declared number of classes times the class size gives the declared places, where only one stage is built. */
export function checkClassesProduct(pack: PackContent): CheckResult[] {
  const places = declaredPlaces(pack);
  return places.flatMap(({ year, stage, places: declared }) => {
    const classSize = measureOf(pack, 'class_size', stage);
    const alone = places.filter((other) => other.year === year).length === 1;
    if (year.classes === null || !classSize || !alone) return [];
    const product = year.classes * Number(classSize.value);
    const equal = product === declared;
    return {
      id: `classes-product-${year.year}-${stage}`,
      level: equal ? 'holds' : 'warning',
      message: `${year.year}年${year.classes}个班 × 每班${classSize.value}人 = ${product}，与写明的${stageNames[stage]}学位${declared}${equal ? '一致' : '不符'}`,
      clause: clauseNumber(pack, year.clause),
    };
  });
}

/** Places per listed school stay within the plan's own limit on school size. */
export function checkPlacesPerSchool(pack: PackContent): CheckResult[] {
  return declaredPlaces(pack).flatMap(({ year, stage, places }) => {
    const built = pack.projects.filter(
      (project) => project.year === year.year && project.stages.includes(stage),
    );
    const clause = clauseNumber(pack, year.clause);
    const what = `${year.year}年${stageNames[stage]}${places}个学位`;
    if (built.length === 0) {
      const message = `${what}没有对应的学校：当年没有列出${stageNames[stage]}`;
      return { id: `places-per-school-${year.year}-${stage}`, level: 'error', message, clause };
    }
    const limit = measureOf(pack, 'school_size', stage);
    if (!limit) return [];
    const fits = places <= Number(limit.value) * built.length;
    const sum = `${what} ÷ ${built.length}所 = 校均${Math.round(places / built.length)}`;
    return {
      id: `places-per-school-${year.year}-${stage}`,
      level: fits ? 'holds' : 'warning',
      message: `${sum}，${fits ? '不超过' : '超过'}方案自定的学校规模上限${limit.value}人`,
      clause,
    };
  });
}
