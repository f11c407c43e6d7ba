/** Paths as text, with `/` on every platform; nothing here looks at the disk. */

/** One `/` between the two. */
export function joinPath(dir: string, name: string): string {
  return dir.endsWith("/") ? dir + name : `${dir}/${name}`;
}

/** A leading `~` is the home folder. */
export function expandHome(path: string, home: string | null): string {
  if (home === null || (path !== "~" && !path.startsWith("~/"))) return path;
  return home + path.slice(1);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function dirName(path: string): string {
  const end = path.lastIndexOf("/");
  return end <= 0 ? "/" : path.slice(0, end);
}
