import type { TagKind } from "../trace/tag.ts";

/** A worked example: a fragment as a question shows it, and the word for it. */
export interface Example {
  readonly fragment: string;
  readonly word: string;
}

/** What stands before each question of a kind, in this order. Each word is one of the vocabulary `work`. */
export const EXAMPLES: Readonly<Record<TagKind, readonly Example[]>> = {
  session: [
    { fragment: "Umlauts in search; the search box ignores umlauts, please repair that", word: "fix" },
    { fragment: "Score formula; where does the 0.7 come from?", word: "explain" },
    { fragment: "cover the tax module with unit tests; run them", word: "test" },
    { fragment: "bring version 3 of the plugin out to the store; notes for the users too", word: "release" },
    { fragment: "High contrast look for the reader", word: "theme" },
    { fragment: "Take all wiki pages over from Confluence to our own site", word: "migrate" },
    { fragment: "opening a large drawing takes a minute, it should be instant", word: "performance" },
    { fragment: "the scheduler is one function of 900 lines, make several small ones of it", word: "refactor" },
    { fragment: "给这个库写一份使用手册", word: "document" },
    { fragment: "let other programs ask over HTTP how many are in stock", word: "api" },
  ],
  prompt: [
    { fragment: "the search box ignores umlauts, please repair that", word: "fix" },
    { fragment: "Where does the 0.7 in the score come from? Just tell me.", word: "explain" },
    { fragment: "cover the tax module with unit tests", word: "test" },
    { fragment: "awesome, thanks a lot", word: "thank" },
    { fragment: "bring version 3 of the plugin out to the store", word: "release" },
    { fragment: "stage everything and write a commit message", word: "commit" },
    { fragment: "let people choose the paper size with --paper", word: "option" },
    { fragment: "opening a large drawing takes a minute, it should be instant", word: "performance" },
    { fragment: "this function of 900 lines should become several small ones", word: "refactor" },
    { fragment: "给这个库写一份使用手册", word: "document" },
  ],
  llm_call: [
    { fragment: "Bash: rm -r tmp/shots", word: "remove" },
    { fragment: "Let's see whether the tax module holds. Bash: go test ./tax/...", word: "test" },
    { fragment: "Shall I send it now, or do you want to look first?", word: "question" },
    { fragment: "Read: lib/score.rb", word: "read" },
    { fragment: "Bash: git diff HEAD~2", word: "diff" },
    { fragment: "Umlauts got lost while folding case; I keep them now. Edit: lib/search.rb", word: "fix" },
    { fragment: "All three steps are done: the mail arrives, and 12 tests cover it.", word: "summarize" },
    { fragment: "Grep: paperSize", word: "search" },
    { fragment: "Bash: sleep 60", word: "wait" },
    { fragment: "Bash: git commit -am 'Keep umlauts'", word: "commit" },
    { fragment: "Bash: ls lib spec", word: "list" },
    { fragment: "The 0.7 is the weight of recent votes; older ones count less.", word: "explain" },
    { fragment: "Write: docs/manual.md", word: "document" },
    { fragment: "TodoWrite: 1. extract the loop 2. name the steps 3. try it", word: "plan" },
    { fragment: "shell: bundle add rouge", word: "install" },
    { fragment: "shell: make -j4 all", word: "build" },
  ],
};
