/** Thrown to undo what a measured transaction wrote, so that every repetition starts from the same rows. */
export class Undo extends Error {}

/**
 * Median duration in milliseconds of `n` repetitions after a few that only warm up.
 * @param action may answer the milliseconds itself, when only a part of it is meant
 */
export async function median(n, action) {
  const times = [];
  for (let turn = -3; turn < n; turn += 1) {
    const started = performance.now();
    const own = await action();
    if (turn >= 0) times.push(typeof own === 'number' ? own : performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return round(times[Math.floor(times.length / 2)]);
}

/** Milliseconds an operation takes in a transaction that is then undone; the commit is not part of it. */
export async function undone(unitOfWork, scope, operation) {
  const started = performance.now();
  let took = 0;
  await unitOfWork
    .run(scope, async (work) => {
      await operation(work);
      took = performance.now() - started;
      throw new Undo();
    })
    .catch(ignoreUndo);
  return took;
}

/** The same for a bare client. */
export async function undoneRaw(raw, action) {
  const started = performance.now();
  await raw.query('BEGIN');
  await action();
  const took = performance.now() - started;
  await raw.query('ROLLBACK');
  return took;
}

function ignoreUndo(error) {
  if (!(error instanceof Undo)) throw error;
}

const round = (ms) => Math.round(ms * 100) / 100;
