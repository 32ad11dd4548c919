import createClient from 'openapi-fetch';
import { ApiProblem, asProblem, problemFrom } from './problem.js';
import type { paths } from './schema.js';

/** The typed client: paths, parameters and answers are checked against the server's OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // Lists travel as a,b — the same way the page's own address carries them.
  querySerializer: { array: { style: 'form', explode: false } },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Returns the answer's body, or throws the server's refusal as an ApiProblem. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((error: unknown) => {
    throw asProblem(error);
  });
  if (!answer.response.ok) {
    throw problemFrom(answer.response.status, answer.error, answer.response.headers.get('x-request-id'));
  }
  return answer.data as T;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Posts a form with a file and tells how far it is: fetch cannot report upload progress. */
export function postForm<T>(path: string, form: FormData, onProgress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    call.onerror = () => reject(asProblem(undefined));
    call.onload = () => {
      const body = parseJson(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(body as T);
      else reject(problemFrom(call.status, body, call.getResponseHeader('x-request-id')));
    };
    call.send(form);
  });
}

/** Builds `?a=1&b=x`, leaving out what is empty; for links the browser opens itself (downloads). */
export function queryString(
  query: Record<string, string | number | readonly (string | number)[] | undefined>,
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

export { ApiProblem };
