/** What the exit codes mean (contract §1). */
export const EXIT = {
  complete: 0,
  failed: 1,
  usage: 2,
  /** Written, but input that should have been read was lost. */
  lossy: 3,
  interrupted: 130,
} as const;

export type ExitCode = typeof EXIT[keyof typeof EXIT];
