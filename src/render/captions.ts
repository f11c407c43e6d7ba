import type { Profile } from "../profile/profile.ts";

/** What the unit of the system views is, for readers of their pictures. */
export const FOOTPRINT_NOTE = "An event that touched three path groups is three footprints";

/** The profiles that are written, by the name of their view: title and note of their picture. */
export const CAPTIONS = {
  "semantic-system": { title: "Footprints by project, agent, session, prompt, tool and effect", note: FOOTPRINT_NOTE },
  "semantic-token": { title: "Tokens by project, agent, session, prompt, LLM call and model", note: "" },
  "nonsemantic-system": { title: "Footprints without words", note: FOOTPRINT_NOTE },
  "session-system": { title: "Footprints by word of the session", note: FOOTPRINT_NOTE },
  "prompt-system": { title: "Footprints by word of the prompt", note: FOOTPRINT_NOTE },
  "session-token": { title: "Tokens by word of the session", note: "" },
  "prompt-token": { title: "Tokens by word of the prompt", note: "" },
  "llm-token": { title: "Tokens by word of the LLM call", note: "" },
} as const satisfies Record<string, { readonly title: string; readonly note: string }>;

export type ViewName = keyof typeof CAPTIONS;

/** Profiles by the name of their view. */
export type Profiles = Readonly<Record<string, Profile>>;

/** The profile of a view. Throws where the caller did not bring it. */
export function profileOf(profiles: Profiles, view: ViewName): Profile {
  const profile = profiles[view];
  if (profile === undefined) throw new Error(`Cannot draw the view "${view}": expected its profile, found none`);
  return profile;
}
