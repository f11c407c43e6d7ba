/** Something about the input that the user should know: counted, shown grouped, written into the report. */
export interface Diagnostic {
  /** Groups equal troubles: one line of output for each kind. */
  readonly kind: string;
  /** A sentence without the file's name. */
  readonly message: string;
  /** Where it was met, for `--verbose`; never written into a file. */
  readonly file: string;
  /** 1-based; null if it concerns the whole file. */
  readonly line: number | null;
}

/** Counts of what was read and what could not be: `diagnostics` of the report. */
export interface ReadCounts {
  readonly filesRead: number;
  readonly filesSkipped: number;
  readonly linesRead: number;
  readonly linesSkipped: number;
  readonly copiesDropped: number;
}
