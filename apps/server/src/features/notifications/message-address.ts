/** The Message-ID of a message: the same at every attempt, so that a mail program shows a doubled mail once (T08). */
export function messageIdOf(id: string, origin: string): string {
  return `<ob-${id}@${new URL(origin).hostname}>`;
}

/** Where a message and exactly the tasks it counts can be seen. */
export function messageLink(id: string, origin: string): string {
  return `${origin}/outbox/${id}`;
}
