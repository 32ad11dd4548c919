import type { FormInstance } from 'antd';
import { asProblem } from '../api/problem.js';

/** Puts the server's refusals beside the fields they name (`/dueOn` → field dueOn); what was typed stays. */
export function showFieldErrors<T>(form: FormInstance<T>, error: unknown): void {
  const fields = (asProblem(error).body.errors ?? []).map((field) => ({
    name: field.pointer.replace(/^\//, '').split('/'),
    errors: [field.message],
  }));
  if (fields.length > 0) form.setFields(fields as Parameters<typeof form.setFields>[0]);
}
