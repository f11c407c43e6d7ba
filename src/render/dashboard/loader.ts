/** The first script of the dashboard: runs the other one, which the page holds compressed and its policy by its hash. */

import { inflated } from "./inflate.ts";

void run();

async function run(): Promise<void> {
  const script = document.createElement("script");
  script.textContent = await inflated("client");
  document.body.append(script);
}
