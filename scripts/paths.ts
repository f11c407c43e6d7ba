/** Paths of files in scripts. */

export function fromFileUrl(url: URL): string {
  return decodeURIComponent(url.pathname);
}

/** The path from a folder (with a final slash) to a file below it; null where it is not below. */
export function relative(folder: string, file: string): string | null {
  return file.startsWith(folder) ? file.slice(folder.length) : null;
}
