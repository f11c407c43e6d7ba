const MAX_DOMAINS = 8;

const URL_HOST =
  /\b(?:https?|wss?|s?ftps?|ssh|git|svn|rsync|smb|ldaps?|grpcs?|tcp|postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|kafka|nats|s?mqtts?|clickhouse|jdbc:[a-z]+|(?:git|svn|hg|bzr)\+[a-z]+)(?:\+[a-z0-9]+)?:\/\/(?:[^\s/?#@'"`<>\\]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:'"`<>\\()[\]{},;|&$*]+)/gi;
const REMOTE = /(?:^|[\s'"=])(?:[\w.-]+@)([a-z0-9][a-z0-9.-]*):(?!\/\/|\d+(?:\/|$))[\w.~/-]/gi;

/**
 * Hosts that a text or the arguments of a call name: those of URLs and of git remotes such as `git@host:path`. Lower case, without port or
 * credentials, each once, at most 8.
 */
export function domainsOf(input: string | readonly string[]): readonly string[] {
  const hosts = new Set<string>();
  for (const text of typeof input === "string" ? [input] : input) {
    if (!/:\/\/|@/.test(text)) continue;
    for (const match of [...text.matchAll(URL_HOST), ...text.matchAll(REMOTE)]) {
      const host = hostName(match[1] ?? "");
      if (host !== null) hosts.add(host);
    }
  }
  return [...hosts].slice(0, MAX_DOMAINS);
}

/** The host of `user@host:port` or `[::1]:22` in lower case; null where it cannot be one. */
export function hostName(text: string): string | null {
  const bare = text.replace(/^.*@/s, "").toLowerCase();
  const address = /^\[([0-9a-f:.]+)\]/.exec(bare)?.[1];
  if (address !== undefined) return address;
  const host = bare.replace(/:\d*$/, "").replace(/\.$/, "");
  return host.length <= 253 && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u.test(host) && !host.includes("..")
    ? host
    : null;
}

/** The host of an argument without a scheme, such as `localhost:3000/api` or `example.com`; null for anything that may be a file. */
export function bareHost(text: string): string | null {
  const [, host = "", port] = /^(?:[^\s/@]*@)?(\[[0-9a-f:]+\]|[a-z0-9][a-z0-9.-]*)(:\d+)?(?:[/?#].*)?$/is.exec(text) ??
    [];
  const isHost = port !== undefined || /^localhost$|^\d+(\.\d+){3}$|^\[|\.[a-z]{2,}$/i.test(host);
  return isHost ? hostName(host) : null;
}
