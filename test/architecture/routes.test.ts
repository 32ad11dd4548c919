import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { filesUnder } from './project-files.js';

const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options'];

test('every route declares a policy, or says why it is public', () => {
  const controllers = filesUnder('apps/server/src').filter(({ path }) => path.endsWith('.controller.ts'));
  const routes = controllers.flatMap(({ path, text }) => routesIn(path, text));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter(({ declares }) => !declares).map(({ name }) => name)).toEqual([]);
});

function routesIn(path: string, text: string): { name: string; declares: boolean }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { name: string; declares: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && decorators(node).some((name) => VERBS.includes(name))) {
      const names = [...decorators(node), ...decorators(node.parent)];
      const declares = names.includes('Policy') || names.includes('Public');
      found.push({ name: `${path} ${node.name.getText()}`, declares });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function decorators(node: ts.Node): string[] {
  const list = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return list.map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );
}
