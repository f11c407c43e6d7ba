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
    { fragment: "yes please, do it", word: "continue" },
    { fragment: "let people choose the paper size with --paper", word: "option" },
    { fragment: "opening a large drawing takes a minute, it should be instant", word: "performance" },
    { fragment: "this function of 900 lines should become several small ones", word: "refactor" },
    { fragment: "给这个库写一份使用手册", word: "document" },
  ],
  llm_call: [
    { fragment: "Delete files: rm -r tmp/shots", word: "remove" },
    { fragment: "Let's see whether the tax module holds. Run the tests: go test ./tax/...", word: "test" },
    { fragment: "Create a new branch: git checkout -b paper-size", word: "branch" },
    { fragment: "Shall I send it now, or do you want to look first?", word: "question" },
    { fragment: "Read a file: lib/score.rb", word: "read" },
    { fragment: "Read a page of the web: https://rubydoc.info/gems/rouge", word: "research" },
    { fragment: "So the token is never renewed: the timer starts before the login is through.", word: "debug" },
    { fragment: "List running processes: ps -ef | grep puma", word: "process" },
    { fragment: "Show the differences: git diff HEAD~2", word: "diff" },
    { fragment: "Umlauts got lost while folding case; I keep them now. Edit a file: lib/search.rb", word: "fix" },
    { fragment: "Read lines of a file: sed -n 1,40p lib/score.rb", word: "read" },
    { fragment: "All three steps are done: the mail arrives, and 12 tests cover it.", word: "summarize" },
    { fragment: "Query the database: sqlite3 votes.db '.tables'", word: "database" },
    { fragment: "Start a server: systemctl restart puma", word: "start" },
    { fragment: "Start containers: docker compose up -d", word: "container" },
    { fragment: "Run a script: ruby bin/report.rb --week", word: "run" },
    { fragment: "Search for text in files: grep -rn paperSize lib", word: "search" },
    { fragment: "Deploy to the cluster: kubectl apply -f web.yaml", word: "deploy" },
    { fragment: "Wait for some time: sleep 60", word: "wait" },
    { fragment: "Commit the changes: git commit -am 'Keep umlauts'", word: "commit" },
    { fragment: "List the files of a folder: ls lib spec", word: "list" },
    { fragment: "Send a request over the network: curl -s localhost:4567/ping", word: "status" },
    { fragment: "Die Zahlen stimmen jetzt. Edit a file: lib/score.rb", word: "fix" },
    { fragment: "The 0.7 is the weight of recent votes; older ones count less.", word: "explain" },
    { fragment: "Write a file: docs/manual.md", word: "document" },
    { fragment: "Read the log of a container: docker logs web", word: "log" },
    { fragment: "Plan the steps: 1. extract the loop 2. name the steps 3. try it", word: "plan" },
    { fragment: "Back up the database: pg_dump votes > votes.sql", word: "backup" },
    { fragment: "Install packages: bundle add rouge", word: "install" },
    { fragment: "Show the version: ruby -v", word: "version" },
    { fragment: "Move or rename files: mv lib/tax.rb lib/vat.rb", word: "rename" },
    { fragment: "Build the program: make -j4 all", word: "build" },
  ],
};
