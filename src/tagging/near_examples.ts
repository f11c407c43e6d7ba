import type { TagKind } from "../trace/tag.ts";
import type { Example } from "./examples.ts";

/**
 * Worked examples of which a question of the form `near` shows the one that is most like its fragment: the part `tune`
 * of the labelled set (docs/tagging.md), each with the first of its acceptable words that the vocabulary `work` has.
 */
export const NEAR_EXAMPLES: Readonly<Record<TagKind, readonly Example[]>> = {
  session: [
    { fragment: "Add CSV export; add a button on the orders page that exports the table as CSV", word: "export" },
    { fragment: "users of the orders page want to download the list as a CSV file; build that", word: "export" },
    { fragment: "Postgres migration; move the storage layer from SQLite to Postgres", word: "migrate" },
    { fragment: "we outgrow SQLite. Switch the storage to PostgreSQL", word: "migrate" },
    { fragment: "Explain the rate limiter; how does the token bucket in src/limits.ts work", word: "explain" },
    { fragment: "I do not understand the token bucket code in limits.ts, walk me through it", word: "explain" },
    { fragment: "Release 0; prepare release 0: changelog, version, tag", word: "release" },
    { fragment: "we are ready for 0, do the changelog and the tag", word: "release" },
    { fragment: "Slow dashboard; the dashboard needs 12 s to show. profile it", word: "profile" },
    {
      fragment: "Opening the dashboard takes 12 seconds, find out where the time goes and make it quick",
      word: "profile",
    },
    { fragment: "Dockerize the worker; write a Dockerfile for worker/", word: "container" },
    {
      fragment:
        "Pagination bug; The orders listing test fails: page 1 does not start at order 1. Find out why, fix it, and run the whole test suite",
      word: "page",
    },
    { fragment: "Refactor payment module; payment.py is 0 lines. split it", word: "refactor" },
    { fragment: "OAuth with Google; add login with google", word: "auth" },
    { fragment: "Translate docs to Japanese; translate docs/ into Japanese, keep code blocks", word: "translate" },
    { fragment: "Upgrade to React 19; upgrade react to 19 and fix what breaks", word: "upgrade" },
    { fragment: "API for invoices; design and implement REST endpoints for invoices", word: "api" },
    { fragment: "Onboarding guide; write a guide for new developers", word: "document" },
    { fragment: "Tetris clone; build a small tetris in the browser", word: "game" },
    { fragment: "Choose a queue; compare RabbitMQ, NATS and SQS for 2k messages per second", word: "compare" },
    { fragment: "Sentiment classifier; train a sentiment model on reviews.csv", word: "train" },
    { fragment: "Incident 0; here are the logs of the outage, build a timeline", word: "incident" },
    { fragment: "Terraform for staging; create terraform for a staging environment like prod, smaller", word: "cloud" },
    { fragment: "Email notifications; notify users by email when an order ships", word: "email" },
    { fragment: "Sidebar layout; the sidebar overlaps the content on narrow screens", word: "layout" },
    {
      fragment:
        "Rename Bucket; Rename the Bucket interface to TokenBucket everywhere and make sure nothing else breaks",
      word: "rename",
    },
    { fragment: "Plan multi-tenancy; think about how to make the app multi-tenant. only a plan", word: "plan" },
    { fragment: "Fix N+1 queries; the customers page does 0 queries", word: "query" },
    { fragment: "Chat; hello; what model are you", word: "greet" },
    { fragment: "thanks 👍", word: "thank" },
    { fragment: "run the tests and tell me what fails", word: "test" },
    { fragment: "list all TODO comments in the repo with the author", word: "list" },
    {
      fragment:
        "What is the difference between a token bucket and a leaky bucket, and which of the two does our limiter use? No need to change anything",
      word: "explain",
    },
    { fragment: "review the uncommitted changes", word: "review" },
    {
      fragment:
        "Have one helper review the TypeScript error handling and another one the Python script, in parallel, and merge what they find",
      word: "review",
    },
    { fragment: "bitte die Datumsanzeige reparieren, sie zeigt den Monat falsch", word: "date" },
    { fragment: "请帮我看看 scripts/report.py 为什么遇到空文件会崩溃,修好它,然后跑一遍 Python 测试", word: "fix" },
    { fragment: "refais la page d'accueil avec une mise en page à deux colonnes", word: "layout" },
    { fragment: "hazme un script que redimensione todas las imágenes de una carpeta", word: "image" },
    { fragment: "напиши тесты для модуля скидок", word: "test" },
    {
      fragment:
        'java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null at com.acme.shop.UserService.gree … oInvoke(InvocableHandlerMethod.java:0)',
      word: "fix",
    },
    {
      fragment:
        "Build log: [0] fetching sources [0] cmake -B build -DCMAKE_BUILD_TYPE=Release [0] -- Could NOT find … guring incomplete, errors occurred! why",
      word: "build",
    },
    {
      fragment:
        "implement this ticket SHOP-0: Gift cards As a customer I can pay with one or more gift cards, so that I can use what  … test with two cards and a partial refund",
      word: "payment",
    },
    { fragment: "Websocket reconnect; the client does not reconnect after the laptop wakes up", word: "network" },
    { fragment: "Accessibility of the date picker; make the date picker usable with the keyboard", word: "date" },
    { fragment: "Invoice numbering; invoice numbers have gaps, the accountant complains", word: "invoice" },
    { fragment: "Cron job for invoices; every first of the month send all open invoices by mail", word: "invoice" },
    { fragment: "Segfault in image decoder; decode_png crashes with files over 2 GB", word: "fix" },
    {
      fragment: "PNG decoding dies with a segmentation fault on huge files. Run it under ASan and repair it",
      word: "fix",
    },
    {
      fragment: "Onboarding guide; write a guide for new developers: setup, first build, how to run the tests",
      word: "document",
    },
    { fragment: "Kubernetes rollout; bring the search service to the new cluster", word: "deploy" },
    { fragment: "améliore les messages d'erreur de l'API, ils ne disent rien d'utile", word: "error" },
    { fragment: "给后台管理加一个按角色的权限系统; 先写数据库表", word: "permission" },
    { fragment: "Sprite animation; the player sprite should walk in four directions", word: "animation" },
    {
      fragment: "Compare vector databases; compare pgvector, qdrant and sqlite-vec for 2M embeddings",
      word: "compare",
    },
    { fragment: "Pre-commit hooks; set up hooks which format and lint before each commit", word: "commit" },
    { fragment: "Bitte den Login auf Passkeys umstellen", word: "auth" },
    { fragment: "Weekly sales numbers; read sales.xlsx and give me totals per region and week", word: "report" },
    { fragment: "Monorepo split; take packages/ui out into a repository of its own, with its history", word: "split" },
    {
      fragment:
        "WARNING: 14 vulnerabilities (3 moderate, 11 high) To address all issues, run: npm audit fix --force lodash <0 Seve … 6 Severity: critical Prototype Pollution",
      word: "security",
    },
    { fragment: "Speech to text; transcribe the recordings in audio/ with whisper", word: "audio" },
    { fragment: "Flaky checkout e2e test; checkout.spec.ts fails every third run on CI, find out why", word: "test" },
    { fragment: "Write a Python script that downloads all PDFs of a page", word: "script" },
    { fragment: "Dark mode; add dark mode, follow the system setting", word: "theme" },
    { fragment: "die Rechnungs-PDFs haben kein Logo mehr seit dem letzten Update", word: "fix" },
    { fragment: "Rate limiting for the public API; at most 0 requests a minute per key", word: "limit" },
    {
      fragment: "Notion to Obsidian; move all my notes from Notion to Obsidian, keep links and images",
      word: "migrate",
    },
    { fragment: "explica cómo funciona el planificador de tareas en este repositorio", word: "explain" },
    { fragment: "Memory leak in the worker; RSS grows by 0 MB an hour", word: "memory" },
    { fragment: "Release 0; prepare release 0: version, changelog, tag", word: "release" },
    { fragment: "构建一个展示销售额的仪表盘; 按地区筛选", word: "dashboard" },
    { fragment: "GDPR data export; users must be able to download everything we store about them", word: "privacy" },
    { fragment: "Terminal snake game; write snake in Rust with crossterm", word: "game" },
    { fragment: "move our CI from Travis to GitHub Actions", word: "pipeline" },
    { fragment: "レビューのコメントに対応してください; 型エラーも直して", word: "review" },
    { fragment: "Fine-tune a classifier; fine-tune distilbert on tickets.csv", word: "train" },
    { fragment: "Stripe subscription; integrate Stripe subscriptions, monthly and yearly", word: "payment" },
    { fragment: "gitleaks found an AWS key in our history, get it out", word: "secret" },
    { fragment: "Strange 0s; nginx answers 0 about twice an hour since Monday", word: "error" },
    {
      fragment:
        "Flaky websocket reconnect; the live price ticker stops updating after the laptop wakes from sleep, only a page reload helps",
      word: "fix",
    },
    {
      fragment: "Set up terraform for a staging env in eu-west-1, copy of prod but smaller instances",
      word: "environment",
    },
    {
      fragment: "Bring the ESP32 firmware to IDF 0; we're still on esp-idf 0, get it to compile with 0",
      word: "upgrade",
    },
    {
      fragment: "Move app from Vue 2 to Vue 3; Please port this frontend from vue 2 to vue 3, component by component",
      word: "migrate",
    },
    {
      fragment: "our UI is on Vue 0 which is EOL. get us to Vue 3, step by step so i can review each component",
      word: "migrate",
    },
    {
      fragment:
        "Code review of PR 0; review https://github.com/acme/ledger/pull/0, focus on locking and the rollback path",
      word: "review",
    },
    {
      fragment:
        "Landing page; build a one-page site for my bakery: opening hours, a photo gallery, a map with directions",
      word: "create",
    },
    { fragment: "why is `cargo build` so slow in this workspace? incremental takes 90s", word: "build" },
    {
      fragment: "Churn model baseline; load data/churn.parquet and train a logistic regression baseline, report AUC",
      word: "train",
    },
    {
      fragment:
        "Postmortem for Tuesday's outage; write a postmortem for the outage on Tuesday, the timeline is in incidents/0.md and the alerts are in alerts.json",
      word: "incident",
    },
    {
      fragment:
        "Remove feature flags; these flags have been 0% on for a year: new_nav, fast_search, beta_invoice. delete them and the dead code paths",
      word: "remove",
    },
    { fragment: "hi; what can you do in this repo", word: "greet" },
    { fragment: "Level editor undo; add undo/redo to the tilemap editor, ctrl+z / ctrl+shift+z", word: "implement" },
    { fragment: "Log noise in nginx; nginx error.log is 40 GB and the disk is full, help", word: "log" },
    {
      fragment:
        "Barrierefreiheit Formular; Das Anmeldeformular ist mit dem Screenreader kaum bedienbar. Bitte Labels und Fokusreihenfolge korrigieren",
      word: "fix",
    },
    {
      fragment:
        "Escribe un script que descargue cada noche los tipos de cambio del BCE y los guarde en la tabla fx_rates",
      word: "script",
    },
    { fragment: "Renommage du paquet; renomme le paquet com.acme.old en fr.acme.core partout", word: "rename" },
    {
      fragment: "画像アップロードの不具合; プロフィール画像をアップロードすると0エラーになります。原因を調べてください",
      word: "upload",
    },
    {
      fragment:
        "Fix websocket reconnect storm; after the lb restarts all 8k clients reconnect in the same second and kill the gateway again. add jitter + exponential backoff to the js client",
      word: "fix",
    },
    {
      fragment: "create a new vite + svelte project in ./portal, typescript, tailwind, eslint like in ../shop",
      word: "create",
    },
    {
      fragment:
        "Einkommensteuer-Export für DATEV; Wir brauchen einen Export aller Buchungen im DATEV-Format (EXTF 0). Beispieldatei liegt in samples/",
      word: "export",
    },
    {
      fragment: "Explain borrow checker error in arena allocator; why can't I hold two &mut into the arena at once",
      word: "explain",
    },
    { fragment: "review the diff on this branch like a grumpy senior", word: "review" },
    {
      fragment:
        "Terraform: split state per environment; our single tfstate has prod+staging, split it without destroying anything",
      word: "split",
    },
    {
      fragment:
        "Pathfinding stutters with 0+ units; game freezes for about half a sec when i select a big army and right click. I think A* per unit is dumb",
      word: "game",
    },
    {
      fragment: "Ich möchte die Anwendung von MySQL auf PostgreSQL umstellen. Mach bitte zuerst einen Plan",
      word: "migrate",
    },
    {
      fragment: "Moving off MySQL; we want to switch the app from mysql to postgres, plan first please",
      word: "migrate",
    },
    {
      fragment:
        "Random forest for tree species from LiDAR; load data/plots.gpkg, compute height percentiles per crown and train a random forest on species",
      word: "train",
    },
    { fragment: "qu'est-ce qui me bouffe le disque sur cette machine ?", word: "disk" },
    {
      fragment: "Add Apple Pay to checkout; add apple pay next to the card form, we already use adyen",
      word: "payment",
    },
    {
      fragment:
        "Correction des traductions manquantes; liste-moi toutes les clés présentes dans en.json et absentes de fr.json",
      word: "translate",
    },
    {
      fragment:
        "Zephyr BLE peripheral drops connection; nRF0, zephyr 0. phone disconnects after ~30s with reason 0x08 (supervision timeout). prj.conf attached below CONFI … RIPHERAL=y CONFIG_BT_BUF_ACL_RX_SIZE=0",
      word: "debug",
    },
    { fragment: "continue where the last session stopped, notes in HANDOFF.md", word: "continue" },
    {
      fragment:
        "OpenAPI client generation; generate a typed ts client from openapi.yaml and replace the handwritten fetch calls in src/api",
      word: "generate",
    },
    {
      fragment:
        "Ускорение отчёта по продажам; Отчёт за год строится 4 минуты, вот EXPLAIN ANALYZE: Seq Scan on sales_items (cost=0 rows=41M)",
      word: "performance",
    },
    { fragment: "Cut v0 of the crate; bump version, update CHANGELOG, tag", word: "release" },
    {
      fragment:
        "hey, quick one: is 'INSERT ... ON CONFLICT DO NOTHING RETURNING id' supposed to return nothing if the row exists",
      word: "question",
    },
    {
      fragment:
        "Prometheus alerts are too noisy; here's alerts.yml. we got 0 pages last week, 9 of them mattered. suggest which to drop or loosen",
      word: "alert",
    },
    {
      fragment:
        "Kotlin: move from LiveData to StateFlow; migrate the profile and settings screens from LiveData to StateFlow",
      word: "migrate",
    },
    {
      fragment:
        "Informe semanal de métricas; Haz un script que saque de BigQuery los usuarios activos por semana y genere un gráfico PNG",
      word: "script",
    },
    {
      fragment:
        "Flaky Playwright test: signup wizard; signup-wizard.spec.ts fails 1 of 6 runs on CI, always at step 3. trace.zip is in /tmp",
      word: "test",
    },
    {
      fragment: "research how other editors (zed, helix, kakoune) store undo history, then propose a design for ours",
      word: "research",
    },
    {
      fragment:
        "Accessible color palette for charts; our chart colors are unreadable for red/green blind users, suggest 8 colours with enough contrast on both white and #0",
      word: "color",
    },
    {
      fragment:
        "LLVM 18 port; upgrade the backend from llvm 15 to 18. typed pointers are gone so expect pain in codegen/types.cpp",
      word: "upgrade",
    },
    { fragment: "订单超时自动取消; 下单后 15 分钟未支付的订单要自动取消并释放库存，用延迟队列实现", word: "order" },
    { fragment: "who changed the tax rounding in PriceCalculator and why", word: "history" },
    {
      fragment:
        "S3 presigned uploads; uploads go through our api server and blow its memory. switch to presigned urls, multipart for >0mb",
      word: "upload",
    },
    {
      fragment:
        "Read paper & reproduce Fig. 4; read paper.pdf (sections 3 and 4) and summarise the estimator in your own words",
      word: "research",
    },
    {
      fragment:
        "Rollen und Rechte im Admin-Backend; Support-Mitarbeiter sollen Kundendaten sehen, aber nicht ändern dürfen. Aktuell gibt es nur admin / kein admin",
      word: "permission",
    },
    {
      fragment:
        "prototype a tiny synth in the browser, web audio api, 2 oscillators and a lowpass, keys a-k play notes",
      word: "prototype",
    },
    {
      fragment:
        "Setup of dev container; write a devcontainer.json for this repo: go 0, node 20, postgres 16 as a service",
      word: "container",
    },
    {
      fragment: "Delete inactive accounts after 24 months; implement the data retention policy from docs/privacy.md §4",
      word: "privacy",
    },
    {
      fragment:
        "Aggiornamento a Django 5; Aggiorna il progetto da Django 0 a 0, un passo alla volta, e dopo ogni passo lancia i test",
      word: "upgrade",
    },
    {
      fragment:
        "Vim plugin: fold by markdown heading; my fold expr is slow on a 20k line file, can it be cached per changedtick",
      word: "performance",
    },
    { fragment: "git status says 'You have unmerged paths' and i have no idea what i did", word: "conflict" },
    {
      fragment:
        "Video thumbnails with ffmpeg; generate a 3x3 contact sheet for each mp4 in /media/in, skip black frames",
      word: "video",
    },
    {
      fragment:
        "Option pricer: compare to QuantLib; our heston pricer differs from quantlib by up to 3bp for short maturities, find out where from",
      word: "compare",
    },
    {
      fragment: "Naprawa layoutu faktury PDF; na drugiej stronie faktury nagłówek tabeli nachodzi na logo",
      word: "invoice",
    },
    {
      fragment: "Rate limiting for public API; 0 req/min per key, 0 with Retry-After, redis sliding window",
      word: "limit",
    },
    {
      fragment:
        "estimate how long a full reindex would take with 0M docs, use the numbers from logs/reindex-sample.log",
      word: "estimate",
    },
    {
      fragment:
        "Inventory drag & drop in Godot; drag and drop between inventory slots, godot 0, gdscript. stackable items merge",
      word: "game",
    },
    {
      fragment: "CVE-0 check; are any of our images affected by the xz backdoor? list base images + liblzma version",
      word: "security",
    },
    { fragment: "ログ出力の整理; ログがJSONとプレーンテキスト混在なので全部JSONに統一してほしい", word: "log" },
    { fragment: "Onboarding chatbot prototype; small RAG bot over our handbook, streamlit ui, pgvector", word: "chat" },
    { fragment: "Makefile에 armv7이랑 riscv64 크로스 컴파일 타깃 추가해줘", word: "build" },
    {
      fragment:
        "Vehicle tracker dashboard; leaflet map with live positions from mqtt, list on the left, click centers the map",
      word: "map",
    },
    {
      fragment:
        "Dead letter queue growing; dlq has 14k messages since tuesday, sample 50 and tell me what's wrong with them",
      word: "queue",
    },
    {
      fragment: "Meldingen in de app; pushmeldingen als er een nieuw bericht is, met FCM, alleen android voorlopig",
      word: "notify",
    },
  ],
  prompt: [
    { fragment: "why does `retryDelay` double after every failure? no changes, just tell me", word: "explain" },
    {
      fragment: "Explain to me the reason the retry delay gets doubled each time. Don't touch the code",
      word: "explain",
    },
    { fragment: "write unit tests for the csv parser, include empty files and quoted newlines", word: "test" },
    { fragment: "The CSV parser has no tests yet. Cover empty input and newlines inside quotes", word: "test" },
    { fragment: "commit this with a sensible message", word: "commit" },
    { fragment: "ok please make a git commit of what we have now", word: "commit" },
    { fragment: "deploy the staging branch to fly.io", word: "deploy" },
    { fragment: "Push what is on staging out to our fly.io environment", word: "deploy" },
    { fragment: "thanks, that's perfect", word: "thank" },
    { fragment: "great job, thank you", word: "thank" },
    { fragment: "review my last commit and tell me what you would change", word: "review" },
    { fragment: "Have a look at the latest commit as a reviewer: what is bad about it", word: "review" },
    { fragment: "move the user table from MySQL to Postgres without downtime", word: "migrate" },
    {
      fragment: "We switch from MySQL to PostgreSQL. Bring the users table over, no downtime allowed",
      word: "migrate",
    },
    { fragment: "add an endpoint GET /health that returns the version", word: "add" },
    { fragment: "I need a /health route in the API; it should answer with the version string", word: "add" },
    { fragment: "which file defines the Order type", word: "search" },
    { fragment: "continue", word: "continue" },
    { fragment: "yes, go ahead", word: "confirm" },
    { fragment: "no! read the test again. page is 1-based", word: "read" },
    { fragment: "run the tests", word: "test" },
    { fragment: "run lint and format the code", word: "lint" },
    { fragment: "squash the last three commits and rebase onto main", word: "rebase" },
    { fragment: "resolve the merge conflicts in package-lock.json", word: "merge" },
    { fragment: "open a pull request for this branch", word: "pull" },
    { fragment: "translate all UI strings to French", word: "translate" },
    { fragment: "summarise docs/architecture.md in three sentences", word: "summarize" },
    { fragment: "rotate the API keys in .env and make sure that they are not in git history", word: "secret" },
    { fragment: "set up GitHub Actions: lint, test, build on every push", word: "pipeline" },
    { fragment: "split server.ts into smaller modules, no behaviour change", word: "refactor" },
    { fragment: "remove the dist folder and everything else that is generated", word: "remove" },
    { fragment: "delete all feature flags which are 0% on", word: "remove" },
    { fragment: "make the sidebar collapse on small screens", word: "layout" },
    { fragment: "the heading overlaps the logo on mobile", word: "layout" },
    { fragment: "let the user upload an avatar, max 2 MB, resize to 0px", word: "upload" },
    { fragment: "send an email when a build fails", word: "email" },
    { fragment: "cache the exchange rates for 10 minutes", word: "cache" },
    { fragment: "the worker leaks memory: 2 GB after a day. Investigate with heap snapshots", word: "memory" },
    { fragment: "validate the email field before submitting the form", word: "validate" },
    { fragment: "plan how we could support multi-tenancy. No code yet", word: "plan" },
    { fragment: "what would be a good architecture for offline sync", word: "architecture" },
    { fragment: "estimate how long the migration to Vue 3 would take", word: "estimate" },
    { fragment: "convert this callback code to async/await", word: "convert" },
    { fragment: "generate 0 fixture users in tests/fixtures.json", word: "generate" },
    { fragment: "install zod and use it for the config", word: "install" },
    { fragment: "the chess engine lets the king move into check", word: "game" },
    { fragment: "backup the production database to S3 every night", word: "backup" },
    { fragment: "read CONTRIBUTING.md first, then tell me which checks I must run", word: "read" },
    { fragment: "请修复登录页面在手机上无法滚动的问题", word: "fix" },
    { fragment: "把所有的注释翻译成英文", word: "translate" },
    { fragment: "テストを書いてください。対象は src/cart.ts です", word: "test" },
    { fragment: "Bitte schreibe eine Anleitung für neue Entwickler", word: "document" },
    { fragment: "Warum stürzt die App beim Start ab? Hier gibt es nur einen leeren Bildschirm", word: "debug" },
    { fragment: "Ajoute un bouton pour exporter la liste en CSV", word: "export" },
    { fragment: "Peux-tu relire ce module et me dire ce qui cloche ?", word: "review" },
    { fragment: "agrega paginación a la lista de clientes", word: "page" },
    { fragment: "elimina el código muerto", word: "remove" },
    { fragment: "почему запрос такой медленный? добавь индекс если нужно", word: "query" },
    { fragment: "로그인 오류를 고쳐 주세요", word: "fix" },
    { fragment: "faça o deploy para produção", word: "deploy" },
    {
      fragment:
        'npm ERR! code ERESOLVE npm ERR! ERESOLVE unable to resolve dependency tree npm ERR! While resolving: shop@0 npm ERR! …  || ^18" from react-beautiful-dnd@0',
      word: "dependency",
    },
    {
      fragment:
        'Traceback (most recent call last): File "/srv/app/worker.py", line 88, in run self.handle(job) File "/srv/app/worker.py" … ce an hour in production. find the cause',
      word: "debug",
    },
    {
      fragment:
        "Here is the log of last night's outage. Which share of the requests was rejected with 0? 0T0Z INFO … 0Z INFO api req=6 GET /orders/7 0 14ms",
      word: "log",
    },
    {
      fragment:
        "is this function correct? ```ts export function median(xs: number[]): number { const s = [...xs].sort(); const m = Math. …  2 ? s[m] : (s[m - 1] + s[m]) / 2; } ```",
      word: "review",
    },
    {
      fragment:
        "make this query faster SELECT o.id, o.total, c.name, (SELECT count(*) FROM items i WHERE i.order_id = o.id) AS n FROM or … om' ORDER BY o.created_at DESC LIMIT 50;",
      word: "query",
    },
    {
      fragment:
        "FAIL src/cart.test.ts > total > applies the discount once AssertionError: expected 81 to be 90 ❯ src/cart.test.ts:0  … ct(cart.total()).toBe(90) | ^ please fix",
      word: "fix",
    },
    {
      fragment:
        "error TS0: Argument of type 'string | undefined' is not assignable to parameter of type 'string'. Type 'undefined' is … p(process.env.REGION) ~~~~~~~~~~~~~~~~~~",
      word: "type",
    },
    {
      fragment:
        "Look up what our public rate limit page says and whether it agrees with the code: http://0/docs/limits.html",
      word: "compare",
    },
    {
      fragment:
        "I'd like you to have a helper look into the error handling of the TypeScript part and another one into the Python script … then merge what they found into one list",
      word: "delegate",
    },
    {
      fragment:
        "Work in small steps and keep a plan: first make the clock injectable, then replace the timers, then delete the old code",
      word: "plan",
    },
    { fragment: "the invoice PDF shows the VAT twice", word: "invoice" },
    { fragment: "animate the cards when they are flipped", word: "animation" },
    { fragment: "write a poem about pagination", word: "write" },
    { fragment: "make the error messages friendlier", word: "error" },
    { fragment: "use the design tokens instead of hard coded colours", word: "color" },
    { fragment: "simulate 10k concurrent websocket clients and see when it breaks", word: "benchmark" },
    { fragment: "the cron job runs twice on Sundays because of DST", word: "schedule" },
    { fragment: "the CSV download of the attendance sheet has the columns in the wrong order, fix that", word: "fix" },
    { fragment: "what is the difference between our two retry helpers", word: "compare" },
    { fragment: "hola, ¿estás ahí", word: "greet" },
    { fragment: "yes, do that", word: "confirm" },
    { fragment: "ok go ahead", word: "confirm" },
    { fragment: "perfect, that's exactly what I wanted 🙏", word: "thank" },
    {
      fragment: "The unit tests of the billing package take nine minutes. Find the slow ones and make them quick",
      word: "performance",
    },
    { fragment: "add a --json flag to the inventory command", word: "option" },
    {
      fragment: "Explique-moi comment fonctionne le verrouillage dans le gestionnaire de files d'attente",
      word: "explain",
    },
    { fragment: "Schreib bitte Tests für den Währungsumrechner, auch für negative Beträge", word: "test" },
    { fragment: "把用户头像的上传大小限制改成 5MB", word: "limit" },
    { fragment: "このプルリクエストをレビューしてください", word: "review" },
    {
      fragment:
        "почему сборка падает на Windows? вот лог: error C0: 'ssize_t': undeclared identifier nmake : fatal error U0: 'cl.exe' : return code '0x2'",
      word: "build",
    },
    { fragment: "renomeie a classe Pedido para Encomenda em todo o projeto", word: "rename" },
    { fragment: "배포 스크립트를 만들어 줘", word: "deploy" },
    { fragment: "dodaj indeks na kolumnie email w tabeli klientów", word: "index" },
    {
      fragment:
        "goroutine 18 [running]: panic: runtime error: invalid memory address or nil pointer dereference [signal SIGSEGV: segment … p.go:91 happens on every second checkout",
      word: "fix",
    },
    {
      fragment:
        "[0T0Z] WARN pool exhausted, waited 0ms [0T0Z] ERROR GET /reports 0 [0T09: …  lines mean and how do I get rid of them",
      word: "explain",
    },
    { fragment: "put the retry settings into a YAML file instead of constants", word: "config" },
    {
      fragment:
        "We want customers to be able to pay with Apple Pay. Wire it into the existing checkout, behind a feature switch, and leave the card form as it is",
      word: "payment",
    },
    { fragment: "squash the last four commits and force push", word: "rebase" },
    {
      fragment: "is this SQL safe against injection? db.query(`SELECT * FROM notes WHERE title = '${t}'`)",
      word: "security",
    },
    { fragment: "remove the unused feature flags", word: "remove" },
    { fragment: "Write release notes for 0 from the commits since v0", word: "changelog" },
    { fragment: "make the tooltip text bigger and dark blue", word: "style" },
    { fragment: "plot loss against epochs for the last five training runs", word: "chart" },
    { fragment: "how much disk do our docker volumes use", word: "disk" },
    { fragment: "the websocket server should drop clients that are silent for 60 seconds", word: "timeout" },
    { fragment: "Turn these callbacks into async/await, file by file, running the tests after each", word: "refactor" },
    { fragment: "before you write any code: list the steps you'd take to move us off Heroku", word: "plan" },
    { fragment: "pourquoi le total est-il faux quand il y a une remise ? corrige", word: "fix" },
    { fragment: "merge main into this branch, keep our version of the lock file", word: "merge" },
    { fragment: "the date filter on the bookings page is off by one day for users in Auckland", word: "date" },
    { fragment: "can you check whether we still use lodash anywhere", word: "search" },
    { fragment: "Bitte benenne die Tabelle kunden in customers um und passe alle Abfragen an", word: "rename" },
    { fragment: "ajoute une page 0 avec un lien vers l'accueil", word: "add" },
    { fragment: "别做了，先停下", word: "stop" },
    { fragment: "これ、もう少し簡単な言葉で説明してくれる？", word: "explain" },
    { fragment: "now do the same for the other two services", word: "continue" },
    { fragment: "hi! are you able to see my repo", word: "greet" },
    { fragment: "roll back to yesterday's build, prod is down", word: "revert" },
    { fragment: "I want a cron entry that prunes sessions older than 30 days", word: "schedule" },
    { fragment: "estimate how long porting the Android app to Kotlin Multiplatform would take", word: "estimate" },
    { fragment: "bump axios to the latest version and rerun the suite", word: "upgrade" },
    {
      fragment:
        'Traceback (most recent call last): File "train.py", line 88, in <module> loss.backward() RuntimeError: CUDA out of memor … al capacity; 0 GiB already allocated)',
      word: "memory",
    },
    { fragment: "¿por qué tarda tanto el arranque de la aplicación", word: "performance" },
    { fragment: "напиши README с примерами использования", word: "document" },
    { fragment: "encrypt the backup files before they go to S3", word: "encrypt" },
    { fragment: "please add logging to the payment webhook, we never know what came in", word: "log" },
    { fragment: "make it two columns on phones in landscape", word: "layout" },
    { fragment: "what did you change since my last message? short list", word: "summarize" },
    { fragment: "translate all strings of the settings screen into Dutch and Polish", word: "translate" },
    { fragment: "nein, mach das rückgängig", word: "revert" },
    { fragment: "put the whole thing behind a login, Google accounts only", word: "auth" },
    { fragment: "Optimise the Dockerfile: the image has 0 GB", word: "container" },
    {
      fragment:
        'npm ERR! code ERESOLVE npm ERR! ERESOLVE unable to resolve dependency tree npm ERR! Found: react@0 npm ERR! peer re … @"^18" from @headlessui/react@0 help',
      word: "dependency",
    },
    { fragment: "İki CSV dosyasını müşteri numarasına göre birleştir", word: "merge" },
    { fragment: "wat doet deze regex? ^(?:\\d{3}-)?\\d{4}$", word: "explain" },
    { fragment: "have a look at my PR #0 and be picky", word: "review" },
    { fragment: "the new onboarding video autoplays with sound, mute it by default", word: "video" },
    { fragment: "create seed data: 20 products, 5 customers, random orders", word: "generate" },
    { fragment: "show a toast when the upload is finished", word: "notify" },
    { fragment: "commit and push", word: "commit" },
    { fragment: "lass uns erst besprechen, ob wir GraphQL überhaupt brauchen", word: "discuss" },
    { fragment: "go on", word: "continue" },
    { fragment: "undo that", word: "revert" },
    { fragment: "perfect, thanks a lot", word: "thank" },
    {
      fragment: "the coupon field on the basket page accepts expired codes, can you find out why and patch it",
      word: "fix",
    },
    {
      fragment:
        'getting this when i start the worker, any idea? Traceback (most recent call last): File "worker/main.py", line 41, in <m … ams) pika.exceptions.AMQPConnectionError',
      word: "error",
    },
    { fragment: "rename getUsr to fetchAccount everywhere, incl. the tests", word: "rename" },
    { fragment: "Please bump eslint and all its plugins to v9 and switch us to the flat config", word: "upgrade" },
    {
      fragment:
        "whats the difference between a mutex and a semaphore in freertos? which one should I use for the i2c bus",
      word: "question",
    },
    {
      fragment:
        "our Postgres query for the monthly statement takes 14s. here's the plan: Seq Scan on ledger_entries (cost=0 … id = 0 AND booked_at >= '0')",
      word: "query",
    },
    {
      fragment:
        "the sql behind the monthly account statement is way too slow (around 14 secs), looks like it does a full table scan on ledger_entries. make it fast",
      word: "query",
    },
    {
      fragment: "write unit tests for the tax rounding helper, especially negative amounts and the half-cent case",
      word: "test",
    },
    { fragment: "can you squash the last 4 commits and rebase onto origin/main? don't push yet", word: "rebase" },
    { fragment: "add a dark mode toggle in the settings screen, remember the choice in AsyncStorage", word: "theme" },
    {
      fragment: "pods keep getting OOMKilled after about 20 minutes, heap grows linear. find the leak",
      word: "memory",
    },
    {
      fragment:
        "ok before you write any code lay out how you'd split the monolith into services, which ones first and what the risks are",
      word: "plan",
    },
    {
      fragment: "Set up a GitHub Actions workflow that builds the docker image on every tag and pushes it to ghcr",
      word: "pipeline",
    },
    { fragment: "how many lines of kotlin vs java are left in the android module", word: "count" },
    {
      fragment:
        "the player falls through moving platforms when the frame rate drops below 30, I think it's the collision step in physics.gd",
      word: "fix",
    },
    {
      fragment:
        "- const total = items.reduce((a, i) => a + i.price, 0) + const total = items.reduce((a, i) => a + i.price * i.qty, 0) is … e cart that relies on the old behaviour",
      word: "review",
    },
    {
      fragment: "fine tune the small whisper checkpoint on our call recordings, start with 3 epochs and lr 1e-5",
      word: "train",
    },
    { fragment: "could you draft the 0 entry for CHANGELOG.md from the merged PRs since 0", word: "changelog" },
    {
      fragment:
        'npm ci fails on the ci box with ERESOLVE could not resolve, peer react@"^17" from react-beautiful-dnd@0',
      word: "dependency",
    },
    { fragment: "no stop, dont touch the migrations", word: "stop" },
    {
      fragment:
        "We need login with Google next to the email/password form. Use the existing session cookie, no new tables please",
      word: "auth",
    },
    { fragment: "move all the magic numbers in motor_ctrl.c to a header, no functional change", word: "refactor" },
    {
      fragment: "Parse the bank's MT0 files into our Transaction dataclass, there are samples in fixtures/mt0",
      word: "parse",
    },
    { fragment: "is anyone still using the /v1/quotes endpoint? grep the clients and tell me", word: "search" },
    {
      fragment:
        "some test in test_scheduler.py only fails about one run in ten on CI: `assert job.state == 'done'` but got 'running'. figure out why",
      word: "test",
    },
    {
      fragment: "rotate the leaked stripe key: it's hardcoded in config/prod.yml, take it out and read it from vault",
      word: "secret",
    },
    {
      fragment:
        "Kannst du mir bitte kurz erklären, was die Funktion resolve_borrow() im Typprüfer eigentlich macht? Ich blick da nicht durch",
      word: "explain",
    },
    {
      fragment:
        "der build auf dem raspberry schlägt fehl: fatal error: bcm0.h: No such file or directory – bitte beheben",
      word: "build",
    },
    {
      fragment:
        "Ajoute un export CSV sur la page des factures, avec le séparateur point-virgule et les dates au format français",
      word: "export",
    },
    {
      fragment: "traduis les messages d'erreur de l'appli en espagnol et en italien, fichiers dans locales/",
      word: "translate",
    },
    {
      fragment: "el correo de bienvenida se manda dos veces cuando el usuario se registra, mira qué pasa y arréglalo",
      word: "email",
    },
    { fragment: "New users get the welcome mail twice after sign-up. Find out why and fix it pls", word: "email" },
    { fragment: "faz um backup do banco de produção antes de rodar a migração, guarda no bucket s3", word: "backup" },
    { fragment: "sì, va bene, procedi pure", word: "confirm" },
    { fragment: "Voeg een grafiek toe aan het dashboard met de bezetting per uur van de laadpalen", word: "chart" },
    { fragment: "dodaj limit zapytań do api, max 0 na minutę na klucz, i zwracaj 0", word: "limit" },
    {
      fragment:
        "uygulama android 14'te açılır açılmaz çöküyor, logcat çıktısı: java.lang.SecurityException: Starting FGS with type location requires permissions",
      word: "fix",
    },
    {
      fragment: "напиши README: как собрать проект, как запустить локально и какие нужны переменные окружения",
      word: "document",
    },
    { fragment: "このシェルスクリプトをPythonに書き換えてください。動作は変えないでください", word: "convert" },
    { fragment: "把用户列表改成分页加载，每页50条，按注册时间倒序", word: "page" },
    { fragment: "결제 모듈 테스트 커버리지가 40%밖에 안 되는데 80%까지 올려줘", word: "coverage" },
    {
      fragment:
        "the pagination on /admin/customers jumps back to page 1 whenever i change the sort column. shouldn't do that",
      word: "fix",
    },
    {
      fragment:
        "cargo test hangs forever on CI but passes locally in 4s. last thing it prints is test broker::tests::two_consumers_one_p … et map is taken twice but can't prove it",
      word: "debug",
    },
    {
      fragment: "Please add a --dry-run flag to `sweep.py` so that it only prints which S3 objects would be deleted",
      word: "add",
    },
    {
      fragment:
        "kannst du mir erklären was dieser Regex in parser.ts Zeile 88 eigentlich macht? Hab ich vor 3 Jahren geschrieben und verstehe nur noch Bahnhof",
      word: "explain",
    },
    { fragment: "bump spring boot to 0 and fix whatever breaks", word: "upgrade" },
    { fragment: "No, not like that. Put the old function back, I only wanted the parameter renamed", word: "revert" },
    { fragment: "yes go on", word: "continue" },
    {
      fragment: "我们的小程序在 iOS 上播放背景音乐时，切到后台再回来就没声音了，安卓正常。帮我看看 AudioManager.ts",
      word: "debug",
    },
    {
      fragment:
        'Traceback (most recent call last): File "/srv/etl/load_trades.py", line 0, in <module> main() File "/srv/etl/load_trad … y happens with the new custodian\'s files',
      word: "fix",
    },
    {
      fragment:
        "Write a property-based test for the interval merging (hypothesis). It should check that output intervals are disjoint, s … d and cover the same points as the input",
      word: "write",
    },
    {
      fragment:
        "how much would it be to move all this from Heroku to a single Hetzner box, in days of work? rough guess is fine",
      word: "estimate",
    },
    {
      fragment:
        "Ajoute un bouton « Exporter en CSV » au-dessus du tableau des commandes, avec la même apparence que les autres boutons de la barre",
      word: "add",
    },
    {
      fragment:
        "the uart driver drops bytes at 0 baud. ISR is in drivers/stm32_uart.c, ring buffer is 0. could you look if the DM …  set up right? don't change anything yet",
      word: "review",
    },
    {
      fragment: "squash my last 4 commits into one with a decent message, then force push to feature/kyc-upload",
      word: "commit",
    },
    {
      fragment:
        "Summarise docs/rfc-0-sharding.md in ten bullet points for someone who has never touched our storage layer",
      word: "summarize",
    },
    {
      fragment:
        "make the enemies not all turn the same frame, looks robotic. random offset per enemy, seeded by level id so replays stay deterministic",
      word: "random",
    },
    {
      fragment:
        "Kubernetes keeps OOMKilling the thumbnailer. Heap looks flat at 0MB, limit is 0Mi. Where's the rest going? sharp / libvips maybe",
      word: "investigate",
    },
    {
      fragment:
        "Necesito que los correos de bienvenida salgan en el idioma del usuario (es, ca, eu). Ahora mismo salen todos en inglés",
      word: "email",
    },
    {
      fragment:
        "is it safe to store the refresh token in localStorage here or should we go for httpOnly cookies? just want your opinion, no code",
      word: "question",
    },
    { fragment: "Rename `Foo2Manager` to `SessionRegistry` everywhere incl. tests and the docs", word: "rename" },
    {
      fragment:
        "dai una ripulita alla cartella utils/, c'è un sacco di codice morto dai tempi di angular. niente cambi di comportamento pero",
      word: "clean",
    },
    { fragment: "ну что там с миграцией, сколько таблиц ещё осталось", word: "status" },
    {
      fragment:
        "the p99 of GET /v2/quotes went from 40ms to 0ms after yesterdays deploy. grafana says db time is unchanged. bisect it  …  script for load is scripts/k6_quotes.js",
      word: "performance",
    },
    {
      fragment: "Can you draft the 0 changelog from the commits since v0? Group by Added/Changed/Fixed, skip chores",
      word: "changelog",
    },
    {
      fragment:
        "implement LICM for our toy SSA IR. loops are already detected (see analysis/loops.ml). Only hoist if the op has no side effects and dominates all exits",
      word: "implement",
    },
    {
      fragment:
        "Die Rechnungsnummer wird bei Stornos doppelt vergeben. Bitte Ursache finden und beheben, inkl. Regressionstest",
      word: "invoice",
    },
    {
      fragment:
        "Invoice numbers are being assigned twice when an invoice gets cancelled. Find the root cause, fix it, and cover it with a regression test",
      word: "invoice",
    },
    {
      fragment: "whats the diff between our fork of libtorrent and upstream? only care about src/storage",
      word: "diff",
    },
    { fragment: "stop. you are editing the wrong repo", word: "stop" },
    {
      fragment:
        "Train a quick baseline (logistic regression is fine) on churn_0.parquet, report AUC per country and tell me whether the model's calibration is any good",
      word: "train",
    },
    {
      fragment:
        "dodaj walidację NIP-u w formularzu rejestracji firmy, komunikat błędu po polsku, suma kontrolna też ma być sprawdzana",
      word: "validate",
    },
    {
      fragment:
        "I need a github action which builds the docker image on tags, pushes to ghcr, and then posts into #releases on slack",
      word: "pipeline",
    },
    {
      fragment:
        "We're getting `deadlock detected` from postgres about twice an hour: 0 0 UTC [0] ERROR: deadlock dete … add a retry with backoff as a safety net",
      word: "fix",
    },
    { fragment: "dark mode pls. follow the system setting, toggle in the settings menu", word: "theme" },
    { fragment: "Wie viele Zeilen Code haben wir eigentlich, ohne generierte Dateien und Tests", word: "count" },
    {
      fragment: "the modal for deleting a workspace should ask you to type the workspace name first, like github does",
      word: "dialog",
    },
    {
      fragment:
        "Convert this Fortran 77 subroutine (brdf_kern.f) to modern C++, keep numerics bit-identical if at all possible, and check against the reference outputs in ref/",
      word: "convert",
    },
    { fragment: "コミットメッセージを英語に直して、もう一度プッシュしてください", word: "commit" },
    {
      fragment:
        "Could you check whether any of our npm deps are GPL? legal asks. A table with package, version, license is enough",
      word: "license",
    },
    { fragment: "i dont get why useEffect runs twice here, strict mode is off?? explain like im 5", word: "explain" },
    {
      fragment: "Replace moment with date-fns in the whole frontend. Bundle size before/after please",
      word: "replace",
    },
    {
      fragment:
        "nginx gives 0 for exactly the big uploads (>0MB) 0/01/19 0 [error] 29#29: *0 upstream timed out (0: C … _read_timeout is already 0s in my conf",
      word: "timeout",
    },
    { fragment: "thx, that did it 🎉", word: "thank" },
    {
      fragment:
        "Le calcul du VaR historique prend 9 minutes pour 12 0 positions. Profile-le et dis-moi où passe le temps avant de toucher au code",
      word: "profile",
    },
    {
      fragment: "Add a HELP command to the irc bot which lists all plugins with their one-line description",
      word: "add",
    },
    {
      fragment: "merge main into this branch, in case of conflicts in package-lock take theirs and regenerate",
      word: "merge",
    },
    {
      fragment:
        "plan only: how would we split the monolith's billing part into its own service without downtime? consider the shared users table",
      word: "plan",
    },
    {
      fragment: "the minimap icons overlap when 2 towns are <16px apart, cluster them or push them apart, your pick",
      word: "map",
    },
    {
      fragment:
        "Escreve um script que faça backup do Postgres toda noite às 2h, comprima, mande pro Backblaze e apague os com mais de 30 dias",
      word: "backup",
    },
    {
      fragment:
        "use subagents: one reads the android code, one the ios code, then compare how each handles the offline queue",
      word: "delegate",
    },
    {
      fragment:
        "Our JWT signing key got commited in config/prod.yml (commit 9f31c0a). Get it out of git history, and tell me what else I have to rotate",
      word: "secret",
    },
    { fragment: "lint", word: "lint" },
    {
      fragment:
        "in Blender addon: register() crashes w/ \"AttributeError: module 'bpy.types' has no attribute 'INFO_MT_mesh_add'\", that was from 0 days. port to 0 API",
      word: "fix",
    },
    {
      fragment: "로그인 세션이 30분마다 끊긴다는 고객 문의가 들어왔어요. 리프레시 토큰 로직 확인 부탁드립니다",
      word: "auth",
    },
    {
      fragment: "Customers complain they get logged out every 30 min — could you please check the refresh token logic",
      word: "auth",
    },
    {
      fragment: "Draw the dependency graph between our go packages as a mermaid diagram and put it in ARCHITECTURE.md",
      word: "dependency",
    },
    {
      fragment: "hi! new here, where do i start reading to understand how the scheduler assigns jobs to workers",
      word: "greet",
    },
    {
      fragment:
        "コードブロックの文字サイズを13px、行間を0にして、フォントはJetBrains Mono（なければmonospace）でお願いします",
      word: "font",
    },
    {
      fragment:
        "waarom staat er in de productie-omgeving nog steeds versie 0 terwijl ik gisteren 0 heb uitgerold? pipeline was groen",
      word: "investigate",
    },
    {
      fragment: "mock the stripe client in the checkout specs, they hit the real sandbox and are flaky as hell",
      word: "mock",
    },
    {
      fragment:
        "Let's not do Redis. What other options do we have for caching the rendered tiles? Weigh up disk, memory + LRU, CDN",
      word: "cache",
    },
    {
      fragment:
        "fix this error[E0]: cannot borrow `*self` as mutable because it is also borrowed as immutable --> src/vm/stack.rs:74: … sh(top.clone_into_frame()); | ^^^^^^^^^^",
      word: "fix",
    },
    {
      fragment:
        "Bitte prüf den Pull Request 0 kritisch, vor allem die Rechteprüfung im neuen Endpoint `/api/tenants/:id/members`",
      word: "review",
    },
    {
      fragment:
        "The GDPR export must also contain chat messages and uploaded avatars. IP addresses older than 90 days have to be truncated, not exported",
      word: "privacy",
    },
    { fragment: "add count distinct + median to the aggregation dsl. grammar is in agg.pest", word: "add" },
    {
      fragment:
        "ssh into nothing, run nothing — just tell me what `find . -xdev -size +0M -mtime +30 -delete` would do",
      word: "explain",
    },
    { fragment: "tüm sayfaları responsive yap, mobilde menü hamburger olsun lütfen", word: "mobile" },
    {
      fragment:
        "I want a tutorial in docs/ for writing your first firmware module for our board: toolchain install, blink, flashing, reading the serial log",
      word: "tutorial",
    },
    {
      fragment:
        "Encrypt the api tokens column at rest (AES-GCM, key from KMS), with an online migration for the existing rows",
      word: "encrypt",
    },
    { fragment: "weiter mit Schritt 3", word: "continue" },
  ],
  llm_call: [
    { fragment: "Show which files changed, show the differences: git status --short && git diff --stat", word: "diff" },
    { fragment: "Show the differences, show which files changed: git diff --stat; git status", word: "diff" },
    {
      fragment:
        "The bug is an off-by-one: page 1 is treated as page 0. I'll change the offset computation Edit a file: src/orders.ts",
      word: "fix",
    },
    {
      fragment:
        "Found it. The offset is computed from page instead of page - 1, so I correct that Edit a file: src/orders.ts",
      word: "fix",
    },
    {
      fragment:
        "All 48 tests pass now. The bug was in `listOrders`: the offset ignored that pages start at 1. I also added a regression test",
      word: "summarize",
    },
    {
      fragment:
        "Done: the wrong offset in listOrders is corrected, a regression test was added, and the whole suite (48 tests) passes",
      word: "summarize",
    },
    { fragment: "Plan the steps: 1. inject clock 2. replace timers 3. delete old code", word: "plan" },
    { fragment: "Plan the steps: Inject the clock; replace timers; delete old code", word: "plan" },
    { fragment: "Read a file: src/server.ts", word: "read" },
    { fragment: "Read a file: src/limits.ts Read a file: src/orders.ts", word: "read" },
    { fragment: "Read lines of a file: sed -n '0p' src/ratelimit.ts", word: "read" },
    { fragment: "Write a file: tests/cart.test.ts", word: "test" },
    { fragment: "Edit a file: src/components/Sidebar.tsx", word: "edit" },
    {
      fragment: "Install packages, run the tests: pip install -r requirements.txt && python -m pytest -q",
      word: "install",
    },
    {
      fragment:
        "Build a container image, run in a container: docker build -t worker . && docker run --rm worker --version",
      word: "container",
    },
    { fragment: "Deploy to the cluster: kubectl rollout status deploy/api -n staging", word: "deploy" },
    { fragment: "Show the history of commits: git log --oneline -20", word: "history" },
    { fragment: "Show the history of each line: git blame -L 0 src/price.ts", word: "history" },
    { fragment: "Lint the code, format the code: npx eslint . --fix && npx prettier -w .", word: "lint" },
    { fragment: "Check the types: npx tsc --noEmit", word: "type" },
    { fragment: "Read a page of the web: https://docs.example.com/rate-limits", word: "read" },
    { fragment: "Search the web: axum vs actix performance 0", word: "search" },
    { fragment: "Delete files: rm -rf dist coverage", word: "remove" },
    { fragment: "Delegate to another agent: Review the error handling of the TypeScript part", word: "delegate" },
    { fragment: "Delegate to another agent: Look for race conditions in scheduler.go", word: "delegate" },
    { fragment: "Wait for a running command.", word: "wait" },
    { fragment: "Wait for a running command.", word: "wait" },
    { fragment: "Wait for some time, read the end of a file: sleep 20; tail -n 50 server.log", word: "wait" },
    { fragment: "Count lines: wc -l src/**/*.ts", word: "count" },
    { fragment: "Run a script: python scripts/report.py --top 3 --json", word: "run" },
    { fragment: "Check packages for security holes: npm audit --production", word: "audit" },
    { fragment: "github create issue: Flaky login test", word: "report" },
    { fragment: "Convert audio or video: ffmpeg -i in.mov -vf scale=0 out.mp4", word: "video" },
    { fragment: "Plan changes of the cloud: terraform plan -out tf.plan", word: "plan" },
    { fragment: "Which of the two environments should I deploy to, staging or production", word: "question" },
    { fragment: "I can't do that: the command was rejected. Do you want me to try without sudo", word: "question" },
    { fragment: "You're welcome! Let me know if you need anything else", word: "thank" },
    {
      fragment:
        "The build fails because OpenSSL's headers are missing. I'll install them and configure again Install packages, build the program: apt-get install -y libssl-dev && cmake -B build",
      word: "install",
    },
    {
      fragment:
        "Three options: (1) keep SQLite and add WAL, (2) Postgres, (3) DuckDB for analytics. I recommend (2), since you need concurrent writers",
      word: "compare",
    },
    { fragment: "Let me look at how the cache is invalidated Read a file: src/cache.ts", word: "read" },
    {
      fragment: "The heap snapshot shows 0 detached listeners: every reconnect adds one and none is removed",
      word: "memory",
    },
    {
      fragment: "Updating the changelog and the version Edit a file: CHANGELOG.md Edit a file: package.json",
      word: "changelog",
    },
    { fragment: "Ich schaue mir zuerst die Konfiguration an Read a file: config/app.yaml", word: "read" },
    { fragment: "先看一下失败的测试 Run the tests: pytest tests/test_report.py -x", word: "test" },
    { fragment: "修正しました。テストはすべて通ります", word: "fix" },
    {
      fragment: "The review found two problems: the secret is logged in auth.ts:31, and the upload has no size limit",
      word: "review",
    },
    {
      fragment:
        "Creating the schema for invoices, with a foreign key to orders Write a file: migrations/0_invoices.sql",
      word: "schema",
    },
    { fragment: "Adding a `--top N` option, default 3 Edit a file: scripts/report.py", word: "option" },
    {
      fragment:
        "Reverting my last change, since it broke the login Restore files as they were: git checkout HEAD~1 -- src/auth.ts",
      word: "revert",
    },
    {
      fragment:
        "``` Running 0 tests ....F..........F.... FAILED (failures=2) ``` Two tests fail; both are about time zones",
      word: "test",
    },
    {
      fragment: "The chart now shows orders per day, with a tooltip Edit a file: src/charts/OrdersPerDay.tsx",
      word: "chart",
    },
    {
      fragment: "Generating 0 users as fixtures Run a script: node scripts/make_users.mjs 0 > tests/users.json",
      word: "generate",
    },
    { fragment: "Read a file: cat src/billing/tax.py | head -80", word: "read" },
    { fragment: "Delete the files found: find . -name '*.orig' -delete", word: "remove" },
    { fragment: "Search for text in files: TODO|FIXME", word: "search" },
    {
      fragment: "The tests are green now, 48 passed. I'll check the types as well Check the types: npx tsc --noEmit",
      word: "verify",
    },
    {
      fragment: "Start containers, read the log of a container: docker compose up -d && docker compose logs -f api",
      word: "container",
    },
    { fragment: "Read a page of the web: https://docs.stripe.com/webhooks", word: "read" },
    { fragment: "Create a new branch: git checkout -b fix/rounding", word: "branch" },
    { fragment: "Show the history of each line: git blame -L 0 lib/score.rb", word: "history" },
    {
      fragment:
        "Found it: the cache key leaves out the locale, so Germans get the French page. I'll add it to the key Edit a file: src/cache.ts",
      word: "fix",
    },
    { fragment: "Which of the two layouts do you want: tabs on top, or a side bar", word: "question" },
    {
      fragment:
        "Done. What changed: - `limits.ts` refills smoothly - 6 new tests - README mentions the new option All 0 tests pass",
      word: "summarize",
    },
    { fragment: "Format the code, lint the code: black . && ruff check --fix", word: "format" },
    { fragment: "Ich lese zuerst die Konfiguration Read a file: config/default.yaml", word: "read" },
    { fragment: "Back up the database: pg_dump shop > backup/shop.sql", word: "backup" },
    {
      fragment:
        "The server does not answer on port 0. Let me see whether it is running at all List running processes, look at the network: ps aux | grep gunicorn; ss -ltnp",
      word: "process",
    },
    { fragment: "Plan the steps: 1. reproduce 2. bisect 3. fix 4. test", word: "plan" },
    { fragment: "Write a file: tests/test_currency.py", word: "test" },
    {
      fragment:
        "El error ocurre porque la fecha llega sin zona horaria; la convierto a UTC antes de guardarla Edit a file: app/models/event.py",
      word: "fix",
    },
    {
      fragment: "Show the status of the cluster: kubectl get pods -n staging; kubectl describe pod api-7d9f",
      word: "cloud",
    },
    {
      fragment:
        "p95 went from 0 ms to 0 ms with the index Measure how fast it is: wrk -t4 -c64 -d30s http://localhost:0/orders",
      word: "benchmark",
    },
    { fragment: "Create a new branch: git switch -c feature/coupons", word: "branch" },
    { fragment: "List the files of a folder: ls -la src/payments", word: "list" },
    { fragment: "Deploy to the cluster: kubectl apply -f k8s/prod/", word: "deploy" },
    { fragment: "Copy files: cp -r data data.bak", word: "backup" },
    { fragment: "Send a request over the network: curl -sS https://api.example.org/v1/health", word: "status" },
    { fragment: "Lint the code: cargo clippy -- -D warnings", word: "lint" },
    { fragment: "Query the database: psql -c 'select count(*) from orders where total < 0'", word: "query" },
    { fragment: "Read a file: package.json", word: "read" },
    { fragment: "Search for files by name: **/*.test.ts", word: "search" },
    { fragment: "Move or rename files: mv lib/util.js lib/dates.js", word: "rename" },
    { fragment: "Push commits to the remote: git push -u origin fix/rounding", word: "push" },
    {
      fragment: "Stage files for the next commit, commit the changes: git add -A && git commit -m 'Round half to even'",
      word: "commit",
    },
    { fragment: "Change permissions of files: chmod +x scripts/deploy.sh", word: "permission" },
    { fragment: "Stop a process: kill 0", word: "stop" },
    { fragment: "Measure disk space: df -h; du -sh node_modules", word: "disk" },
    { fragment: "Build the program: npm run build 2>&1 | tail -20", word: "build" },
    { fragment: "Run the tests: go test -race ./", word: "test" },
    { fragment: "Undo a commit: git revert --no-edit 9f3ab21", word: "revert" },
    { fragment: "Search the web: postgres partial index unique nulls", word: "search" },
    { fragment: "Edit a file: .github/workflows/ci.yml", word: "pipeline" },
    { fragment: "Jetzt ersetze ich die alten Aufrufe Edit a file: src/client.rs", word: "replace" },
    {
      fragment:
        "I've looked at both. Sidekiq keeps jobs in Redis, GoodJob in Postgres; for you GoodJob is simpler, since Redis would be one more service",
      word: "compare",
    },
    { fragment: "The migration ran, 0 rows were converted, none failed", word: "summarize" },
    { fragment: "Should I also delete the old endpoints, or keep them for a while", word: "question" },
    { fragment: "J'installe d'abord les dépendances Install packages: npm ci", word: "install" },
    {
      fragment:
        "Two assertions are wrong: they expect the old rounding. I'll adapt them Edit a file: tests/test_tax.py",
      word: "test",
    },
    { fragment: "Sorry, I cannot read that file: permission denied", word: "permission" },
    {
      fragment: "List containers, show the status of a container: docker ps; docker stats --no-stream",
      word: "container",
    },
    { fragment: "Run the tests: for i in $(seq 20); do npm test -- cart.spec.ts || break; done", word: "test" },
    { fragment: "Plan the steps: [x] schema [ ] endpoints [ ] docs", word: "plan" },
    { fragment: "playwright browser take screenshot.", word: "image" },
    {
      fragment:
        "Run on another server, read the log of the system: ssh web1 'journalctl -u api --since \"10 min ago\"'",
      word: "log",
    },
    { fragment: "好的，我先写一个能重现问题的测试 Write a file: tests/test_lock.py", word: "test" },
    { fragment: "Measure how fast it is: hyperfine 'node a.mjs' 'node b.mjs'", word: "benchmark" },
    { fragment: "Copy files to the cloud: aws s3 sync public/ s3://shop-assets", word: "upload" },
    { fragment: "Delegate to another agent: Find all places where prices are rounded", word: "delegate" },
    {
      fragment:
        "The three remaining failures all come from the same fixture: it freezes the clock in UTC while the code under test uses  …  is in the test, not in the billing run",
      word: "test",
    },
    {
      fragment: "Done. The retry logic now lives in one place, the five call sites use it, and all 0 tests pass",
      word: "summarize",
    },
    {
      fragment: "Before I go on: should deleted accounts keep their invoices, or do you want them anonymised as well",
      word: "question",
    },
    {
      fragment:
        "Here's how I'd do it: 1) a new table for the outbox, 2) write to it in the same transaction, 3) a small relay that publishes to Kafka. Roughly two days of work",
      word: "plan",
    },
    { fragment: "You're welcome! Let me know if anything else comes up", word: "thank" },
    {
      fragment:
        "A B-tree index keeps its keys sorted, so it can serve range scans; a hash index can only answer equality. For your created_at filter you need the former",
      word: "explain",
    },
    {
      fragment:
        "I see the problem: `useEffect` has no dependency array, so every render fires another fetch, which sets state, which renders again",
      word: "debug",
    },
    {
      fragment:
        "I found two issues in this diff: the SQL is built by string concatenation, and the upload handler doesn't check the file size. The rest looks good to me",
      word: "review",
    },
    {
      fragment:
        "SQLite would be the simplest, DuckDB the fastest for your aggregations, and Postgres only pays off once several people write at the same time. I'd pick DuckDB",
      word: "compare",
    },
    {
      fragment: "Sorry about that, I've put the old version of the header back and left everything else untouched",
      word: "revert",
    },
    { fragment: "Run the tests: cargo test -p parser --lib -- --nocapture", word: "test" },
    {
      fragment:
        "Deploy to the cluster: kubectl -n payments rollout restart deploy/api && kubectl -n payments rollout status deploy/api",
      word: "deploy",
    },
    { fragment: "Search for text in files: TODO|FIXME|HACK", word: "search" },
    {
      fragment:
        'Stage files for the next commit, commit the changes, push commits to the remote: git add -A && git commit -m "Handle empty GPX tracks" && git push origin HEAD',
      word: "commit",
    },
    {
      fragment:
        'Query the database: psql $DATABASE_URL -c "select status, count(*) from shipments group by 1 order by 2 desc"',
      word: "query",
    },
    {
      fragment: "Convert audio or video: ffmpeg -i talk.mov -vf scale=0 -c:v libx0 -crf 23 -c:a aac talk.mp4",
      word: "video",
    },
    { fragment: "Read a file: src/renderer/shadow_pass.cpp Read a file: src/renderer/light.h", word: "read" },
    {
      fragment:
        "Build a container image, publish a container image: docker build -t registry.local/ocr:0 . && docker push registry.local/ocr:0",
      word: "container",
    },
    { fragment: "Write a file: docs/getting-started.md", word: "write" },
    { fragment: "Search the web: swiftui NavigationStack pop to root iOS 17", word: "search" },
    {
      fragment: "Running the parser's test suite to see where we stand Run the tests: cargo test -p parser",
      word: "test",
    },
    {
      fragment:
        "Let me check what's changed since the last release tag Show the history of commits: git log --oneline v0..HEAD Show the differences: git diff --stat v0..HEAD",
      word: "diff",
    },
    {
      fragment: "pandas isn't in the venv yet, adding it Install packages: pip install 'pandas>=0' pyarrow",
      word: "install",
    },
    {
      fragment:
        "The terraform plan should show only the new bucket and nothing destroyed Plan changes of the cloud: terraform plan -out=tf.plan",
      word: "plan",
    },
    {
      fragment: "I'll make the null check explicit in the webhook handler Edit a file: app/webhooks/stripe_handler.rb",
      word: "edit",
    },
    {
      fragment:
        "Let me look at the CI logs of the failed run Watch the pipeline: gh run view 0 --log-failed | tail -80",
      word: "log",
    },
    {
      fragment:
        "Now let me time both hash functions on the large input Run the tests: go test -bench=Hash -benchmem -count=5 ./internal/digest",
      word: "benchmark",
    },
    {
      fragment:
        "This spans three packages, so I'll have a helper map out all callers of the old session API first Delegate to another agent: Find all callers of SessionStore.get and how they use the result",
      word: "delegate",
    },
    {
      fragment:
        "Formatting and linting before the commit Format the code, lint the code: npx prettier --write src && npx eslint src --fix",
      word: "format",
    },
    {
      fragment:
        "Is the health endpoint answering? Checking Send a request over the network: curl -sS -o /dev/null -w '%{http_code}' http://localhost:0/healthz",
      word: "verify",
    },
    { fragment: "Run the tests: pytest tests/billing -x -q --tb=short", word: "test" },
    {
      fragment:
        "The stack trace points at a nil map in `registerHandlers`. I'll look at how the struct is constructed before changing anything Read a file: /home/jo/gw/internal/router/router.go",
      word: "debug",
    },
    {
      fragment:
        "Show the history of commits, show the differences: git log --oneline -20 -- src/tax/ && git diff HEAD~3 -- src/tax/rounding.ts",
      word: "history",
    },
    {
      fragment:
        "All 0 tests pass now and the linter is clean. Summary of what changed: - `OrderService.cancel` releases stock inside t … wo new tests cover the double-click case",
      word: "summarize",
    },
    { fragment: "Edit a file: src/auth/PasswordResetForm.tsx", word: "edit" },
    {
      fragment:
        "Ich lasse zuerst die komplette Testsuite laufen, um den Ausgangszustand zu kennen Run the tests: ./gradlew test --continue",
      word: "test",
    },
    {
      fragment: "First I run the whole test suite so we know the state we start from Run the tests: npm test -- --run",
      word: "test",
    },
    { fragment: "Search for text in files: TODO|FIXME Search for files by name: src/**/*.rs", word: "search" },
    {
      fragment:
        "Start containers, run in a container: docker compose up -d db && docker compose exec db pg_dump -Fc shop > /backup/shop_$(date +%F).dump",
      word: "backup",
    },
    {
      fragment:
        "I have two possible approaches for the offline cache: 1. Service worker with stale-while-revalidate — little code, but n … tiles. I'd recommend 2. Shall I proceed",
      word: "cache",
    },
    {
      fragment: "Plan the steps: 1. reproduce leak with heaptrack 2. bisect 3. fix 4. add regression test",
      word: "plan",
    },
    {
      fragment:
        "Il manque un index sur `reservations.room_id` ; je crée la migration Write a file: db/migrate/0_add_index_to_reservations_room_id.rb",
      word: "index",
    },
    { fragment: "Edit a file: *** Update File: firmware/src/i2c_bus.c", word: "edit" },
    {
      fragment:
        "Read the log of the cluster: kubectl -n prod logs deploy/pricing --since=15m | grep -c 'context deadline exceeded'",
      word: "log",
    },
    {
      fragment:
        "The upstream docs should say which header the v3 webhook signature uses Read a page of the web: https://docs.stripe.com/webhooks/signatures",
      word: "research",
    },
    {
      fragment:
        "Profile the program: perf record -g -F 0 ./build/raytrace scenes/cornell.json && perf report --stdio | head -60",
      word: "profile",
    },
    {
      fragment:
        "Delegating the survey of the three parsers to a sub-agent so that this context stays small Delegate to another agent: Survey the TOML, YAML and JSON5 parsers: entry points, error types, allocation strategy",
      word: "delegate",
    },
    {
      fragment: "Lint the code: cargo clippy --all-targets -- -D warnings Format the code: cargo fmt --check",
      word: "lint",
    },
    {
      fragment:
        "这个错误是因为 CUDA 版本和 torch 不匹配，我先确认一下环境 Show the status of the GPU, run a script: nvidia-smi; python -c 'import torch;print(torch.__version__, torch.version.cuda)'",
      word: "version",
    },
    {
      fragment:
        "Create a new branch, stage files for the next commit, commit the changes: git checkout -b fix/utc-offsets && git add -A && git commit -m 'Fix DST han … & git push -u origin HEAD",
      word: "commit",
    },
    {
      fragment:
        "You're right, I misread the requirement: the discount applies per line, not per order. Let me undo that edit Restore files as they were: git checkout -- src/cart/discount.py",
      word: "revert",
    },
    {
      fragment: "List packages, upgrade packages: npm ls react --all | grep -v deduped; npm outdated",
      word: "dependency",
    },
    {
      fragment: "Pronto. O menu agora fecha com Esc e o foco volta para o botão que o abriu. Na animação não mexi",
      word: "menu",
    },
    {
      fragment:
        "Bevor ich die Tabelle lösche, brauche ich dein OK: `legacy_sessions` enthält noch 0 Mio. Zeilen und es gibt kein aktue … Backup. Soll ich sie wirklich entfernen",
      word: "confirm",
    },
    {
      fragment: "Search the web: gradle 0 configuration cache 'Task.project at execution time' workaround",
      word: "research",
    },
    {
      fragment:
        "Run a script: python train.py --config configs/unet_small.yaml --epochs 2 --limit-batches 20 2>&1 | tail -n 30 Show the status of the GPU: nvidia-smi --query-gpu=memory.used --format=csv",
      word: "train",
    },
    {
      fragment:
        "Now the sprite sheet: 8 frames at 64x64, hitbox stays 40 wide. I'll wire it to the run state and keep idle as is Edit a file: src/entities/player.lua",
      word: "animation",
    },
    {
      fragment:
        "El problema es la zona horaria: el servidor guarda en UTC y el formulario envía hora local, así que las reservas de noche caen al día siguiente",
      word: "date",
    },
    {
      fragment:
        "The build has been running for a minute, checking whether it finished Wait for some time, read the end of a file: sleep 45; tail -5 /tmp/build.log",
      word: "wait",
    },
    {
      fragment:
        "Read a file: /repo/docs/api/permissions.md Read a file: /repo/src/acl/policy.ts Search for text in files: canEdit\\(",
      word: "read",
    },
  ],
};
