/** Where a session stands among others. */
export interface Standing {
  readonly id: string;
  /** The session that started it; null: none did. */
  readonly parentId: string | null;
  /** Unix time of its end in ms; null where no time is known. */
  readonly endMs: number | null;
}

/** Finds the session above all parents of one, as far as they are there. */
export function topFinder<T>(sessions: readonly T[], standingOf: (session: T) => Standing): (session: T) => T {
  const byId = new Map(sessions.map((session) => [standingOf(session).id, session]));
  return (session) => {
    const seen = new Set<T>();
    let top = session;
    while (!seen.has(top)) {
      seen.add(top);
      top = byId.get(standingOf(top).parentId ?? "") ?? top;
    }
    return top;
  };
}

/** The newest top sessions by their end, each with the subagents below it, in the order in which they came; 0: all. */
export function newestWithSubagents<T>(
  sessions: readonly T[],
  limit: number,
  standingOf: (session: T) => Standing,
): readonly T[] {
  if (limit === 0) return sessions;
  const topOf = topFinder(sessions, standingOf);
  const tops = [...new Set(sessions.map(topOf))].map((session) => ({ session, ...standingOf(session) }))
    .sort((a, b) => (b.endMs ?? 0) - (a.endMs ?? 0) || (a.id < b.id ? -1 : 1));
  const kept = new Set(tops.slice(0, limit).map(({ session }) => session));
  return sessions.filter((session) => kept.has(topOf(session)));
}
