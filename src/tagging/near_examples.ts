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
    { fragment: "Add dark mode toggle to settings; Add a toggle for dark mode on the settings page", word: "add" },
    {
      fragment: "Agregar paginación a la lista de productos; agrega paginación a la lista de productos, 20 por página",
      word: "add",
    },
    {
      fragment: "Create landing page; create a simple landing page for my coffee shop, html and css only",
      word: "create",
    },
    {
      fragment:
        "Implement WebSocket reconnect; Implement automatic reconnect with exponential backoff for the websocket client",
      word: "implement",
    },
    { fragment: "Generate PDF invoices; generate a pdf for each invoice from the html template", word: "generate" },
    { fragment: "Integrate Google Maps SDK; integrate the google maps sdk in the android app", word: "integrate" },
    {
      fragment: "Prototype voice notes app; let's make a rough proof of concept of a voice note recorder",
      word: "prototype",
    },
    {
      fragment: "Edit about page text; edit the text of the about page, replace the first paragraph with the one below",
      word: "edit",
    },
    {
      fragment: "Write blog post about caching; write a blog post about how we use redis as a cache, ~0 words",
      word: "write",
    },
    {
      fragment:
        "Refactor auth module to dependency injection; refactor the auth module so that the token store is injected",
      word: "refactor",
    },
    {
      fragment:
        "Rename project from foo to bar; we need to rename the whole project, package name and namespaces included",
      word: "rename",
    },
    { fragment: "Remove jQuery; get rid of jquery in the admin panel", word: "remove" },
    { fragment: "Trocar console.log pelo logger; substitua todos os console.log pelo nosso logger", word: "replace" },
    {
      fragment: "Move images to assets folder; move all png files under static/ to assets/images and adapt the paths",
      word: "move",
    },
    { fragment: "this file is 0 lines, split it into smaller modules, one per screen", word: "split" },
    { fragment: "Split monolithic CSS file; split styles.css into one file per component", word: "split" },
    {
      fragment: "Merge two CSV files; merge customers_a.csv and customers_b.csv by id, keep the newest row",
      word: "merge",
    },
    {
      fragment:
        "Discount-Berechnung vereinfachen; die Funktion calcDiscount ist viel zu kompliziert, bitte vereinfachen",
      word: "simplify",
    },
    {
      fragment: "Clean survey data; clean the dataset: drop duplicates, trim whitespace, fix the broken dates",
      word: "clean",
    },
    { fragment: "Formater le code Python; formate tout le code avec black et isort", word: "format" },
    { fragment: "Fix clippy warnings; cargo clippy gives lots of warnings, please go through them", word: "lint" },
    {
      fragment:
        "Convert class components to hooks; convert the remaining class components to function components with hooks",
      word: "convert",
    },
    {
      fragment: "Migrate CI from Jenkins to GitHub Actions; migrate our Jenkinsfile to github actions",
      word: "migrate",
    },
    { fragment: "升级 Spring Boot 3; 升级 Spring Boot 到 0,处理不兼容的地方", word: "upgrade" },
    { fragment: "Fix broken image upload; image upload gives a 0 since yesterday", word: "fix" },
    {
      fragment:
        "Corrigir cálculo de frete; o cálculo do frete está errado quando o carrinho tem mais de 10 itens, corrige",
      word: "fix",
    },
    {
      fragment:
        "Debug ESP32 boot loop; my esp32 keeps rebooting: Guru Meditation Error: Core 1 panic'ed (LoadProhibited)",
      word: "debug",
    },
    {
      fragment:
        "Investigate missing orders; three orders from sunday are missing in the warehouse system, find the root cause",
      word: "investigate",
    },
    {
      fragment:
        "Absturz beim Öffnen der App nachstellen; versuch den Absturz aus dem Ticket lokal nachzustellen, bevor du irgendwas änderst",
      word: "reproduce",
    },
    {
      fragment: "Segmentation fault on startup; Segmentation fault (core dumped) when I start the server with -v",
      word: "error",
    },
    {
      fragment: "0 Gateway Timeout on report endpoint; nginx returns 0 after 60s when a user opens the yearly report",
      word: "timeout",
    },
    {
      fragment: "Гонка данных в cache.go; go test -race ругается на cache.go:54, похоже на гонку данных",
      word: "race",
    },
    { fragment: "Rebase çakışmaları; rebase'de çakışma çıktı, çözer misin", word: "conflict" },
    {
      fragment: "Revert new checkout flow; revert the commit with the new checkout flow, customers can't pay",
      word: "revert",
    },
    { fragment: "borramos ayer sin querer la carpeta de plantillas, recupérala del historial de git", word: "restore" },
    { fragment: "Add e2e tests with Playwright; add playwright tests for login and checkout", word: "test" },
    { fragment: "quelles lignes ne sont pas couvertes par les tests dans services/ ?", word: "coverage" },
    { fragment: "mocka o serviço de email nos testes para não enviar nada de verdade", word: "mock" },
    { fragment: "HashMap 与 BTreeMap 基准测试; 帮我写一个基准测试,比较 HashMap 和 BTreeMap 的速度", word: "benchmark" },
    {
      fragment: "Проверка после деплоя; проверь, что после деплоя сайт открывается и сертификат валиден",
      word: "verify",
    },
    { fragment: "Validate request bodies with zod; add zod validation to all POST routes", word: "validate" },
    { fragment: "Review of pull request #0; please review this PR as a senior engineer would", word: "review" },
    {
      fragment: "Audit user permissions; go through all endpoints and check which ones lack a permission check",
      word: "audit",
    },
    {
      fragment: "Find unused translation keys; search for translation keys that are used nowhere in the source",
      word: "search",
    },
    { fragment: "Projektdateien lesen; Lies dir README.md und docs/ durch, damit du das Projekt kennst", word: "read" },
    { fragment: "Liste des endpoints; liste-moi tous les endpoints de l'API avec leur méthode HTTP", word: "list" },
    { fragment: "Explain Rust lifetimes; can you explain why the compiler wants a lifetime here", word: "explain" },
    {
      fragment: "So funktioniert der Build; erklär mir bitte, wie der Build-Prozess in diesem Projekt funktioniert",
      word: "explain",
    },
    {
      fragment: "Zustand vs Redux Toolkit; compare zustand and redux toolkit for our use case, pros and cons",
      word: "compare",
    },
    { fragment: "wie viele Nutzer haben sich im März registriert", word: "count" },
    {
      fragment: "Mesurer la taille du bundle; mesure la taille du bundle avant et après le tree shaking",
      word: "measure",
    },
    { fragment: "Analyze churn data; analyze churn.csv: which features correlate with cancellations", word: "analyze" },
    {
      fragment: "Research vector databases; research the current vector databases: license, price, performance",
      word: "research",
    },
    { fragment: "Podsumowanie wątku; podsumuj ten wątek na GitHubie w kilku zdaniach", word: "summarize" },
    {
      fragment: "Translate UI to French and Spanish; translate the UI strings in locales/en.json to French and Spanish",
      word: "translate",
    },
    {
      fragment: "Short Docker questions; is it possible to run two postgres versions on one machine",
      word: "question",
    },
    { fragment: "Plan multi-tenant rollout; let's plan how to make the app multi-tenant, step by step", word: "plan" },
    { fragment: "Design onboarding screens; design the onboarding: three screens, modern look", word: "design" },
    {
      fragment:
        "Event-driven architecture proposal; propose an architecture with kafka between order service and shipping",
      word: "architecture",
    },
    { fragment: "Monorepo pros and cons; i'm thinking about a monorepo, what's your opinion", word: "discuss" },
    {
      fragment: "Cost estimate for AWS hosting; estimate the monthly cost of running this on aws with 10k users",
      word: "estimate",
    },
    { fragment: "programa el envío del informe para todos los lunes a las 8", word: "schedule" },
    {
      fragment: "Parallel subagents for package cleanup; use subagents for this, one per package, in parallel",
      word: "delegate",
    },
    { fragment: "Update README and docs; bring the readme up to date with the new cli", word: "document" },
    { fragment: "Comment cleanup; remove the useless comments, keep only those that explain why", word: "comment" },
    { fragment: "Changelog für 0; schreib den Changelog-Eintrag für die neue Version 0", word: "changelog" },
    { fragment: "License check of dependencies; are there any GPL packages among our dependencies", word: "license" },
    { fragment: "Getting started guide; write a getting started guide for new developers", word: "tutorial" },
    { fragment: "Weekly status report; write the weekly report for the team from the closed tickets", word: "report" },
    {
      fragment: "Erreur de compilation CMake; la compilation échoue avec 'undefined reference to pthread_create'",
      word: "build",
    },
    { fragment: "Postgres auf dem neuen Laptop einrichten; installiere postgres 16 mit homebrew", word: "install" },
    {
      fragment:
        "Package the CLI with PyInstaller; make a single exe of our cli so that people without python can use it",
      word: "package",
    },
    { fragment: "依存関係の更新; 古い依存パッケージを全部更新して", word: "dependency" },
    { fragment: "Release 0; prepare the 0 release", word: "release" },
    {
      fragment: "Figer les versions des outils; quelle version de terraform utilise-t-on dans la CI et en local ?",
      word: "version",
    },
    { fragment: "Desplegar en producción; despliega la rama main en producción", word: "deploy" },
    { fragment: "Publish docs site; publish the docs on GitHub Pages", word: "publish" },
    {
      fragment: "Speed up GitHub Actions workflow; our CI takes 25 minutes, can you make the pipeline faster",
      word: "pipeline",
    },
    { fragment: "Dockerize the backend; put the api and redis in a docker compose file", word: "container" },
    {
      fragment: "Move from Heroku to Google Cloud Run; what do we need to move our app to google cloud",
      word: "cloud",
    },
    {
      fragment:
        "Copias de seguridad nocturnas con restic; configura copias de seguridad del servidor cada noche con restic",
      word: "backup",
    },
    { fragment: "commit the changes; split it into two commits, one for the tests, one for the fix", word: "commit" },
    { fragment: "오래된 브랜치 정리; 6개월 넘은 브랜치 목록을 보여줘", word: "branch" },
    { fragment: "Rebase feature branch; rebase my branch onto origin/main", word: "rebase" },
    { fragment: "O que mudou desde a v0; mostra o diff do config.yml entre a v0 e agora", word: "diff" },
    {
      fragment: "Purge big files from git history; our repo is 2 GB, some video got committed years ago",
      word: "history",
    },
    { fragment: "запушь изменения; ветка защищена, сделай push в новую ветку", word: "push" },
    { fragment: "Open pull request for login fix; open a PR for this branch", word: "pull" },
    { fragment: "run main.py with --limit 10", word: "run" },
    { fragment: "Service does not start on boot; the systemd service doesn't start after a reboot", word: "start" },
    { fragment: "Graceful shutdown; the worker must stop cleanly on SIGTERM and finish the current job", word: "stop" },
    { fragment: "等待数据库启动; api 比 postgres 先启动了,让它等数据库就绪", word: "wait" },
    { fragment: "New CLI subcommands; add an `export` command to our command line tool", word: "command" },
    {
      fragment: "Shell script for local setup; I need a setup.sh that does everything a new dev has to do",
      word: "script",
    },
    {
      fragment: "Child processes left behind after Ctrl-C; when I press ctrl-c the child processes keep running",
      word: "process",
    },
    {
      fragment:
        "Heap overflow in image decoder; valgrind says 'Invalid write of size 8' and a memory leak of 4 MB, see log",
      word: "memory",
    },
    { fragment: "Disk alanı açma; diskim dolu, en büyük klasörleri bul", word: "disk" },
    {
      fragment: "Slow page load; the start page is very slow on phones, lighthouse performance score 34",
      word: "performance",
    },
    { fragment: "Config via TOML file; move the hard coded settings to a config.toml", word: "config" },
    {
      fragment: "Fix broken conda environment; conda env create -f environment.yml never finishes",
      word: "environment",
    },
    {
      fragment: "Controllo dell'importazione; tieni d'occhio l'importazione e dimmi ogni 10 minuti a che punto è",
      word: "monitor",
    },
    { fragment: "Structured logging; replace the print calls by a proper logger", word: "log" },
    { fragment: "Add OpenTelemetry metrics; instrument the http handlers with otel metrics", word: "metrics" },
    {
      fragment: "Алерты для очереди; напиши правила alertmanager: алерт, если в очереди больше 10 тысяч сообщений",
      word: "alert",
    },
    { fragment: "Production outage: checkout down; prod is down!! checkout returns 0 for everyone", word: "incident" },
    { fragment: "Flame graph of the renderer; make a flame graph of one frame", word: "profile" },
    { fragment: "where are we with the migration", word: "status" },
    { fragment: "CVE in openssl image; trivy reports CVE-0 critical in our image", word: "security" },
    { fragment: "Rotate leaked API key; gitleaks found a stripe secret key in old commits", word: "secret" },
    { fragment: "Permissões por papel; editores não podem ver as configurações de cobrança", word: "permission" },
    { fragment: "JWT refresh tokens; users get logged out after 15 min, add refresh tokens", word: "auth" },
    { fragment: "パスワードの強度チェック; パスワードは12文字以上にして", word: "password" },
    {
      fragment: "End to end encryption for chat; messages should be encrypted end to end with libsodium",
      word: "encrypt",
    },
    {
      fragment: "Baner zgody na ciasteczka; dodaj baner cookies zgodny z RODO, bez śledzenia przed zgodą",
      word: "privacy",
    },
    { fragment: "データベースの接続エラー; データベースに接続できません。ECONNREFUSED 0", word: "database" },
    { fragment: "N+1 queries in the order list; the orders list fires 0 SQL queries, use a join", word: "query" },
    { fragment: "GraphQL schema for inventory; define the graphql schema for products and stock", word: "schema" },
    { fragment: "Rebuild the Elasticsearch index; reindex all products, the mapping changed", word: "index" },
    { fragment: "Atomic money transfer; debit and credit must happen in the same db transaction", word: "transaction" },
    {
      fragment:
        "Stale cache after update; after editing a product the old price is still shown, the cache isn't invalidated",
      word: "cache",
    },
    { fragment: "CSV import for contacts; let users import contacts from a csv", word: "import" },
    { fragment: "Export to Excel; export the report as xlsx with one sheet per month", word: "export" },
    { fragment: "头像上传; 让用户可以上传头像; 上传的图片存到 S3", word: "upload" },
    { fragment: "Resumable model download; downloading the weights aborts at 60%, make it resume", word: "download" },
    { fragment: "Recursive descent parser; write a parser for arithmetic expressions", word: "parse" },
    { fragment: "Base64 in URLs; encode the token as url safe base64", word: "encode" },
    { fragment: "Filter spam from comments; filter out comments with more than 3 links", word: "filter" },
    {
      fragment: "Sortierbare Spalten; Klick auf die Kopfzeile der Tabelle soll nach dieser Spalte sortieren",
      word: "sort",
    },
    { fragment: "Açılış sayfası; yeni ürün için bir açılış sayfası yap", word: "page" },
    { fragment: "Data table with sticky header; the table header should stay visible while scrolling", word: "table" },
    { fragment: "File watcher misses changes; saving a file with vim is not noticed by our watcher", word: "file" },
    {
      fragment: "Porządek w katalogach; uporządkuj katalogi w projekcie, za dużo folderów na najwyższym poziomie",
      word: "folder",
    },
    {
      fragment: "A*-Wegsuche auf Hexfeldern; die Gegner sollen um Mauern herum den Weg finden, nimm den A*-Algorithmus",
      word: "algorithm",
    },
    {
      fragment: "Fix rounding in interest calculation; the compound interest is off by one cent for some amounts",
      word: "math",
    },
    {
      fragment: "Evaluación del test A/B; tenemos los resultados del test A/B en results.csv, ¿qué variante ganó",
      word: "statistics",
    },
    {
      fragment:
        "Sommerzeit-Fehler in Terminberechnung; am 27. Oktober fehlt im Kalender eine Stunde, liegt wohl an der Zeitumstellung",
      word: "date",
    },
    { fragment: "Test instable à cause du hasard; le test échoue une fois sur vingt", word: "random" },
    { fragment: "バックグラウンド処理をSQSに移行; cronの代わりにSQSのキューを使うようにして", word: "queue" },
    {
      fragment:
        "Parallelize image decoding with thread pool; decode the tiles in parallel, we have 8 cores and use one",
      word: "thread",
    },
    {
      fragment: "Replace mutex with RwLock in cache; readers block each other on the mutex, use a rwlock",
      word: "lock",
    },
    {
      fragment:
        "Uploads should retry on network failure; if the connection drops the upload just fails, it should try again",
      word: "retry",
    },
    { fragment: "Handle GitHub API rate limit; we get 0 API rate limit exceeded after some 60 calls", word: "limit" },
    {
      fragment:
        "Kernel panic on I2C driver probe; the board panics at boot: Unable to handle kernel NULL pointer dereference at probe of our i2c driver",
      word: "kernel",
    },
    { fragment: "Строгая типизация TypeScript; включи strict и исправь ошибки типов", word: "type" },
    {
      fragment:
        "Helper for formatting file sizes; i need a helper function that turns bytes to human readable, 0 -> 0 KB",
      word: "function",
    },
    {
      fragment: "Convert CommonJS to ES modules; convert require/module.exports to import/export in the whole package",
      word: "module",
    },
    { fragment: "System wtyczek dla edytora; chcę, żeby edytor można było rozszerzać wtyczkami", word: "plugin" },
    {
      fragment:
        "Nouvelle option --output pour le CLI; ajoute une option --output (-o) pour choisir le fichier de sortie",
      word: "option",
    },
    {
      fragment: "Publicar eventos no Kafka; quando um pedido é pago, emite um evento OrderPaid no kafka",
      word: "event",
    },
    {
      fragment: "Switch to the Stripe API v2; the old API is shut down in june, move our calls to the new api version",
      word: "api",
    },
    { fragment: "Next.js app router migration; move the pages/ routes to the app router", word: "route" },
    { fragment: "Small HTTP server in C; write a minimal http server in C that serves static files", word: "server" },
    { fragment: "Klient gRPC w Go; napisz klienta gRPC do serwisu zamówień", word: "client" },
    {
      fragment: "VPN routes break DNS; after connecting wireguard i can ping 0 but DNS does not resolve",
      word: "network",
    },
    {
      fragment: "0 behind reverse proxy; we run behind traefik and get 0 bad gateway on large requests",
      word: "proxy",
    },
    {
      fragment: "Backpressure in Node streams; memory grows when the csv stream is faster than the db writer",
      word: "stream",
    },
    {
      fragment:
        "Mail per reimpostare la password; l'utente deve ricevere una mail con il link per reimpostare la password",
      word: "email",
    },
    { fragment: "站内通知; 有人@我的时候要收到通知; 右上角显示未读通知的数量", word: "notify" },
    { fragment: "Responsive layout for the product page; two columns on desktop, one on phones", word: "layout" },
    { fragment: "Move inline styles to CSS modules; replace all inline styles with css modules", word: "style" },
    { fragment: "로그인 버튼 수정; 로그인 버튼을 눌러도 반응이 없어", word: "button" },
    { fragment: "Keyboard and gamepad input; player should move with WASD and the gamepad stick", word: "input" },
    {
      fragment: "Context menu for files; right click on a file should open a context menu: rename, delete, copy path",
      word: "menu",
    },
    {
      fragment: "Einstellungsdialog in Qt; bau einen Dialog für die Einstellungen mit OK und Abbrechen",
      word: "dialog",
    },
    { fragment: "Icons missing after upgrade; all the font awesome icons are shown as empty squares", word: "icon" },
    { fragment: "Image thumbnails with sharp; generate thumbnails when a photo gets uploaded", word: "image" },
    { fragment: "Plot training curves; plot loss and accuracy over epochs from the log", word: "chart" },
    { fragment: "Mapa de entregas; mostra no mapa a rota do entregador", word: "map" },
    {
      fragment: "Admin dashboard; build an admin dashboard: tiles with KPIs at the top, charts below",
      word: "dashboard",
    },
    { fragment: "Dark theme fixes; in dark mode the code blocks are white on white", word: "theme" },
    {
      fragment: "Colorblind safe palette; the chart uses red and green, some of us can't tell them apart",
      word: "color",
    },
    {
      fragment: "Schriftart umstellen; nimm für die Überschriften eine andere Schrift, z.B. Source Serif",
      word: "font",
    },
    { fragment: "Walk cycle animation; the sprite animation plays too fast on 0hz screens", word: "animation" },
    {
      fragment: "Gabarit Twig pour les pages produit; crée un template twig commun pour les pages produit",
      word: "template",
    },
    {
      fragment: "Navegación con pestañas; cambia el menú lateral por pestañas abajo (react navigation)",
      word: "navigation",
    },
    { fragment: "Release iOS app to TestFlight; archive the app and upload it to TestFlight", word: "mobile" },
    { fragment: "Tower defense waves; enemies should spawn in waves, each wave harder than the last", word: "game" },
    { fragment: "Podcast ses kayıtlarını yazıya dökme; mp3 ses dosyalarını whisper ile yazıya dök", word: "audio" },
    { fragment: "Batch convert videos to H.0; convert all .mov in the folder to h0 mp4", word: "video" },
    { fragment: "部署大语言模型; 用 vllm 部署 qwen 模型", word: "model" },
    { fragment: "Train YOLO on our labelled parts; train yolov8n on the photos in data/parts", word: "train" },
    {
      fragment: "Inference on the test set; load the best checkpoint and run predictions on test.csv",
      word: "predict",
    },
    {
      fragment: "Prepare instruction dataset; turn the support tickets into a jsonl dataset for fine-tuning",
      word: "dataset",
    },
    {
      fragment: "Custom subagent for code review; create a subagent in .claude/agents that reviews diffs",
      word: "agent",
    },
    { fragment: "PayPal an der Kasse; PayPal als zweite Zahlungsart neben Kreditkarte einbauen", word: "payment" },
    { fragment: "장바구니와 주문; 장바구니에서 주문까지 만들어줘, 주소 입력하고 주문하기", word: "order" },
    { fragment: "Factures PDF; génère les factures en PDF à la fin du mois", word: "invoice" },
    { fragment: "User roles and invitations; users should have roles: owner, editor, viewer", word: "user" },
    { fragment: "Service account for CI; create a gcp service account for the deploy job", word: "account" },
    { fragment: "Hesap oluşturma; yeni hesap açma sayfası yap", word: "account" },
    { fragment: "hello; hey there", word: "greet" },
    { fragment: "Saludo inicial; hola, buenas tardes", word: "greet" },
    { fragment: "great work, thank you; that's all for today, thx", word: "thank" },
    { fragment: "yes; y; ok, both please", word: "confirm" },
    { fragment: "Continue previous work; continue from where we left off", word: "continue" },
    { fragment: "add a cron job that does the sync", word: "cancel" },
    { fragment: "how are you doing; tell me a joke about programmers", word: "chat" },
    {
      fragment: "Chat room with websockets; build a simple chat, several rooms, messages show up at once",
      word: "chat",
    },
    { fragment: "Add Stripe subscriptions; add subscriptions with stripe, monthly and yearly plans", word: "payment" },
    {
      fragment: "Fix duplicate webhook processing; the same webhook event gets processed twice sometimes",
      word: "event",
    },
    {
      fragment: "Refactor payment handlers; the payment handlers are one 0 line file, refactor into small functions",
      word: "refactor",
    },
    { fragment: "Overview of our repos; list all our git repos with their last commit date", word: "list" },
    {
      fragment: "Comments for pricing rules; add comments to the pricing rules, nobody understands them",
      word: "comment",
    },
    { fragment: "Quick check-in; hey; whats up, what can you do here", word: "chat" },
    {
      fragment: "Order service: race on stock; two requests at the same time can both buy the last item",
      word: "race",
    },
    {
      fragment:
        "Distributed lock with Redis; only one worker should run the cleanup job at once, use a redis lock with expiry",
      word: "lock",
    },
    { fragment: "Flaky integration tests; test_checkout fails about 1 of 10 runs in CI, never locally", word: "test" },
    {
      fragment:
        "Reproduce production bug locally; ticket 0: order total is 0 for some customers, try to reproduce it with the dump",
      word: "reproduce",
    },
    {
      fragment: "Postgres schema for multi tenancy; design the schema for tenants, users, memberships",
      word: "schema",
    },
    { fragment: "Mongo to Postgres migration; move our collections from mongo to postgres", word: "migrate" },
    { fragment: "Bulk import of products; import the supplier CSV, 0k rows, into products", word: "import" },
    { fragment: "Export orders to accounting; nightly export of paid orders as DATEV csv to the sftp", word: "export" },
    {
      fragment: "Presigned uploads to S3; let clients upload files straight to s3 with presigned urls",
      word: "upload",
    },
    {
      fragment:
        "Download endpoint for reports; GET /reports/:id/download should stream the file, not load it in memory",
      word: "download",
    },
    { fragment: "gRPC between services; replace the REST calls between cart and pricing with grpc", word: "replace" },
    { fragment: "API gateway routing; set up kong as the api gateway, route /users and /orders", word: "route" },
    { fragment: "Service mesh or not; do we need istio for 6 services", word: "network" },
    { fragment: "Split monolith into services; look at the monolith and propose where to cut it", word: "split" },
    { fragment: "Kubernetes upgrade; upgrade eks from 0 to 0", word: "upgrade" },
    { fragment: "CrashLoopBackOff in staging; pod api-7f9c crashes on start", word: "error" },
    { fragment: "GitHub Actions for monorepo; build a workflow which tests each package", word: "pipeline" },
    { fragment: "GitLab CI: publish image; publish the docker image on every tag", word: "publish" },
    { fragment: "Release 0; bump the version to 0", word: "release" },
    { fragment: "write the changelog since v0", word: "changelog" },
    { fragment: "Blue-green deployment; we want zero downtime deploys on ecs", word: "deploy" },
    {
      fragment: "Tutorial: first service; write a getting started tutorial for new devs, from clone to first deploy",
      word: "tutorial",
    },
    { fragment: "Security review of auth module; review src/auth for vulnerabilities, no changes", word: "security" },
    { fragment: "Merge duplicate users; list all users with more than one role", word: "user" },
    {
      fragment: "Fraud score for orders; train a small model that predicts fraud from the order history",
      word: "train",
    },
    {
      fragment: "Permission denied on bucket; lambda gets AccessDenied on s3:PutObject, here is the policy",
      word: "permission",
    },
    {
      fragment: "Plugin system for payment providers; each payment provider should be a plugin with the same interface",
      word: "plugin",
    },
    { fragment: "Noisy alerts; half of our pagerduty alerts are noise, go through the rules", word: "alert" },
    { fragment: "Incident: checkout down; checkout returns 0 since 0, help", word: "incident" },
    { fragment: "Variabili d'ambiente; sposta url e porte dal codice in variabili d'ambiente", word: "environment" },
    { fragment: "Slow feed endpoint; GET /feed takes 0s", word: "performance" },
    { fragment: "Remove dead code in user service; remove the old v1 handlers", word: "remove" },
    {
      fragment:
        "Rename customer to client; rename customer to client everywhere in the billing service, also the columns",
      word: "rename",
    },
    { fragment: "Graceful shutdown of workers; on SIGTERM finish the running requests, then stop", word: "process" },
    {
      fragment:
        "Thread pool exhausted; java service hangs, thread dump attached, all threads wait on the connection pool",
      word: "thread",
    },
    { fragment: "Disk full on the db server; /var/lib/postgresql is at 98%", word: "disk" },
    { fragment: "Estimate effort for SSO; how many days to add SAML sso to our app", word: "estimate" },
    { fragment: "Transactional emails with SES; send order confirmation mails via ses", word: "email" },
    { fragment: "Push notifications backend; store device tokens, send via fcm when the order ships", word: "notify" },
    { fragment: "Websocket stream of prices; stream live prices over websockets to the clients", word: "stream" },
    { fragment: "Currency rounding bug; totals are off by a cent, we use floats", word: "math" },
    { fragment: "Client SDK from OpenAPI; generate a typescript client from openapi.yaml", word: "client" },
    { fragment: "Umstellung auf Keycloak; wir wollen den eigenen Login durch Keycloak ersetzen", word: "auth" },
    { fragment: "SEPA-Lastschrift; füge SEPA Lastschrift als Zahlungsart hinzu", word: "payment" },
    { fragment: "danke, das war alles", word: "thank" },
    {
      fragment: "Datenbank-Backup prüfen; prüfe, ob sich das Backup von gestern wiederherstellen lässt",
      word: "verify",
    },
    { fragment: "Zeitzonenfehler bei Buchungen; Buchungen um Mitternacht landen am falschen Tag", word: "date" },
    { fragment: "Gestion des rôles; ajoute les rôles admin et lecteur à l'api", word: "permission" },
    { fragment: "Migration vers PostgreSQL 16; on passe de postgres 13 à 16", word: "upgrade" },
    { fragment: "pousse la branche et ouvre une PR", word: "push" },
    {
      fragment: "Paginación en la API de facturas; la lista de facturas tarda mucho, pagina de 50 en 50",
      word: "page",
    },
    { fragment: "Monitorización del servidor; instala prometheus y node exporter en el servidor", word: "monitor" },
    {
      fragment: "Mapa de sucursales; endpoint que devuelve las sucursales cerca de una coordenada para el mapa",
      word: "map",
    },
    { fragment: "Kafka消费延迟排查; 消费者延迟越来越大,帮我看看", word: "queue" },
    { fragment: "订单超时自动取消; 下单30分钟未支付自动取消,库存要退回", word: "order" },
    { fragment: "数据库分库分表方案; 订单表有两亿行了,怎么分表比较好", word: "design" },
    { fragment: "Dockerイメージの軽量化; イメージが2GBあるので小さくしてほしい", word: "container" },
    { fragment: "ログイン回数の制限; ログインに5回失敗したらアカウントをロックする", word: "auth" },
    { fragment: "依存パッケージの整理; 使っていない依存パッケージを調べて", word: "dependency" },
    { fragment: "Настройка nginx; настрой nginx как обратный прокси с https", word: "proxy" },
    { fragment: "Утечка памяти в сервисе; сервис на go съедает всю память за сутки", word: "memory" },
    { fragment: "Relatório de vendas; cria um endpoint com o total de vendas por mês", word: "statistics" },
    { fragment: "Conflito no merge; deu conflito no merge da develop, resolve pra mim", word: "conflict" },
    { fragment: "Integrazione PayPal; integra paypal come metodo di pagamento", word: "integrate" },
    { fragment: "Pulizia del cluster; elimina i namespace vecchi dal cluster", word: "clean" },
    { fragment: "쿠버네티스 배포 자동화; argocd로 배포 자동화해줘", word: "deploy" },
    { fragment: "주문 API 테스트 작성; 주문 API 통합 테스트를 작성해줘", word: "test" },
    { fragment: "Powiadomienia SMS; dodaj wysyłanie sms po opłaceniu zamówienia", word: "notify" },
    { fragment: "Sunucu taşıma; uygulamayı eski sunucudan hetzner'a taşıyalım", word: "server" },
    { fragment: "Accessibility audit of the shop; check all pages with axe and lighthouse", word: "audit" },
    { fragment: "Vue 3 migration; move the project to vue 3 and vite", word: "migrate" },
    { fragment: "Design tokens and theming; introduce css variables for colors and spacing", word: "theme" },
    { fragment: "Platformer boss fight; add a boss at the end of level 3 with three phases", word: "game" },
    { fragment: "Push notifications with Firebase; set up firebase messaging in the flutter app", word: "notify" },
    { fragment: "Offline sync for notes app; notes must be editable offline", word: "conflict" },
    { fragment: "Electron auto update; add auto update with electron-updater", word: "release" },
    { fragment: "Installer for Windows; create an installer with inno setup", word: "install" },
    { fragment: "Licence check and NOTICE file; list the licences of all dependencies", word: "license" },
    { fragment: "User interview synthesis; read the 9 transcripts in research/", word: "research" },
    { fragment: "Q1 roadmap; help me plan the first quarter", word: "plan" },
    { fragment: "Docs site with VitePress; set up vitepress in docs/", word: "document" },
    { fragment: "Getting started guide; write a getting started tutorial", word: "tutorial" },
    { fragment: "Contact form validation; validate email and phone in the contact form", word: "validate" },
    { fragment: "Dashboard performance; dashboard takes 6 seconds to show", word: "performance" },
    { fragment: "Cart state race condition; when I click plus quickly the count in the cart is wrong", word: "race" },
    { fragment: "Flaky Cypress tests; the login spec fails every third run on CI", word: "test" },
    { fragment: "Storybook for the design system; set up storybook 8", word: "document" },
    { fragment: "Icon set cleanup; find unused icons", word: "icon" },
    { fragment: "Image optimisation; convert the jpgs to webp and avif", word: "image" },
    { fragment: "Video upload progress; show a progress bar while the video uploads", word: "upload" },
    { fragment: "In-app purchase bug; purchase is restored on Android but not on iOS", word: "payment" },
    {
      fragment: "Account deletion screen; apple requires that users can delete their account in the app",
      word: "account",
    },
    { fragment: "Shader for water surface; write a water shader in glsl", word: "game" },
    { fragment: "Inventory refactor; inventory code is copied three times", word: "refactor" },
    { fragment: "Dialogue system prototype; prototype a branching dialogue from yaml", word: "prototype" },
    { fragment: "Turn order queue; turn based combat: initiative queue with haste and slow", word: "queue" },
    { fragment: "Config dialog in Qt; settings dialog with tabs: general, network, appearance", word: "dialog" },
    { fragment: "Large file handling in the viewer; opening a 3 GB log file uses all the RAM", word: "memory" },
    {
      fragment: "Clipboard permission prompt; users complain about the clipboard permission popup",
      word: "permission",
    },
    { fragment: "Vulnerable npm packages; npm audit shows 14 vulnerabilities", word: "security" },
    { fragment: "API client generation; generate the typescript client from openapi.yaml", word: "generate" },
    { fragment: "Feature flags for beta users; want to show the new editor only for beta users", word: "user" },
    { fragment: "A/B test evaluation; here is the csv of the A/B test for the sign up page", word: "statistics" },
    { fragment: "Feedback mails sorting; sort the 0 feedback mails into bugs, wishes and praise", word: "sort" },
    { fragment: "Rebase feature branch; rebase feature/editor on main", word: "rebase" },
    { fragment: "what does this repo do; where is the entry point of the mobile app", word: "question" },
    { fragment: "hi; fix the footer; its overlapping the content on short pages", word: "layout" },
    { fragment: "does not compile; still red", word: "error" },
    { fragment: "revert everything from today", word: "revert" },
    { fragment: "pull main and start the dev server", word: "start" },
    {
      fragment: "State machine for onboarding; onboarding flow has impossible states, model it with xstate",
      word: "design",
    },
    { fragment: "Delete old snapshots; remove obsolete jest snapshots", word: "remove" },
    {
      fragment: "Anmeldeformular barrierefrei machen; das Anmeldeformular soll mit Screenreader bedienbar sein",
      word: "input",
    },
    { fragment: "Handbuch überarbeiten; überarbeite Kapitel 3 im Handbuch", word: "edit" },
    { fragment: "App stürzt beim Drehen ab; wenn ich das Handy drehe, stürzt die App ab", word: "mobile" },
    { fragment: "Traduction du site; traduis toutes les pages en espagnol", word: "translate" },
    { fragment: "Jeu de cartes : règles; implémente les règles de la belote", word: "game" },
    { fragment: "Menú lateral; haz un menú lateral plegable", word: "menu" },
    { fragment: "Publicar paquete; sube la versión a 0", word: "publish" },
    { fragment: "小程序支付失败; 支付的时候提示签名错误; 看一下日志", word: "payment" },
    { fragment: "组件库文档; 给每个组件写文档和示例; 部署到 GitHub Pages", word: "document" },
    { fragment: "ゲームのバランス調整; 敵が強すぎるので調整したい", word: "game" },
    { fragment: "Перевод интерфейса; переведи интерфейс на русский", word: "translate" },
    { fragment: "Modo offline do app; o app precisa funcionar sem internet", word: "queue" },
    { fragment: "Nuovo logo e favicon; sostituisci il logo ovunque", word: "icon" },
    { fragment: "로그인 화면 디자인; 로그인 화면을 더 예쁘게 만들어줘", word: "design" },
    { fragment: "Testy komponentów; napisz testy dla komponentów formularza", word: "test" },
    { fragment: "Sayfa yavaş açılıyor; ana sayfa çok yavaş açılıyor", word: "performance" },
    { fragment: "Release 0 für den Play Store; Version auf 0 setzen", word: "release" },
    { fragment: "Podcast-Player; baue einen Player mit Geschwindigkeitsregler", word: "audio" },
    { fragment: "Tableau des commandes sur mobile; le tableau est illisible sur téléphone", word: "table" },
    {
      fragment: "Desincronización en multijugador; después de un minuto los dos clientes muestran posiciones distintas",
      word: "client",
    },
    { fragment: "首页改版; 首页要更现代一点; 图片大一点，文字少一点", word: "design" },
    { fragment: "ステージエディタの保存と読み込み; ステージを JSON で保存したい", word: "export" },
    { fragment: "ユーザーインタビューの要約; インタビュー 8 件を読んで要約して", word: "summarize" },
    { fragment: "Ошибка подсказок на графике; подсказки на графике не на своём месте при прокрутке", word: "chart" },
    { fragment: "Post sobre a reescrita; escreva um post contando por que saímos do Electron", word: "write" },
    { fragment: "Scala tipografica; definisci le dimensioni dei titoli", word: "font" },
    { fragment: "설정 화면 정리; 설정 화면 항목을 탭 세 개로 나눠줘", word: "split" },
    { fragment: "Typed props for the card components; define an interface for the card props", word: "interface" },
    {
      fragment: "GPU-Speicher abschätzen; wie viel VRAM brauche ich ungefähr, um ein 7B-Modell mit LoRA zu trainieren",
      word: "estimate",
    },
    { fragment: "分类模型对比; 试一下逻辑回归、随机森林和xgboost，比较AUC", word: "model" },
    {
      fragment:
        "Build labelled dataset from raw logs; make a dataset of the log lines in raw/, one json per line with label",
      word: "dataset",
    },
    {
      fragment: "Image augmentation for defect detection; add random flips and crops to the training images",
      word: "image",
    },
    { fragment: "Keyword spotting on Cortex-M4; compute the mfcc of the microphone audio on the board", word: "audio" },
    { fragment: "cut the first 10 seconds of every mp4 in the folder with ffmpeg", word: "video" },
    {
      fragment: "LangGraph data analysis agent; build an agent that answers questions on a csv by writing pandas code",
      word: "agent",
    },
    { fragment: "Notify when training finishes; send me a mail when the training run ends or crashes", word: "notify" },
    { fragment: "Integrate mlflow; integrate mlflow in the training script", word: "integrate" },
    {
      fragment: "Streamlit dashboard for sensor data; make a streamlit app that shows the temperature of the last 24h",
      word: "dashboard",
    },
    {
      fragment: "Consistent plot style; all figures of the notebook should use the same style and size for the paper",
      word: "style",
    },
    {
      fragment: "Read large CSV in chunks; the 30GB file doesn't fit in RAM, read it in a streaming way",
      word: "stream",
    },
    {
      fragment: "Airflow DAG for nightly features; turn the notebook into a pipeline: load, clean, features, train",
      word: "pipeline",
    },
    { fragment: "Validar archivos CSV; valida cada csv con las columnas y rangos esperados", word: "validate" },
    { fragment: "Schema for measurement store; design tables for devices, sensors and readings", word: "design" },
    { fragment: "Rollback partial CSV import; when row 0 fails the first 0 stay in the db", word: "transaction" },
    { fragment: "Migration vers pandas 2; df.append n'existe plus, migre tout le code vers pandas 0", word: "migrate" },
    { fragment: "Upgrade to LLVM 18; we are on llvm 15, go to 18", word: "upgrade" },
    {
      fragment: "Toy language experiment; quick and dirty: I want to see if indentation based syntax feels good",
      word: "prototype",
    },
    { fragment: "Compiler backend structure; let's discuss: one IR or two in the backend", word: "discuss" },
    {
      fragment: "Hobby OS roadmap; make a plan for the next steps of my hobby OS: paging, scheduler, userland",
      word: "plan",
    },
    { fragment: "Implement fork in xv6; add copy on write to fork()", word: "process" },
    { fragment: "Lock contention in buffer cache; bcache has one lock, use a lock per hash bucket", word: "lock" },
    {
      fragment: "udev rule for JTAG adapter; openocd: Error: libusb_open() failed with LIBUSB_ERROR_ACCESS",
      word: "permission",
    },
    { fragment: "Zephyr prj.conf cleanup; turn on BLE and logging in prj.conf", word: "config" },
    {
      fragment: "MQTT client for ESP32; write an mqtt client for the esp32 that sends the temperature each minute",
      word: "client",
    },
    {
      fragment:
        "I2C-Lesen wiederholen; wenn das Lesen vom Sensor fehlschlägt, bis zu 3 mal wiederholen mit 10 ms Pause",
      word: "retry",
    },
    { fragment: "Users on the JupyterHub; add the 12 students as users on the jupyterhub", word: "user" },
    {
      fragment: "シリアルログの解析; 夜のシリアルログです。ウォッチドッグのリセットはいつ起きていますか？",
      word: "log",
    },
    {
      fragment: "Alert on disk and temperature; small python daemon that watches disk usage and cpu temp",
      word: "alert",
    },
    { fragment: "Signed firmware images; sign the firmware with ed0 and encrypt it with aes-ctr", word: "encrypt" },
    { fragment: "Boards bricked after 0; since 0 forty devices in the field don't boot any more", word: "incident" },
    {
      fragment: "Smooth animation on OLED display; animate the snake moving on the ssd0, it jumps a whole cell now",
      word: "animation",
    },
    { fragment: "Generate bitmap font for e-paper; generate a C array from the ttf, 16 px", word: "generate" },
    {
      fragment: "Settings menu on LCD; make it possible to navigate the settings on the 16x2 lcd with up, down, select",
      word: "navigation",
    },
    { fragment: "Plugin system for linter; users should be able to load their own rules from a .so", word: "plugin" },
    { fragment: "Лямбды в интерпретаторе; добавь лямбда-функции и замыкания в интерпретатор", word: "function" },
    { fragment: "Hindley-Milner type inference; write type inference with let polymorphism", word: "type" },
    {
      fragment: "extract a Storage trait out of FileStore so that we can have an in-memory one in tests",
      word: "interface",
    },
    {
      fragment: "Clean up library API before 0; look at all public functions, which names are inconsistent",
      word: "api",
    },
    { fragment: "Publicar no PyPI; deixa o pacote pronto pra publicar no pypi", word: "publish" },
    { fragment: "Package scripts as pip module; make a pyproject.toml so that I can pip install it", word: "package" },
    { fragment: "Add MIT license; add an MIT license and headers in each source file", word: "license" },
    { fragment: "Changelog 0; scrivi il changelog dai commit dopo la v0", word: "changelog" },
    { fragment: "Release 0; prepare the 0 release", word: "release" },
    { fragment: "크로스 컴파일 도커 이미지; arm-none-eabi-gcc 들어간 도커파일 만들어줘", word: "container" },
    { fragment: "Run training on AWS spot; start the training on a g5.xlarge spot instance", word: "cloud" },
    { fragment: "Serve model with FastAPI; put the sentiment model behind a rest server", word: "server" },
    {
      fragment: "Which embedding model for German; look for current small embedding models that are good in german",
      word: "research",
    },
    { fragment: "翻译驱动注释; 把 sdk 里的中文注释翻译成英文", word: "translate" },
    {
      fragment: "Count TODOs per author; how many TODOs are there in the code, per author, via git blame",
      word: "count",
    },
    { fragment: "Save mail attachments; go through the mbox and save all pdf attachments", word: "email" },
    { fragment: "Sort bank transactions; put the transactions of my account csv into categories", word: "account" },
    {
      fragment:
        "Match orders with deliveries; two excel files, orders and deliveries, find what has not been delivered",
      word: "order",
    },
    {
      fragment: "Umfragedaten anonymisieren; entferne Namen und E-Mails aus der Umfrage-CSV, Datenschutz",
      word: "privacy",
    },
    { fragment: "Auswertungsskript aufteilen; das Skript hat 0 Zeilen, teile es in Module auf", word: "refactor" },
    { fragment: "Excel zu CSV; wandle die Exceltabelle in CSV um, Trennzeichen Semikolon", word: "file" },
    { fragment: "PDFs nach Datum umbenennen; benenne die PDFs nach dem Rechnungsdatum um", word: "rename" },
    { fragment: "C oder Rust für den neuen Treiber, was meinst du", word: "chat" },
    {
      fragment: "Test de significativité; est-ce que la différence entre les deux groupes est significative ?",
      word: "statistics",
    },
    { fragment: "Optimiser le script Python; le script met 2 heures, trouve ce qui est lent", word: "performance" },
    { fragment: "Nettoyer l'historique git; regroupe mes 14 commits en 3 commits propres", word: "history" },
    { fragment: "Gráficos de ventas; haz un gráfico de líneas con las ventas por mes", word: "chart" },
    { fragment: "Instalar CUDA en WSL; nvidia-smi no funciona dentro de wsl", word: "install" },
    { fragment: "实现一个简单的编译器; 用C写一个词法分析器和语法分析器", word: "parse" },
    { fragment: "串口通信调试; 单片机发送的数据收不到，波特率是0", word: "debug" },
    { fragment: "データの前処理; 欠損値を削除して、カラム名を英語にして", word: "clean" },
    { fragment: "READMEを書く; このライブラリのREADMEを日本語で書いてください", word: "write" },
    { fragment: "Утечка памяти; valgrind показывает утечку в parser.c", word: "memory" },
    { fragment: "Script de backup; cria um script bash que faz backup do banco toda noite", word: "script" },
    { fragment: "Test per la libreria; scrivi i test per il modulo matrici", word: "test" },
    { fragment: "펌웨어 빌드 오류; 빌드가 안 돼요. region `FLASH' overflowed by 0 bytes", word: "build" },
    { fragment: "Filtrowanie arkusza; zostaw w arkuszu tylko wiersze z 0 roku", word: "table" },
    { fragment: "Model eğitimi; modeli eğitirken doğruluk artmıyor, neden", word: "train" },
    { fragment: "continue; go on with the next file", word: "continue" },
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
    { fragment: "add a --dry-run flag to the sync command", word: "add" },
    { fragment: "Füge im Footer noch einen Link zum Impressum hinzu", word: "add" },
    { fragment: "create a new folder packages/ui with an empty package.json and tsconfig", word: "create" },
    { fragment: "新しいReactコンポーネント UserCard を作成してください", word: "create" },
    { fragment: "Implement the feature described in docs/rfc/0-offline-sync.md", word: "implement" },
    { fragment: "реализуй алгоритм Дейкстры на Rust, без внешних зависимостей", word: "implement" },
    { fragment: "generate typescript types from the openapi spec in api/openapi.yaml", word: "generate" },
    { fragment: "genera 0 clientes falsos con nombre, email y teléfono para la base de pruebas", word: "generate" },
    { fragment: "Integrate Stripe checkout into our Next.js shop, keys are in .env.local", word: "integrate" },
    { fragment: "integriere Sentry ins Backend, DSN kommt aus der Umgebungsvariable", word: "integrate" },
    {
      fragment: "quick prototype please: a page where I can draw boxes with the mouse, doesn't need to be clean",
      word: "prototype",
    },
    {
      fragment: "fais-moi un petit prototype de l'écran d'accueil, juste pour voir si l'idée marche",
      word: "prototype",
    },
    { fragment: 'in README.md change the third sentence to "Requires Node 20 or newer"', word: "edit" },
    { fragment: 'ändere in Zeile 42 den Text von "Absenden" auf "Speichern"', word: "edit" },
    { fragment: "write a short bio for the about section, two sentences, friendly tone", word: "write" },
    { fragment: "escribe un correo para los clientes avisando del cambio de precios", word: "write" },
    { fragment: "refactor OrderService, it's a 0 line class with way too many responsibilities", word: "refactor" },
    { fragment: "Refactorise le hook useCart pour séparer la logique de calcul et les appels API", word: "refactor" },
    { fragment: "重构一下这个文件,把重复的代码提取成函数", word: "refactor" },
    { fragment: "rinomina getUserData in fetchProfile dappertutto", word: "rename" },
    { fragment: "Benenne die Spalte `name1` in `first_name` um, auch in den Queries", word: "rename" },
    { fragment: "usuń wszystkie nieużywane importy i martwy kod w src/legacy", word: "remove" },
    { fragment: "удали папку old_assets и все ссылки на неё", word: "remove" },
    { fragment: "replace moment with date-fns in the whole repo", word: "replace" },
    { fragment: "move the helper functions out of main.py into utils/helpers.py", word: "move" },
    { fragment: "这些组件移到 src/components/common 目录下", word: "move" },
    { fragment: "Bitte den großen Commit in drei kleinere aufteilen", word: "split" },
    { fragment: "把 feature/login 分支合并到 main", word: "merge" },
    { fragment: "mergea develop en release/0 y sube los cambios", word: "merge" },
    { fragment: "これもっとシンプルに書けない?条件分岐が多すぎる", word: "simplify" },
    { fragment: "clean up the repo: temp files, old build artefacts, commented-out code", word: "clean" },
    { fragment: "räum bitte das Projektverzeichnis auf, da liegen überall alte Dateien rum", word: "clean" },
    { fragment: "run prettier on everything", word: "format" },
    {
      fragment: "eslint complains about 43 problems, make it green: 'React Hook useEffect has a missing dependency'",
      word: "lint",
    },
    { fragment: "ruff check でエラーが出てるので全部直して", word: "lint" },
    { fragment: "convert this shell script to python", word: "convert" },
    { fragment: "Konvertiere die JSON-Dateien in data/ nach Parquet", word: "convert" },
    { fragment: "migra o frontend de webpack para vite", word: "migrate" },
    { fragment: "мигрируй проект с Vue 2 на Vue 3, composition api", word: "migrate" },
    { fragment: "upgrade next to version 15 and fix whatever breaks", word: "upgrade" },
    { fragment: "fix it", word: "fix" },
    {
      fragment: "TypeError: Cannot read properties of undefined (reading 'map') at ProductList.tsx:27 - fix please",
      word: "fix",
    },
    { fragment: "der Button auf der Login-Seite reagiert nicht auf Klicks, bitte beheben", word: "fix" },
    { fragment: "help me debug this: the counter goes to 2 although I only click once", word: "debug" },
    { fragment: "バグの原因を調べたい。ブレークポイントを置くとどこで値が変わるか見て", word: "debug" },
    {
      fragment: "find out why the nightly job takes twice as long since monday. don't change anything yet",
      word: "investigate",
    },
    {
      fragment: "guarda perché alcuni utenti non ricevono la mail di conferma, da dove viene il problema",
      word: "investigate",
    },
    { fragment: "can you reproduce the bug from issue #0? write a minimal repro first", word: "reproduce" },
    {
      fragment:
        "what's this?? thread 'main' panicked at 'index out of bounds: the len is 3 but the index is 3', src/grid.rs:88",
      word: "error",
    },
    { fragment: "npm ERR! code ERESOLVE npm ERR! ERESOLVE unable to resolve dependency tree", word: "error" },
    { fragment: "실행하면 이 에러가 나와요: ModuleNotFoundError: No module named 'requests'", word: "error" },
    {
      fragment: "the integration tests fail with 'Exceeded timeout of 0 ms for a hook', raise it or make them faster",
      word: "timeout",
    },
    { fragment: "la requête vers l'API météo ne répond jamais, mets un timeout de 10 secondes", word: "timeout" },
    { fragment: "two workers sometimes pick the same job, looks like a race condition", word: "race" },
    { fragment: "resolve the merge conflicts in package-lock.json and src/routes.ts", word: "conflict" },
    { fragment: "undo your last change, that made it worse", word: "revert" },
    { fragment: "mach das bitte rückgängig, vorher war es besser", word: "revert" },
    { fragment: "i deleted config/prod.yml by accident, can you get it back", word: "restore" },
    { fragment: "write unit tests for the date parser", word: "test" },
    { fragment: "now run the tests", word: "test" },
    { fragment: "schreib Tests für den Warenkorb, auch für leere Körbe und Rabatte", word: "test" },
    { fragment: "カバレッジが61%なので、テストを追加して80%以上にしてください", word: "coverage" },
    { fragment: "the tests call the real payment API, mock it", word: "mock" },
    { fragment: "замерь производительность нового парсера json против старого, бенчмарк в ops/sec", word: "benchmark" },
    { fragment: "are you sure it works? double check in the browser", word: "verify" },
    {
      fragment: "폼 유효성 검사 추가해줘: 이메일에 @ 필수, 우편번호는 숫자 5자리, 오류 메시지는 입력칸 아래에",
      word: "validate",
    },
    { fragment: "prüf beim Import, ob jede Zeile eine gültige IBAN hat, sonst ablehnen", word: "validate" },
    { fragment: "review my changes on this branch, be critical", word: "review" },
    { fragment: "/review PR 0", word: "review" },
    { fragment: "Mach mal ein Code Review von src/payment, vor allem auf Fehlerbehandlung achten", word: "review" },
    { fragment: "run a security audit of the dependencies and tell me what is critical", word: "audit" },
    { fragment: "haz una auditoría de accesibilidad de toda la web", word: "audit" },
    { fragment: "find all places where we call the old billing endpoint", word: "search" },
    { fragment: "onde fica definida a função calcula_imposto", word: "search" },
    { fragment: "read CONTRIBUTING.md and src/core first, then wait for my instructions", word: "read" },
    { fragment: "list all environment variables that the app needs", word: "list" },
    { fragment: "how does the middleware chain work here? explain it like i'm new", word: "explain" },
    { fragment: "what does this regex do? ^(?=.*[A-Z])(?=.*\\d).{8,}$", word: "explain" },
    { fragment: "explica qué hace esta función, no entiendo la parte del reduce", word: "explain" },
    { fragment: "比较一下这两个版本的输出有什么不同", word: "compare" },
    { fragment: "how many lines of code do we have per language", word: "count" },
    { fragment: "measure how long the cold start of the lambda takes, 20 runs, give me mean and p95", word: "measure" },
    { fragment: "проанализируй данные продаж в q3.xlsx и скажи, какие группы товаров падают", word: "analyze" },
    { fragment: "이 프로젝트 구조를 분석해줘", word: "analyze" },
    {
      fragment: "do some research on how other open source editors implement collaborative editing, with sources",
      word: "research",
    },
    { fragment: "recherche, welche Bibliotheken es für Barcode-Scans im Browser gibt", word: "research" },
    { fragment: "今日やったことを箇条書きで5つにまとめてください", word: "summarize" },
    { fragment: "traduis ce README en anglais", word: "translate" },
    { fragment: "do we actually need the second useEffect", word: "question" },
    { fragment: "ist das so richtig oder gibt es einen besseren Weg", word: "question" },
    { fragment: "make a plan first, don't write any code yet", word: "plan" },
    { fragment: "まず実装計画を立ててください。コードはまだ書かないで", word: "plan" },
    { fragment: "design the database schema for a booking system with rooms, guests and rates", word: "design" },
    { fragment: "entwirf eine API für die Dateiverwaltung, REST, nur die Signaturen", word: "design" },
    {
      fragment: "should we go with microservices or keep the monolith? think about the overall architecture",
      word: "architecture",
    },
    { fragment: "опиши архитектуру проекта: какие сервисы есть и как они общаются", word: "architecture" },
    {
      fragment: "before we start, let's talk about the options. what do you think about using sqlite here",
      word: "discuss",
    },
    { fragment: "lass uns kurz diskutieren, ob wir das überhaupt brauchen", word: "discuss" },
    {
      fragment: "¿cuánto esfuerzo sería soportar el modo offline? una estimación aproximada en días",
      word: "estimate",
    },
    { fragment: "quanto tempo ci vorrebbe per passare a TypeScript? dammi una stima", word: "estimate" },
    { fragment: "run the cleanup script every night at 3 via cron", word: "schedule" },
    { fragment: "让子代理去做这个调研,你自己不要看所有文件", word: "delegate" },
    { fragment: "add docstrings to all public functions in geometry.py", word: "document" },
    { fragment: "document the new config options in the README", word: "document" },
    { fragment: "dokumentiere die REST-Schnittstelle in docs/api.md", word: "document" },
    { fragment: "add a comment above the loop that says why we go backwards", word: "comment" },
    { fragment: "commente le code en français, surtout les parties compliquées", word: "comment" },
    { fragment: "CHANGELOG.md dosyasını v0'dan beri olan her şeyle güncelle", word: "changelog" },
    { fragment: "which license should I take if I want others to use it commercially too", word: "license" },
    { fragment: "füge die MIT-Lizenz hinzu und SPDX-Header in allen Quelldateien", word: "license" },
    {
      fragment: "scrivi un tutorial per principianti: una todo app con il nostro framework, passo per passo",
      word: "tutorial",
    },
    { fragment: "teach me docker from scratch, small exercises please", word: "tutorial" },
    {
      fragment: "write me a short report of what you found, one page, for the management meeting on Thursday",
      word: "report",
    },
    {
      fragment: "Erstelle bitte einen Bericht über die Ergebnisse der Sicherheitsprüfung als Markdown-Datei",
      word: "report",
    },
    {
      fragment:
        "the build is broken on main: error TS0 Cannot find module './types' or its corresponding type declarations",
      word: "build",
    },
    { fragment: "bau das Projekt mal komplett neu, make clean und dann make all", word: "build" },
    { fragment: "install ffmpeg and imagemagick on this machine", word: "install" },
    { fragment: "instala las dependencias con pnpm install y dime si algo falla", word: "install" },
    { fragment: "pack the app as a .deb package with the systemd unit inside", word: "package" },
    { fragment: "empacota a aplicação como um wheel para a gente distribuir internamente", word: "package" },
    {
      fragment:
        'npm ERR! ERESOLVE unable to resolve dependency tree, found react@0, peer react@"^18" from react-beautiful-dnd',
      word: "dependency",
    },
    {
      fragment: "which of our dependencies are not used any more? list the dead packages in package.json",
      word: "dependency",
    },
    { fragment: "cut a new release: bump to 0, tag, and draft the release notes on GitHub", word: "release" },
    { fragment: "подготовь релиз 0, собери артефакты и выложи их на GitHub", word: "release" },
    { fragment: "bump the version to 0 in package.json and pyproject.toml", word: "version" },
    { fragment: "现在用的是哪个版本的 node？把版本固定在 20", word: "version" },
    { fragment: "deploy to staging please", word: "deploy" },
    {
      fragment: "after the deploy the pods are in CrashLoopBackOff, what happened? kubectl describe says exit code 0",
      word: "deploy",
    },
    { fragment: "kannst du die neue Version auf den Produktivserver ausrollen", word: "deploy" },
    { fragment: "publish the crate to crates.io", word: "publish" },
    { fragment: "publie la nouvelle version du paquet sur npm et vérifie qu'elle est bien visible", word: "publish" },
    {
      fragment: "the CI pipeline fails at the lint step since yesterday, take a look at .github/workflows/ci.yml",
      word: "pipeline",
    },
    {
      fragment: "Füge der GitLab-Pipeline eine Stage hinzu, die nachts die Integrationstests ausführt",
      word: "pipeline",
    },
    { fragment: "write a Dockerfile for this app, multi stage, small image, non root user", word: "container" },
    { fragment: "docker konteyneri başlamıyor, 'exec format error' veriyor, düzeltir misin", word: "container" },
    { fragment: "set up an S3 bucket and a lambda in AWS with terraform, region eu-central-1", word: "cloud" },
    { fragment: "AWS 비용이 너무 많이 나와요. 어떤 클라우드 리소스를 끌 수 있는지 알려줘", word: "cloud" },
    { fragment: "make a backup of the prod db before you touch anything", word: "backup" },
    {
      fragment: "scrivi uno script che ogni notte fa il backup della cartella /srv/data su un disco esterno",
      word: "backup",
    },
    { fragment: "commit this", word: "commit" },
    { fragment: "now commit and push", word: "commit" },
    { fragment: "committe bitte alles mit einer sinnvollen Nachricht", word: "commit" },
    { fragment: "提交一下代码，commit message 用英文写", word: "commit" },
    { fragment: "create a new branch feature/login-form from develop", word: "branch" },
    { fragment: "usuń stare gałęzie, które są już zmergowane do maina", word: "branch" },
    { fragment: "rebase on main and fix the conflicts", word: "rebase" },
    { fragment: "fais un rebase de ma branche sur develop s'il te plaît", word: "rebase" },
    { fragment: "show me the diff between main and this branch, only src/", word: "diff" },
    { fragment: "直前のコミットとの差分を見せて", word: "diff" },
    { fragment: "when was this function last changed and by whom? look at the git history", word: "history" },
    { fragment: "busca en el historial de git el commit que introdujo este error", word: "history" },
    { fragment: "push it", word: "push" },
    {
      fragment: "! [rejected] main -> main (non-fast-forward) error: failed to push some refs to 'origin', what now",
      word: "push",
    },
    { fragment: "pull the latest changes from origin and tell me what is new", word: "pull" },
    { fragment: "Mach einen Pull Request auf gegen main, Titel 'Suche beschleunigen'", word: "pull" },
    { fragment: "run it again", word: "run" },
    { fragment: "just run the thing and show me the output", word: "run" },
    { fragment: "roda o programa com os dados de exemplo e me mostra o resultado", word: "run" },
    { fragment: "start the dev server on port 0", word: "start" },
    { fragment: "avvia i servizi in locale, per favore", word: "start" },
    { fragment: "stop, don't touch any more files", word: "stop" },
    { fragment: "halt die laufenden Container an, ich brauche den Port", word: "stop" },
    { fragment: "wait until the CI run is done, then tell me whether it passed", word: "wait" },
    { fragment: "attends que l'entraînement soit terminé avant de lancer la suite", word: "wait" },
    { fragment: "what's the command to list all open ports on linux", word: "command" },
    { fragment: "dame el comando para descomprimir un tar.gz en otra carpeta", word: "command" },
    { fragment: "write a bash script that renames all .jpeg in a dir to .jpg", word: "script" },
    { fragment: "напиши скрипт на питоне, который чистит временные файлы старше недели", word: "script" },
    { fragment: "there are 40 zombie node processes on the box, find out who spawns them", word: "process" },
    { fragment: "有一个进程一直占用 0 端口，帮我把它找出来并杀掉", word: "process" },
    {
      fragment: "the app gets OOM killed after 2 days, looks like a memory leak in the websocket handler",
      word: "memory",
    },
    { fragment: "Der Speicherverbrauch wächst ständig, bitte such das Speicherleck", word: "memory" },
    { fragment: "no space left on device, what is using up the disk on the build server", word: "disk" },
    { fragment: "o disco está 98% cheio, veja o que dá para apagar", word: "disk" },
    { fragment: "this endpoint takes 4 seconds, make it faster", word: "performance" },
    { fragment: "목록 화면이 너무 느려요. 성능을 개선해 주세요", word: "performance" },
    { fragment: "where is the config for the log level? set it to debug", word: "config" },
    { fragment: "Lies die Einstellungen aus einer YAML-Datei statt sie hart zu kodieren", word: "config" },
    {
      fragment: "set the env var DATABASE_URL in the staging environment and document it in .env.example",
      word: "environment",
    },
    { fragment: "Pythonの仮想環境を作って、環境変数も設定して", word: "environment" },
    { fragment: "set up uptime monitoring for the api with prometheus and blackbox exporter", word: "monitor" },
    { fragment: "tieni d'occhio il job e avvisami se si blocca", word: "monitor" },
    { fragment: "schau mal in die Logs, warum der Server heute Nacht abgestürzt ist", word: "log" },
    {
      fragment: "expose prometheus metrics at /metrics: request count, latency histogram, queue length",
      word: "metrics",
    },
    { fragment: "добавь метрики по времени ответа в Grafana", word: "metrics" },
    {
      fragment: "the alert HighErrorRate fires every night although nothing is wrong, raise the threshold",
      word: "alert",
    },
    { fragment: "ajoute une alerte quand le disque dépasse 90 % et envoie-la sur Slack", word: "alert" },
    {
      fragment: "we have an outage, the shop is down since 0, customers get 0. help me find the cause quickly",
      word: "incident",
    },
    { fragment: "Schreib ein Postmortem zum Ausfall von gestern mit Zeitverlauf und Ursache", word: "incident" },
    { fragment: "用 cProfile 分析一下这个脚本，看看时间花在哪里", word: "profile" },
    { fragment: "how far are we? what's done and what is left", word: "status" },
    { fragment: "¿en qué estado está el repo? git status", word: "status" },
    { fragment: "what's the status", word: "status" },
    { fragment: "is this endpoint vulnerable to SQL injection? fix it if so", word: "security" },
    { fragment: "sprawdź aplikację pod kątem podatności XSS i CSRF", word: "security" },
    { fragment: "I committed an AWS access key by mistake, how do I get the secret out of the repo", word: "secret" },
    { fragment: "die API-Keys dürfen nicht im Code stehen, leg sie in Vault ab", word: "secret" },
    {
      fragment: "EACCES: permission denied, open '/var/lib/app/data.db', what user does the service run as",
      word: "permission",
    },
    {
      fragment: "seuls les admins doivent avoir le droit de supprimer un projet, ajoute un contrôle des permissions",
      word: "permission",
    },
    { fragment: "implement login with Google OAuth, keep the session in a httpOnly cookie", word: "auth" },
    { fragment: "kullanıcı girişi çalışmıyor, JWT token geçersiz diyor", word: "auth" },
    { fragment: "add a forgot password flow: mail with a reset link, valid for 1 hour", word: "password" },
    { fragment: "las contraseñas se guardan en texto plano, usa bcrypt", word: "password" },
    { fragment: "encrypt the files at rest with AES-0-GCM, key from KMS", word: "encrypt" },
    { fragment: "включи TLS и настрой сертификат Let's Encrypt для домена", word: "encrypt" },
    { fragment: "mask email and phone numbers of customers in the logs, GDPR", word: "privacy" },
    {
      fragment:
        "Brauchen wir für dieses Tracking eine Einwilligung nach DSGVO? Welche personenbezogenen Daten speichern wir",
      word: "privacy",
    },
    {
      fragment: "the database connection pool is exhausted: 'remaining connection slots are reserved', postgres 15",
      word: "database",
    },
    { fragment: "cria o banco de dados e as tabelas para o módulo de estoque", word: "database" },
    { fragment: "write a SQL query that gives the top 10 customers by revenue per month", word: "query" },
    {
      fragment:
        "diese SQL-Abfrage dauert 30 Sekunden: SELECT * FROM orders o JOIN items i ON ... WHERE o.status = 'open'",
      word: "query",
    },
    { fragment: "add a nullable column archived_at to the projects table, with a migration", word: "schema" },
    { fragment: "帮我设计一下用户和订单的数据库表结构", word: "schema" },
    { fragment: "crea un índice en la columna email para acelerar la búsqueda", word: "index" },
    {
      fragment: "wrap the stock update and the order insert in one transaction so that both roll back on error",
      word: "transaction",
    },
    {
      fragment: "Deadlock found when trying to get lock; try restarting transaction (MySQL 0), woran liegt das",
      word: "transaction",
    },
    { fragment: "cache the exchange rates in redis for 10 minutes", word: "cache" },
    {
      fragment: "après le déploiement les utilisateurs voient encore l'ancienne version, vide le cache du CDN",
      word: "cache",
    },
    { fragment: "import the customers from this Excel file into the crm, skip duplicates", word: "import" },
    {
      fragment:
        "ImportError: cannot import name 'Mapping' from 'collections' (/usr/lib/python0/collections/__init__.py)",
      word: "import",
    },
    { fragment: "users want to export their invoices to PDF, add an export button", word: "export" },
    { fragment: "검색 결과를 엑셀로 내보내는 기능을 추가해줘", word: "export" },
    { fragment: "drag and drop upload for photos, max 10 MB, with a progress bar", word: "upload" },
    { fragment: "il caricamento dei file più grandi di 2 MB fallisce con errore 0", word: "upload" },
    { fragment: "download all pdfs linked on that page into ./papers", word: "download" },
    { fragment: "動画のダウンロードが途中で止まる。再開できるようにして", word: "download" },
    { fragment: "parse this log format into fields: 0T0Z [WARN] worker-3 job=88 took=0ms", word: "parse" },
    { fragment: "парсер падает на пустых строках, исправь", word: "parse" },
    { fragment: "umlauts are shown as Ã¼ in the export, it's an utf-8 vs latin1 encoding thing", word: "encode" },
    {
      fragment: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf1 in position 12 al leer el fichero",
      word: "encode",
    },
    { fragment: "add a filter by category and price range to the product list", word: "filter" },
    { fragment: "In der Tabelle soll man nach Status und Datum filtern können", word: "filter" },
    { fragment: "sort the list by last name, then by first name, case insensitive", word: "sort" },
    { fragment: "a ordenação por data está errada, os mais novos devem vir primeiro", word: "sort" },
    { fragment: "crée une page 'À propos' avec l'équipe et l'adresse", word: "page" },
    { fragment: "表格的列宽太窄了，文字被截断，改一下", word: "table" },
    { fragment: "which file contains the startup code", word: "file" },
    { fragment: "leg eine leere Datei notes.md an", word: "file" },
    {
      fragment: "the folder structure is a mess, put all components in src/components and one folder per feature",
      word: "folder",
    },
    { fragment: "создай папку assets и перенеси туда картинки", word: "folder" },
    {
      fragment:
        "implement dijkstra instead of the brute force search, the graph has 50k nodes and the current approach is O(n^2)",
      word: "algorithm",
    },
    { fragment: "把这个冒泡排序换成快速排序,数据量大的时候太慢了,算法复杂度要降到 O(n log n)", word: "algorithm" },
    {
      fragment:
        "the quaternion to euler conversion is wrong near 90 degrees pitch, check the formula and the matrix multiplication order",
      word: "math",
    },
    {
      fragment: "wie rechne ich den Abstand eines Punktes von einer Geraden in 3D aus? bitte die Formel mit Herleitung",
      word: "math",
    },
    {
      fragment:
        "is the difference between group A and B significant? do a t-test and give me p value and the confidence interval",
      word: "statistics",
    },
    {
      fragment:
        "calcula la media, la mediana y la desviación estándar de las ventas por región y dime si hay valores atípicos",
      word: "statistics",
    },
    {
      fragment:
        "dates show as one day earlier for users in the US, it's a timezone thing. store UTC and convert on display",
      word: "date",
    },
    {
      fragment:
        "les dates s'affichent au format américain (MM/DD/YYYY), il faut JJ/MM/AAAA partout et gérer le fuseau horaire Europe/Paris",
      word: "date",
    },
    {
      fragment: "make the random number generator seedable so that the simulation gives the same result on each run",
      word: "random",
    },
    {
      fragment: "ダンジョンをランダム生成したい。シード値を指定すると同じマップになるように乱数を固定して",
      word: "random",
    },
    {
      fragment:
        "сообщения в очереди RabbitMQ копятся, консьюмер их не забирает, посмотри почему очередь не разгребается",
      word: "queue",
    },
    {
      fragment: "interfejs zawiesza się podczas importu, przenieś to do osobnego wątku i nie blokuj wątku głównego",
      word: "thread",
    },
    {
      fragment:
        "ERROR: deadlock detected DETAIL: Process 0 waits for ShareLock on transaction 0 - find out which updates take the locks in different order",
      word: "lock",
    },
    {
      fragment:
        "only one instance of the sync script may run at a time, use a lock file (flock) and exit if it is already held",
      word: "lock",
    },
    {
      fragment: "wrap the http calls to the provider with exponential backoff, 5 attempts, only on 0 and 5xx",
      word: "retry",
    },
    { fragment: "API 호출이 실패하면 최대 3번까지 재시도하게 해줘. 재시도 간격은 지수 백오프로", word: "retry" },
    {
      fragment: "add rate limiting to the login endpoint, max 5 requests per minute per ip, answer 0 with Retry-After",
      word: "limit",
    },
    {
      fragment:
        "limita o tamanho do upload a 10 MB e no máximo 20 arquivos por usuário, mostra mensagem quando passar do limite",
      word: "limit",
    },
    {
      fragment:
        "building our out of tree driver against linux 0 fails: implicit declaration of function 'class_create', the kernel api changed. adapt it",
      word: "kernel",
    },
    {
      fragment:
        "write a CUDA kernel for the softmax with shared memory, block size 0, and compare it with the pytorch one",
      word: "kernel",
    },
    {
      fragment:
        "error TS0: Argument of type 'string | undefined' is not assignable to parameter of type 'string'. fix all of these, no `any` please",
      word: "type",
    },
    { fragment: "add type hints to all functions in utils/ and make mypy --strict pass", word: "type" },
    { fragment: "anyを使わずに型をちゃんと付けて。tscの型エラーが30個くらい出てる", word: "type" },
    {
      fragment:
        "extract an interface Storage with get/put/delete from S3Storage so that we can have an in-memory implementation for the tests",
      word: "interface",
    },
    {
      fragment: "leg bitte ein Interface für die Zahlungsanbieter an, Stripe und PayPal sollen es beide implementieren",
      word: "interface",
    },
    { fragment: "write a function that takes a list of intervals and merges the overlapping ones", word: "function" },
    { fragment: "this function is 0 lines long, extract smaller helper functions from it", word: "function" },
    {
      fragment: "verilen metni slug haline getiren bir fonksiyon yaz, türkçe karakterleri de dönüştürsün",
      word: "function",
    },
    {
      fragment:
        "ModuleNotFoundError: No module named 'core.settings' when I start it from the other directory, but the module is there",
      word: "module",
    },
    {
      fragment: "напиши плагин для WordPress, который добавляет шорткод с ценами, и страницу настроек плагина",
      word: "plugin",
    },
    {
      fragment: "add a --dry-run flag to the cli which only prints what would be done, and -v for verbose",
      word: "option",
    },
    {
      fragment:
        "the click handler fires twice because the event listener gets added on each render. remove the listener on unmount",
      word: "event",
    },
    { fragment: "给 store 加一个事件机制,数据变化的时候触发 change 事件,组件可以监听", word: "event" },
    {
      fragment:
        "add REST endpoints for projects: GET list, GET one, POST, PATCH, DELETE. same style as the ones for tasks",
      word: "api",
    },
    {
      fragment: "conecta la app con la API de OpenWeather y muestra la temperatura, la clave de la API está en el .env",
      word: "api",
    },
    { fragment: "GET /users/me gets matched by /users/:id, the order of the routes is wrong", word: "route" },
    { fragment: "start the dev server on port 0, 0 is already in use", word: "server" },
    {
      fragment: "richte nginx auf dem neuen Server ein, mit TLS von Let's Encrypt und Weiterleitung von http auf https",
      word: "server",
    },
    {
      fragment:
        "we need a python client library for our service, sync and async, with pagination handled by the client",
      word: "client",
    },
    {
      fragment:
        "the containers can't reach each other: dial tcp: lookup db on 0: no such host. both are in the same compose file, different networks",
      word: "network",
    },
    {
      fragment:
        "la connessione tra i due server cade ogni tanto, controlla firewall, DNS e se la porta 0 è raggiungibile",
      word: "network",
    },
    {
      fragment:
        "nginx as reverse proxy: /api to localhost:0, everything else to the vite server, websocket upgrade headers too",
      word: "proxy",
    },
    { fragment: "公司网络要走代理才能访问外网,帮我给 npm、git 和 docker 都设置一下 http_proxy", word: "proxy" },
    {
      fragment: "don't load the whole 4 GB file into memory, read it as a stream and process line by line",
      word: "stream",
    },
    {
      fragment:
        "stream the llm answer token by token to the browser with server sent events instead of waiting for the complete response",
      word: "stream",
    },
    { fragment: "send a welcome email after sign up, html template with logo, through SES", word: "email" },
    {
      fragment: "les mails de confirmation arrivent dans les spams, vérifie SPF, DKIM et la config SMTP",
      word: "email",
    },
    {
      fragment: "quero notificações push no app quando chega uma mensagem nova, usando Firebase Cloud Messaging",
      word: "notify",
    },
    {
      fragment: "the sidebar overlaps the content below 0px, use css grid and let the footer stick to the bottom",
      word: "layout",
    },
    {
      fragment: "die drei Karten sollen nebeneinander stehen und gleich hoch sein, zentriert mit flexbox",
      word: "layout",
    },
    {
      fragment: "el css está horrible, dale un estilo más moderno al formulario, con bordes suaves y más espacio",
      word: "style",
    },
    { fragment: "一覧画面に「削除」ボタンを追加して。押したら確認を出す", word: "button" },
    {
      fragment:
        "the text field loses focus after each keystroke, probably because the component is recreated on every render",
      word: "input",
    },
    {
      fragment:
        "add a dropdown menu at the avatar with Profile, Settings and Log out, it should close when clicked outside",
      word: "menu",
    },
    {
      fragment: "il menu hamburger non si apre su telefono, e le voci del menu vanno in ordine alfabetico",
      word: "menu",
    },
    {
      fragment: "show a modal 'Are you sure?' before deleting a project, with Cancel focused by default",
      word: "dialog",
    },
    { fragment: "модальное окно не закрывается по Esc и выезжает за край экрана, поправь диалог", word: "dialog" },
    { fragment: "replace the emoji with proper lucide icons, 16px, and add a favicon", word: "icon" },
    { fragment: "wygeneruj ikony aplikacji we wszystkich rozmiarach z logo.svg, dla Androida i iOS", word: "icon" },
    {
      fragment:
        "permettre à l'utilisateur de téléverser une photo de profil, la recadrer en carré et en faire une miniature de 0x0",
      word: "image",
    },
    { fragment: "用 matplotlib 画一个折线图,横轴是日期,纵轴是温度,保存成 png", word: "chart" },
    {
      fragment:
        "show the stores as markers on a leaflet map, cluster them when zoomed out, center on the user's position",
      word: "map",
    },
    {
      fragment:
        "die Karte bleibt grau, die Kacheln von OpenStreetMap laden nicht, und die Marker sitzen falsch (lat/lng vertauscht?)",
      word: "map",
    },
    {
      fragment:
        "haz un panel de control para el administrador con ventas de hoy, usuarios nuevos y gráficos de la semana",
      word: "dashboard",
    },
    {
      fragment:
        "add dark mode with a toggle in the header, remember the choice and follow the system setting by default",
      word: "theme",
    },
    { fragment: "ダークモードに対応して。テーマの切り替えはヘッダーに置いて、設定はlocalStorageに保存", word: "theme" },
    { fragment: "butonların rengini yeşil yap, arka plan da açık gri olsun", word: "color" },
    { fragment: "use Inter instead of Roboto, self-hosted woff2, and make the body text 16px", word: "font" },
    {
      fragment:
        "chinese characters show as boxes in the generated pdf, the font has no glyphs for them. embed Noto Sans CJK",
      word: "font",
    },
    {
      fragment: "slide the drawer in from the left with a 0ms ease-out transition, and respect prefers-reduced-motion",
      word: "animation",
    },
    { fragment: "카드에 마우스를 올리면 살짝 커지는 애니메이션 넣어줘, 부드럽게", word: "animation" },
    { fragment: "the jinja templates repeat the header everywhere, make a base.html and extend it", word: "template" },
    {
      fragment:
        "back button goes to the home screen instead of the previous one, the stack navigator gets reset after login",
      word: "navigation",
    },
    {
      fragment: "add breadcrumbs and a sticky top nav with links to the sections, the current one highlighted",
      word: "navigation",
    },
    { fragment: "la app de Android se cierra al abrir en el emulador, el build de gradle pasa bien", word: "mobile" },
    {
      fragment: "make a small snake game in the browser with canvas, arrow keys, score and game over screen",
      word: "game",
    },
    {
      fragment:
        "der Spieler fällt im dritten Level durch den Boden, die Kollision mit den Plattformen stimmt nicht (Godot 4)",
      word: "game",
    },
    { fragment: "coloca música de fundo e efeitos sonoros no jogo, com um botão para tirar o som", word: "audio" },
    {
      fragment: "cut the first 12 seconds of demo.mp4 and compress it to under 10 MB with ffmpeg, no sound",
      word: "video",
    },
    {
      fragment: "добавь на страницу видеоплеер с субтитрами и выбором качества, видео отдаём через HLS",
      word: "video",
    },
    {
      fragment: "which local llm is good enough for tagging on a cpu? qwen 0b or gemma 2b, quantized to 4 bits",
      word: "model",
    },
    {
      fragment:
        "start the fine-tuning with lora rank 16, lr 2e-4, 3 epochs on the two gpus and save a checkpoint every 0 steps",
      word: "train",
    },
    {
      fragment: "loss goes to nan after ~0 steps with fp16, learning rate too high? or gradient clipping missing",
      word: "train",
    },
    {
      fragment:
        "sag mit dem trainierten Modell vorher, welche Kunden kündigen werden, und schreib die Wahrscheinlichkeit in eine neue Spalte",
      word: "predict",
    },
    {
      fragment: "pulisci il dataset: togli i duplicati, sistema i valori mancanti e bilancia le classi",
      word: "dataset",
    },
    {
      fragment: "use subagents to look at the three packages in parallel, and one more agent to check their findings",
      word: "agent",
    },
    {
      fragment:
        "write me an agent that reads incoming tickets and calls tools (search, reply, escalate), langgraph or plain python",
      word: "agent",
    },
    {
      fragment:
        "stripe webhook payment_intent.succeeded comes in twice and the customer's card gets charged double, make it idempotent",
      word: "payment",
    },
    { fragment: "dodaj płatności BLIK i kartą przez Przelewy24, obsłuż też zwroty", word: "payment" },
    { fragment: "订单列表要能按状态筛选,已取消的订单不要显示,顺便查一下为什么昨天有订单丢失", word: "order" },
    {
      fragment: "generate a pdf invoice for each paid order with VAT, our address and a running invoice number",
      word: "invoice",
    },
    {
      fragment:
        "auf der Rechnung stimmt die Mehrwertsteuer nicht, 7 % und 19 % müssen getrennt ausgewiesen werden, Rechnungsnummer fortlaufend",
      word: "invoice",
    },
    { fragment: "ユーザーのプロフィール編集画面を作って。名前とアイコンを変更できるように", word: "user" },
    {
      fragment:
        "al registrarse con google se crea una cuenta duplicada si ya existe con el mismo correo, hay que unir las dos cuentas",
      word: "account",
    },
    { fragment: "hi", word: "greet" },
    { fragment: "good morning! ready for today", word: "greet" },
    { fragment: "Hallo Claude, na wie geht's", word: "greet" },
    { fragment: "thanks, that works perfectly", word: "thank" },
    { fragment: "super, merci beaucoup, c'est exactement ce que je voulais", word: "thank" },
    { fragment: "спасибо, всё работает, отлично", word: "thank" },
    { fragment: "yes, do it", word: "confirm" },
    { fragment: "ok sounds good, option 2", word: "confirm" },
    { fragment: "sì va bene, procedi pure", word: "confirm" },
    { fragment: "可以,就这样做吧", word: "confirm" },
    { fragment: "continue", word: "continue" },
    { fragment: "go on with the next step, don't stop until all are done", word: "continue" },
    { fragment: "mach weiter wo du aufgehört hast", word: "continue" },
    { fragment: "続けてください", word: "continue" },
    { fragment: "stop, forget it, don't do that", word: "cancel" },
    { fragment: "[Request interrupted by user] no wait, leave it as it was", word: "cancel" },
    { fragment: "cancela isso, não precisa mais", word: "cancel" },
    { fragment: "아니 됐어, 취소해줘", word: "cancel" },
    { fragment: "lol what do you think about tabs vs spaces, just curious", word: "chat" },
    { fragment: "haha ja genau, montags geht bei mir auch nie was", word: "chat" },
    { fragment: "а ты какая модель вообще? просто интересно поболтать", word: "chat" },
    {
      fragment:
        "der Typ von `user.address` ist falsch, das Feld kann null sein. Typdefinition anpassen und die Typfehler beheben",
      word: "type",
    },
    { fragment: "写一个函数,判断字符串是不是回文,忽略大小写和标点", word: "function" },
    { fragment: "сделай API для заметок: получить список, создать, изменить, удалить, на FastAPI", word: "api" },
    {
      fragment: "le serveur ne répond plus après quelques heures, erreur 0, il faut le redémarrer à chaque fois",
      word: "server",
    },
    { fragment: "fix it", word: "fix" },
    { fragment: "still broken, fix it pls", word: "fix" },
    { fragment: "nope same 0 again", word: "error" },
    { fragment: "why", word: "question" },
    { fragment: "hm why is that", word: "explain" },
    { fragment: "wait what? who wrote this and when, look at the blame", word: "history" },
    { fragment: "go on", word: "continue" },
    { fragment: "continue", word: "continue" },
    { fragment: "tamam, yap", word: "confirm" },
    { fragment: "looks good", word: "confirm" },
    { fragment: "nimm Variante 2", word: "option" },
    { fragment: "thx", word: "thank" },
    { fragment: "perfect, thank you so much, that was quick", word: "thank" },
    { fragment: "stop", word: "stop" },
    { fragment: "write a random but reproducible seed for the demo customers and orders", word: "random" },
    { fragment: "never mind, forget that", word: "cancel" },
    { fragment: "undo that", word: "revert" },
    { fragment: "roll back the last change, it broke the login", word: "revert" },
    { fragment: "hi, are you there", word: "greet" },
    { fragment: "good morning, lets get going with the billing service today", word: "greet" },
    { fragment: "prueba otra vez", word: "retry" },
    { fragment: "start the api on port 0", word: "start" },
    { fragment: "commit", word: "commit" },
    { fragment: "commit and push", word: "commit" },
    { fragment: "push it", word: "push" },
    { fragment: "pull main first", word: "pull" },
    { fragment: "make a new branch for this", word: "branch" },
    { fragment: "rebase on main and force push", word: "rebase" },
    { fragment: "now the tests", word: "test" },
    { fragment: "whats the status", word: "status" },
    { fragment: "are you done", word: "status" },
    { fragment: "tldr", word: "summarize" },
    { fragment: "in english please", word: "translate" },
    { fragment: "double check that", word: "verify" },
    { fragment: "are you sure? check it again against the docs", word: "verify" },
    { fragment: "simpler please", word: "simplify" },
    { fragment: "too complicated, make this half as long", word: "simplify" },
    { fragment: "clean that up", word: "clean" },
    { fragment: "whats the plan", word: "plan" },
    { fragment: "lets talk about it first before you write any code", word: "discuss" },
    { fragment: "how long would this take", word: "estimate" },
    { fragment: "show me the diff", word: "diff" },
    {
      fragment: "add a POST /v1/refunds endpoint that calls stripe refunds.create and stores the refund id",
      word: "api",
    },
    {
      fragment:
        'stripe webhook: signature verification fails with "No signatures found matching the expected signature for payload", express app',
      word: "payment",
    },
    { fragment: "customers get charged twice when they double click pay, add an idempotency key", word: "payment" },
    { fragment: "the invoice PDF shows the net amount instead of gross, VAT is missing", word: "invoice" },
    {
      fragment:
        "sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) FATAL: remaining connection slots are reserved for superuser",
      word: "database",
    },
    {
      fragment: "ERROR: deadlock detected DETAIL: Process 0 waits for ShareLock on transaction 0; blocked by process 0",
      word: "lock",
    },
    {
      fragment: "this query takes 9 seconds on prod, here is the EXPLAIN ANALYZE output: Seq Scan on orders (cost=0)",
      word: "query",
    },
    { fragment: "add a btree index on orders(customer_id, created_at) concurrently", word: "index" },
    { fragment: "zrób to w jednej transakcji, bo stan magazynu schodzi poniżej zera", word: "transaction" },
    { fragment: "write an alembic migration that adds a nullable column deleted_at to users", word: "migrate" },
    { fragment: "restore last nights pg_dump into the staging db", word: "restore" },
    { fragment: "set up a nightly pg_dump to S3 and keep 14 days", word: "backup" },
    { fragment: "split the users table, the addresses should go in their own table", word: "split" },
    { fragment: "whats the difference between kafka and rabbitmq for our order events", word: "compare" },
    { fragment: "messages pile up in the celery queue and the workers just sit idle", word: "queue" },
    {
      fragment: "dead letter queue for failed webhook deliveries, max 5 retries with exponential backoff",
      word: "queue",
    },
    { fragment: "requests to the inventory service time out after 30s under load, find out why", word: "timeout" },
    {
      fragment: "upstream timed out (0: Connection timed out) while reading response header from upstream, nginx",
      word: "timeout",
    },
    { fragment: "nginx in front of the two node apps, /api goes to 0 and everything else to 0", word: "proxy" },
    {
      fragment: "CORS error again: No 'Access-Control-Allow-Origin' header is present on the requested resource",
      word: "error",
    },
    { fragment: "hangi node sürümünü kullanıyoruz? 22 olsun", word: "version" },
    { fragment: "write a Makefile target that lists, builds and runs everything with one command", word: "command" },
    {
      fragment: "write a helm chart for the notification service, 2 replicas, liveness probe on /healthz",
      word: "container",
    },
    { fragment: "pod keeps getting OOMKilled, limit is 0Mi", word: "memory" },
    { fragment: "the node heap grows about 40MB an hour until the process gets killed, find the leak", word: "memory" },
    { fragment: "deploy to staging", word: "deploy" },
    {
      fragment: "investigate why the search results differ between replica 1 and 2, dont change anything yet",
      word: "investigate",
    },
    { fragment: "deploy the api to cloud run in europe-west1", word: "deploy" },
    { fragment: "terraform plan wants to destroy the RDS instance?? why", word: "cloud" },
    { fragment: "base64 decode fails for jwt payloads with umlauts, use base64url and utf-8", word: "encode" },
    { fragment: "github actions job fails at npm ci with EUSAGE lock file out of sync", word: "pipeline" },
    { fragment: "cache node_modules in the CI workflow so that the build doesn't take 12 minutes", word: "cache" },
    { fragment: "make the pipeline run lint and tests only for services that changed", word: "pipeline" },
    { fragment: "bump django from 0 to 0 and fix what breaks", word: "upgrade" },
    { fragment: "npm audit says 3 critical vulnerabilities, please update those packages", word: "security" },
    { fragment: "pin all versions in requirements.txt", word: "dependency" },
    { fragment: "go through the whole repo and look for SQL injection and missing permission checks", word: "audit" },
    { fragment: "i accidentally commited the AWS key in .env, get it out of the git history", word: "secret" },
    { fragment: "read the db password from vault instead of the env var", word: "secret" },
    { fragment: "login endpoint returns 0 although the jwt is valid, clock skew maybe", word: "auth" },
    { fragment: "implement password reset, with a mail link valid for 1 hour", word: "password" },
    { fragment: "add role based access: only admins can delete tenants", word: "permission" },
    { fragment: "encrypt the iban column at rest with AES-GCM", word: "encrypt" },
    { fragment: "GDPR: delete all personal data of a user on request, keep the invoices", word: "privacy" },
    { fragment: "rate limit the login endpoint, 5 tries per minute per ip", word: "limit" },
    { fragment: "please expose prometheus metrics for request latency and error rate", word: "metrics" },
    { fragment: "alert me in slack when the p99 latency goes above 0ms for 5 min", word: "alert" },
    {
      fragment:
        "build a grafana dashboard for the payment service, panels for success rate, latency and failed webhooks",
      word: "dashboard",
    },
    { fragment: "last night checkout was down from 0 to 0, write the postmortem", word: "incident" },
    { fragment: "we log the full request body incl. card numbers, redact that", word: "privacy" },
    { fragment: "switch to structured json logging with a request id", word: "log" },
    { fragment: "users endpoint returns everything, add cursor pagination", word: "page" },
    { fragment: "move the email sending out of the monolith into its own service", word: "move" },
    { fragment: "should we do event sourcing here or is plain crud enough? just your opinion", word: "architecture" },
    { fragment: "dodaj szablon html do maila z potwierdzeniem zamówienia", word: "template" },
    { fragment: "k6 load test of the checkout, 0 virtual users, ramp up for 2 min", word: "benchmark" },
    { fragment: "mock the stripe client in the tests, they hit the real api", word: "mock" },
    { fragment: "write openapi docs for all the v2 routes", word: "document" },
    { fragment: "mach weiter", word: "continue" },
    { fragment: "passt so, danke", word: "confirm" },
    { fragment: "warum", word: "question" },
    { fragment: "geht immer noch nicht, bitte reparieren", word: "fix" },
    { fragment: "ja, bitte so umsetzen", word: "confirm" },
    {
      fragment: "Die Rechnungsnummern müssen fortlaufend sein, im Moment gibt es Lücken nach einem Rollback",
      word: "invoice",
    },
    { fragment: "Bitte das Docker-Image in der CI bauen und in die Registry pushen", word: "container" },
    { fragment: "Der Cronjob für die Mahnungen lief heute Nacht zweimal, finde heraus warum", word: "schedule" },
    { fragment: "Schreib eine kurze Anleitung, wie man den Dienst lokal startet", word: "document" },
    { fragment: "trie les factures par date d'échéance, les plus anciennes en premier", word: "sort" },
    { fragment: "relis ma PR sur le service de paiement, sois critique", word: "review" },
    { fragment: "merci, c'est parfait", word: "thank" },
    { fragment: "ajoute une route GET /commandes/:id qui renvoie la commande avec ses lignes", word: "route" },
    { fragment: "le conteneur redémarre en boucle, regarde les logs et dis moi pourquoi", word: "container" },
    { fragment: "sigue", word: "continue" },
    { fragment: "no funciona, arréglalo", word: "fix" },
    { fragment: "explícame qué hace este middleware de autenticación", word: "explain" },
    {
      fragment: "agrega validación al body del endpoint de registro, email y contraseña mínimo 8 caracteres",
      word: "validate",
    },
    { fragment: "¿cuántos pedidos hay en la tabla con estado pendiente", word: "count" },
    { fragment: "继续", word: "continue" },
    { fragment: "为什么会这样", word: "question" },
    { fragment: "好的,提交代码", word: "commit" },
    { fragment: "接口返回0,帮我查一下nginx日志", word: "error" },
    { fragment: "给后台管理页面加一个导出按钮", word: "button" },
    { fragment: "アップロードされた画像のサムネイルをサーバー側で生成する", word: "image" },
    { fragment: "このログ行をパースして構造体にする関数を書いて", word: "parse" },
    { fragment: "決済APIのタイムアウトを10秒に変更して、失敗時は3回リトライするように", word: "retry" },
    { fragment: "このSQLを説明して", word: "explain" },
    { fragment: "продолжай", word: "continue" },
    { fragment: "напиши скрипт на bash, который удаляет старые docker-образы", word: "script" },
    { fragment: "почему запрос так медленно выполняется? посмотри план", word: "query" },
    { fragment: "настрой бэкап базы каждую ночь в 3 часа", word: "backup" },
    { fragment: "compila o projeto e me diz se passa", word: "build" },
    { fragment: "adiciona pagamento via pix no checkout", word: "payment" },
    { fragment: "o deploy falhou na etapa de build, da uma olhada", word: "deploy" },
    { fragment: "va bene, procedi", word: "confirm" },
    { fragment: "perché il worker consuma due volte lo stesso messaggio dalla coda", word: "queue" },
    { fragment: "converti le callback in async/await nel modulo ordini", word: "convert" },
    { fragment: "주문 목록에 상태별 필터 추가해줘", word: "filter" },
    { fragment: "고마워요 잘 되네요", word: "thank" },
    { fragment: "로그인 세션을 레디스에 저장하도록 바꿔줘", word: "cache" },
    { fragment: "popraw to", word: "fix" },
    { fragment: "dodaj logowanie przez Google (OAuth2)", word: "auth" },
    { fragment: "kullanıcı silme endpointi ekle, hesabı 30 gün sonra tamamen silsin", word: "account" },
    { fragment: "teşekkürler, oldu", word: "thank" },
    {
      fragment: "When I open the settings window on a second monitor it appears off screen and I cannot close it",
      word: "dialog",
    },
    { fragment: 'Upload of photos larger than 5 MB hangs at 99% and then says "Something went wrong"', word: "upload" },
    { fragment: "search in the help center returns nothing if I type an umlaut", word: "search" },
    { fragment: "Sound keeps playing after I pause the game and go back to the title screen", word: "audio" },
    { fragment: "The date picker shows Feb 30 when I switch the month with the keyboard", word: "date" },
    {
      fragment: "enemy walks through walls sometimes after loading a savegame, can you reproduce it first",
      word: "reproduce",
    },
    { fragment: "Export to PDF gives an empty file if the report has more than 50 pages", word: "export" },
    { fragment: "Newsletter mail looks broken in Outlook, images too wide and font is Times", word: "email" },
    {
      fragment: "the spinner never stops when the network is down. should show an error after 10 seconds",
      word: "timeout",
    },
    { fragment: "text field loses focus after every letter I type (React 18)", word: "input" },
    {
      fragment: 'npm ERR! ERESOLVE unable to resolve dependency tree. peer react@"^17" from react-beautiful-dnd',
      word: "dependency",
    },
    { fragment: "convert all class components in src/components to function components with hooks", word: "convert" },
    { fragment: "migrate this app from Vue 2 to Vue 3, options api is ok for now", word: "migrate" },
    { fragment: "Split Dashboard.vue, it has 0 lines. One component per widget please", word: "split" },
    { fragment: "use our brand green #1b7f4d instead of the blue for primary buttons everywhere", word: "color" },
    {
      fragment: "add a subtle fade-in when cards enter the viewport, respect prefers-reduced-motion",
      word: "animation",
    },
    {
      fragment: "run axe on every page and give me a list of all accessibility violations with severity",
      word: "audit",
    },
    { fragment: "replace moment with date-fns in the calendar component", word: "date" },
    { fragment: "The CSS is a mess, remove unused classes and duplicates", word: "clean" },
    { fragment: "add eslint-plugin-jsx-a11y and fix what it finds", word: "lint" },
    { fragment: "prettier on the whole frontend folder pls", word: "format" },
    { fragment: "type the props properly, no more any", word: "type" },
    { fragment: "mock the fetch calls in the cart tests, they hit the real backend", word: "mock" },
    { fragment: "coverage of the hooks folder is only 43 %, bring it above 80", word: "coverage" },
    { fragment: "Implement infinite scroll for the feed with a page size of 20", word: "page" },
    { fragment: "filter chips above the recipe list: vegan, quick, cheap", word: "filter" },
    { fragment: "enemies should spawn at random positions, never closer than 5 tiles to the player", word: "random" },
    { fragment: "A* pathfinding for the units on the hex grid, with diagonal cost", word: "algorithm" },
    { fragment: "export the sprite atlas from aseprite and import it in Godot", word: "import" },
    {
      fragment: "balance: compute how long an average player needs for level 1 to 10 given these xp values",
      word: "estimate",
    },
    { fragment: "collision normal is flipped when the box hits from the left, check the vector math", word: "math" },
    { fragment: "Game leaks memory: after 20 minutes in the editor Unity takes 9 GB", word: "memory" },
    { fragment: "save game state every 5 minutes and keep the last three saves as backup", word: "backup" },
    { fragment: "Implement a replay feature: record the input events and play them back", word: "event" },
    { fragment: "add swipe to delete on the inbox list in SwiftUI", word: "mobile" },
    { fragment: "ask for camera permission only when the user taps scan, not on launch", word: "permission" },
    { fragment: "store the token in Keychain / EncryptedSharedPreferences instead of plain prefs", word: "secret" },
    { fragment: "Offline mode: cache the last 0 articles and sync when back online", word: "cache" },
    { fragment: "bump versionCode and prepare the play store build", word: "version" },
    { fragment: "make a dmg installer and an msi for the electron app", word: "package" },
    { fragment: "the Qt worker blocks the UI, put the hashing into its own thread", word: "thread" },
    { fragment: "two windows of the program write the same settings file, we need a lock", word: "lock" },
    { fragment: "allow plugins: load every .dll in the plugins dir that implements IExporter", word: "plugin" },
    { fragment: "keyboard shortcut Ctrl+Shift+P should open the command palette", word: "command" },
    { fragment: "command line option --portable so that all settings stay next to the exe", word: "option" },
    { fragment: "document every public method of the player controller with xml comments", word: "comment" },
    { fragment: "changelog for 0 from the merged PRs since 0, keep it short", word: "changelog" },
    { fragment: "publish @acme/ui to npm, dry run first", word: "publish" },
    { fragment: "shorten the intro paragraph and drop the last sentence, rest is good", word: "edit" },
    { fragment: "which keys are missing in de.json compared to en.json", word: "compare" },
    { fragment: "survey results attached. is the difference between group A and B significant", word: "statistics" },
    { fragment: "let's talk about pricing: free tier with limits or 14 day trial? pros and cons", word: "discuss" },
    {
      fragment: "sketch the state management: one store or many, where do drafts live. no code yet",
      word: "architecture",
    },
    { fragment: "clickable prototype of the booking flow, plain html is enough, no backend", word: "prototype" },
    { fragment: "email template for order confirmation with table of items and total", word: "template" },
    { fragment: "invoice PDF must show the VAT number and the due date", word: "invoice" },
    { fragment: "is v-html with the comment text an XSS risk here", word: "security" },
    { fragment: "move the helpers from pages/ to lib/ and correct the imports", word: "move" },
    { fragment: "yes do it", word: "confirm" },
    { fragment: "go on with step 3", word: "continue" },
    { fragment: "thx, looks great now", word: "thank" },
    { fragment: "hi claude, are you there", word: "greet" },
    { fragment: "no stop, forget the animation thing", word: "cancel" },
    { fragment: "commit this with a sensible message", word: "commit" },
    { fragment: "undo your last edit of the navbar, it was better before", word: "revert" },
    { fragment: "Der Speichern-Knopf reagiert nicht, wenn ich das Formular mit der Tastatur ausfülle", word: "button" },
    {
      fragment: "Schreib die Datenschutzerklärung für die App, wir speichern nur E-Mail und Spielstand",
      word: "privacy",
    },
    { fragment: "auf dem Handy ist das Menü abgeschnitten, bitte reparieren", word: "menu" },
    { fragment: "Übersetze die Fehlermeldungen ins Deutsche, Du-Form", word: "translate" },
    { fragment: "Erkläre mir bitte, wie das Routing hier funktioniert, nichts ändern", word: "explain" },
    { fragment: "Bilder werden beim Hochladen um 90 Grad gedreht", word: "image" },
    { fragment: "was kostet uns der Umbau auf Vue 3 ungefähr an Zeit", word: "estimate" },
    { fragment: 'Quand je clique sur "Payer", la page reste blanche et aucune commande n\'est créée', word: "payment" },
    { fragment: "ajoute un mode sombre avec un bouton dans l'en-tête", word: "theme" },
    { fragment: "Traduis le guide d'installation en anglais", word: "translate" },
    { fragment: "la police est trop petite sur tablette, mets 18px", word: "font" },
    { fragment: "No puedo iniciar sesión con mi cuenta de Google desde la app, se queda cargando", word: "auth" },
    { fragment: "escribe una entrada de blog sobre la nueva versión 0", word: "write" },
    { fragment: "el gráfico no se actualiza cuando cambio el filtro de fechas", word: "chart" },
    { fragment: "añade pruebas para el formulario de registro", word: "test" },
    { fragment: "点击登录按钮没有反应，控制台报错 0", word: "auth" },
    { fragment: "把首页的布局改成两栏，左边是导航", word: "layout" },
    { fragment: "给这个游戏加一个排行榜", word: "game" },
    { fragment: "请把 README 翻译成英文", word: "translate" },
    { fragment: "スマホで画像が表示されません。原因を調べてください", word: "investigate" },
    { fragment: "ボタンの色を青から緑に変えて", word: "color" },
    { fragment: "リリースノートを書いてください", word: "changelog" },
    { fragment: "После обновления приложение вылетает при открытии камеры", word: "error" },
    { fragment: "добавь анимацию при переходе между экранами", word: "animation" },
    { fragment: "o carrinho some quando atualizo a página, arruma isso", word: "fix" },
    { fragment: "revise o texto da página inicial e corrija a gramática", word: "review" },
    { fragment: "il video non parte su iPhone quando tocco play", word: "video" },
    { fragment: "다크 모드에서 글자가 안 보여요", word: "theme" },
    { fragment: "zrób tabelę porównawczą planów cenowych na stronie", word: "table" },
    { fragment: "Bildirimler gelmiyor, uygulama arka planda iken", word: "notify" },
    {
      fragment:
        'Here is what our user wrote in the forum, please find out what is going on: "Hi, since the update of last week my progra … Windows 11, two screens, scaling 0 %."',
      word: "investigate",
    },
    {
      fragment:
        "The build on the Mac fails like this and I do not understand it: ld: symbol(s) not found for architecture arm64 clang: e … ed before I added the crash reporter pod",
      word: "build",
    },
    {
      fragment:
        "review this component as a senior front end dev, be strict: export function Tabs({ items, active, onSelect }) { const [i … => onSelect(i)}>{it.title}</li>)}</ul> }",
      word: "review",
    },
    {
      fragment: "Nach dem Update kann ich mich nicht mehr anmelden, das neue Passwort wird immer abgelehnt",
      word: "password",
    },
    { fragment: 'füge einen Button "Abbrechen" neben Speichern ein', word: "button" },
    { fragment: "Sortiere die Einträge im Menü nach Name statt nach ID", word: "sort" },
    { fragment: "Stell die gelöschte Datei anleitung.md aus dem letzten Commit wieder her", word: "restore" },
    {
      fragment: "Seit heute früh melden viele Nutzer, dass die Website gar nicht mehr lädt. Was ist passiert",
      word: "incident",
    },
    { fragment: "die Karte springt beim Zoomen immer zurück nach Berlin", word: "map" },
    { fragment: "Combien de temps met la page d'accueil à s'afficher ? mesure avant et après", word: "measure" },
    { fragment: "limite la taille des fichiers envoyés à 10 Mo et affiche un message clair", word: "limit" },
    { fragment: "Ajoute un bandeau de consentement pour les cookies (RGPD)", word: "privacy" },
    { fragment: "bonjour, tu peux m'aider ?", word: "greet" },
    { fragment: "déploie le site sur Netlify et donne-moi l'adresse", word: "deploy" },
    { fragment: "Crea un panel de administración con cuatro tarjetas de métricas", word: "dashboard" },
    { fragment: "Cuando comparto un artículo por el chat, el mensaje llega vacío", word: "chat" },
    { fragment: "añade reintentos cuando falla la descarga del mapa", word: "retry" },
    { fragment: "我把字体换成思源黑体之后，标题显示成方块了", word: "font" },
    { fragment: "下载按钮点了以后文件是空的，请帮忙看一下", word: "download" },
    { fragment: "给商品列表加一个按价格排序的功能", word: "sort" },
    { fragment: "把所有的 class 组件改成函数组件", word: "function" },
    { fragment: "为什么页面刷新以后路由变成 0？", word: "route" },
    { fragment: "三つのデザイン案を作ってください。ログイン画面です", word: "design" },
    { fragment: "チャットの送信ボタンを押すと画面が固まります", word: "chat" },
    { fragment: "ライセンスは MIT にして LICENSE ファイルを追加して", word: "license" },
    { fragment: "сделай тёмную тему и переключатель в настройках", word: "theme" },
    { fragment: "почему тесты падают на CI, а локально всё проходит", word: "pipeline" },
    { fragment: "o pedido não aparece na lista depois que o cliente paga", word: "order" },
    { fragment: "crie um ramo novo e faça o commit das mudanças", word: "branch" },
    { fragment: "quando premo Indietro dopo il pagamento vedo una pagina bianca", word: "navigation" },
    { fragment: "scrivi un commento sopra ogni funzione del file player.gd", word: "comment" },
    { fragment: "앱을 다시 설치하면 알림이 두 번 와요", word: "notify" },
    { fragment: "po kliknięciu w ikonę kosza plik nie znika z listy", word: "fix" },
    { fragment: "Sürüm notlarını yaz ve 0 etiketini oluştur", word: "release" },
    {
      fragment:
        "app.js:1 Refused to connect to 'https://api.example.com/v2/items' because of CORS. it works on localhost only",
      word: "api",
    },
    { fragment: "vite dev server should forward /api to localhost:0", word: "proxy" },
    { fragment: "turn the inline styles into tailwind classes", word: "style" },
    { fragment: "profile the render loop, what eats the frame time", word: "profile" },
    { fragment: "upgrade react native 0 to 0, gradle too", word: "upgrade" },
    {
      fragment: "Wenn ich einen Ordner in der Seitenleiste umbenenne, steht bis zum Neustart der alte Name da",
      word: "folder",
    },
    { fragment: "simplifie ce composant, il y a beaucoup trop de conditions imbriquées", word: "simplify" },
    { fragment: "Integra Stripe en la tienda, modo de prueba primero", word: "integrate" },
    { fragment: "Replace the carousel library with plain CSS scroll snap", word: "replace" },
    { fragment: 'add a "copy link" entry to the share sheet, next to "send"', word: "add" },
    {
      fragment: "create a new React component Avatar with initials as fallback when there is no picture",
      word: "create",
    },
    { fragment: "special characters in usernames show as Ã¤ and Ã¶ in the desktop client since 0", word: "encode" },
    {
      fragment: "put the api base url into .env.development and .env.production, no hard coded hosts",
      word: "environment",
    },
    { fragment: "turn on strict mode in tsconfig and show me what breaks", word: "config" },
    {
      fragment: 'app says "no connection" although wifi is fine, only happens after the phone wakes up from sleep',
      word: "network",
    },
    {
      fragment:
        "write a bug report for the vuetify repo: v-select loses its value when the items change, with a minimal example",
      word: "report",
    },
    {
      fragment: "Hydration failed because the initial UI does not match what was rendered on the server. why",
      word: "debug",
    },
    {
      fragment: "the save button does not work when I click it twice in a row, nothing happens and the form stays open",
      word: "button",
    },
    { fragment: "write the README: what it is, install, quick start, screenshots", word: "document" },
    {
      fragment: "which license fits if companies may use it but must publish their modifications? GPL, MPL, AGPL",
      word: "license",
    },
    {
      fragment: "Crash reports went up 4x since the rollout of 0, set up an alert so that we see it next time",
      word: "alert",
    },
    { fragment: "用 cats/dogs 文件夹训练一个 resnet18，跑10轮，保存最好的模型", word: "train" },
    {
      fragment: "loss goes to nan after epoch 3, learning rate is 1e-3, adam. what's wrong with my training loop",
      word: "train",
    },
    {
      fragment:
        "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 0 GiB (GPU 0; 0 GiB total capacity) happens in the second epoch only",
      word: "error",
    },
    { fragment: "Lösch im Datensatz die Zeilen ohne Alter und auch die doppelten Einträge", word: "dataset" },
    { fragment: "découpe le jeu de données en train / val / test 80/10/10, avec une graine fixe", word: "dataset" },
    {
      fragment: "use the saved xgboost model to predict churn for customers_march.csv and write predictions to a csv",
      word: "predict",
    },
    { fragment: "prevê as vendas das próximas 12 semanas com o prophet e faz um gráfico", word: "predict" },
    { fragment: "cambia los colores del mapa de calor de correlaciones, que sea azul a rojo", word: "color" },
    {
      fragment: "die Beschriftungen der x-Achse überlappen sich im Balkendiagramm, dreh sie und mach mehr Platz",
      word: "layout",
    },
    {
      fragment:
        "is the difference between group A and B significant? do a t-test and a mann-whitney on the column reaction_ms",
      word: "statistics",
    },
    { fragment: "посчитай среднее, медиану и стандартное отклонение цены по каждой категории", word: "statistics" },
    {
      fragment:
        "have a look at data/telemetry.parquet and tell me what is interesting in it (distributions, outliers, missing values)",
      word: "analyze",
    },
    {
      fragment: "confronta pandas e polars sul nostro groupby con 10 milioni di righe, fammi una tabella dei tempi",
      word: "benchmark",
    },
    { fragment: "this iterrows loop takes 40 minutes, vectorize it please", word: "performance" },
    { fragment: "profile preprocess.py with py-spy and tell me where the time goes", word: "profile" },
    { fragment: "ワーカーのメモリが1時間に50MBずつ増えてOOMで落ちます。原因を調べてください", word: "investigate" },
    {
      fragment:
        "==0== Invalid read of size 8 ==0== at 0x10A2F4: list_pop (list.c:88) ==0== Address 0x4a5b0c0 is 0 bytes inside a block of size 24 free'd",
      word: "memory",
    },
    {
      fragment:
        "error[E0]: cannot borrow `self.buf` as mutable because it is also borrowed as immutable 这个借用错误怎么改？",
      word: "error",
    },
    {
      fragment:
        "undefined reference to `pthread_create' collect2: error: ld returned 1 exit status make: *** [Makefile:23: server] Error 1",
      word: "build",
    },
    {
      fragment: "napisz CMakeLists.txt dla tego projektu, C++20, biblioteka statyczna i program z testami",
      word: "write",
    },
    { fragment: "add type hints to utils.py and make mypy --strict happy", word: "type" },
    {
      fragment:
        "error TS0: Argument of type 'string | undefined' is not assignable to parameter of type 'string'. fix without using !",
      word: "type",
    },
    { fragment: "파서가 인자 목록 끝의 쉼표도 허용하도록 고쳐줘", word: "parse" },
    {
      fragment: "write a recursive descent parser for arithmetic expressions with + - * / and parentheses",
      word: "parse",
    },
    {
      fragment: "add pattern matching to my toy language: lexer, AST node, and the typechecker part",
      word: "implement",
    },
    {
      fragment: "what's the difference between covariance and contravariance, using our Box<T> class as the example",
      word: "explain",
    },
    { fragment: "replace the bubble sort in rank.c by something O(n log n)", word: "algorithm" },
    {
      fragment:
        "tu peux m'expliquer comment marche l'allocation de registres par coloration de graphe dans ce compilateur",
      word: "algorithm",
    },
    {
      fragment: "the determinant comes out with the wrong sign for 3x3 matrices, check the cofactor formula",
      word: "math",
    },
    { fragment: "is this gradient derivation right? dL/dW = x^T (y_hat - y) / n", word: "math" },
    { fragment: "her çalıştırmada sonuç farklı çıkıyor, numpy ve torch için seed sabitle", word: "random" },
    { fragment: "function that makes a random password of n characters, letters digits and symbols", word: "password" },
    {
      fragment:
        "mein Kernelmodul baut auf 0 nicht mehr: implicit declaration of function 'class_create', was muss ich ändern",
      word: "kernel",
    },
    {
      fragment: "BUG: kernel NULL pointer dereference, address: 0 RIP: 0:mydrv_probe+0x4c/0x1a0 [mydrv]",
      word: "kernel",
    },
    { fragment: "which CONFIG_ options do I need for overlayfs and cgroups v2 in the yocto kernel", word: "kernel" },
    {
      fragment: "dos hilos llaman a enqueue() a la vez y el contador sale mal, busca por qué y arréglalo",
      word: "thread",
    },
    {
      fragment:
        "WARNING: ThreadSanitizer: data race (pid=0) Write of size 4 at 0x7b04 by thread T2: #0 Counter::inc() counter.cpp:17",
      word: "race",
    },
    {
      fragment: "program hangs. gdb shows thread 1 waits for mutex A and thread 2 waits for mutex B, deadlock",
      word: "lock",
    },
    {
      fragment: "sqlite3.OperationalError: database is locked почему база заблокирована, когда работают два скрипта",
      word: "database",
    },
    { fragment: "parallelize the image resizing with a thread pool, 8 workers", word: "thread" },
    {
      fragment: "I need a lock-free ring buffer between the ISR and the main loop, single producer single consumer",
      word: "queue",
    },
    {
      fragment:
        "FAILED tests/test_serial.py::test_handshake - TimeoutError: no reply from device after 0s why? it passed yesterday",
      word: "timeout",
    },
    { fragment: "make the I2C read timeout configurable, default 50 ms", word: "timeout" },
    { fragment: "replace the busy loop in uart_send by waiting on the TX complete interrupt", word: "wait" },
    {
      fragment: "write a HAL layer so the same driver works on STM32 and ESP32, with one header for both",
      word: "interface",
    },
    { fragment: "the button on pin 4 fires twice per press, debounce it", word: "button" },
    { fragment: "HardFault_Handler called, CFSR=0x0 BFAR=0x0, PC=0x0c6. what happened", word: "debug" },
    { fragment: "把固件烧录到板子上，然后打开串口看输出", word: "upload" },
    { fragment: "how would you do OTA firmware updates with rollback on an nrf52", word: "upgrade" },
    {
      fragment:
        "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe4 in position 0: invalid continuation byte (reading the csv from SAP)",
      word: "encode",
    },
    { fragment: "encode the packet as COBS before sending it, with crc16 at the end", word: "encode" },
    { fragment: "convert all xlsx in this folder to csv, one file per sheet", word: "convert" },
    { fragment: "turn analysis.ipynb into a plain python script, without the plots", word: "convert" },
    {
      fragment: "merge the 12 monthly excel files in one workbook, same columns, add a column with the month",
      word: "merge",
    },
    { fragment: "une todos los pdf de la carpeta scans en uno solo, ordenados por nombre", word: "merge" },
    { fragment: "teil das PDF mit 0 Seiten so auf, dass jede Rechnung eine eigene Datei wird", word: "page" },
    { fragment: "extract the tables of the bank statement pdf and put them in a csv", word: "parse" },
    { fragment: "sales.xlsxから地域と四半期ごとの売上のピボットテーブルを作って", word: "table" },
    { fragment: "sort the csv by date descending and keep only the rows where status = open", word: "sort" },
    {
      fragment: "les dates de la colonne C sont mélangées (jj/mm/aaaa et mm-jj-aa), mets tout au format ISO",
      word: "date",
    },
    { fragment: "test_next_month fails on the 31st, something with the date arithmetic", word: "date" },
    { fragment: "generate a pdf invoice for each row of orders.csv with the word template", word: "invoice" },
    { fragment: "rename the photos to YYYY-MM-DD_HHMM.jpg using exif", word: "rename" },
    { fragment: "sposta i file dei download in sottocartelle per tipo, senza sovrascrivere niente", word: "move" },
    { fragment: "welche Ordner in meinem Home brauchen am meisten Platz", word: "folder" },
    { fragment: "o disco está 98% cheio, acha o que dá pra apagar (imagens docker velhas, logs)", word: "disk" },
    { fragment: "write a bash script that rsyncs /home to the nas every night and keeps 7 days", word: "backup" },
    { fragment: "добавь scrape.sh в cron, каждый будний день в 0", word: "schedule" },
    { fragment: "`find . -type f -mtime +30 -print0 | xargs -0 rm` 这条命令是什么意思？", word: "command" },
    { fragment: "one-liner to count the lines of all .py files except in venv", word: "command" },
    {
      fragment: "write me a small shell script that takes a folder and a --dry-run flag and deletes empty files",
      word: "script",
    },
    { fragment: "add a --json flag to the cli so the output can be piped to jq", word: "option" },
    { fragment: "conda 환경 만들어줘, python 0이랑 pytorch cuda 0, jupyter 설치", word: "environment" },
    {
      fragment: "jupyter uses the wrong python, `import cv2` works in the terminal but not in the notebook",
      word: "environment",
    },
    {
      fragment:
        "ERROR: Could not build wheels for psycopg2, which is required to install pyproject.toml-based projects",
      word: "install",
    },
    {
      fragment:
        "ERROR: pip's dependency resolver: tensorflow 0 requires numpy<0, but you have numpy 0 comment je règle ce conflit de dépendances ?",
      word: "dependency",
    },
    { fragment: "ModuleNotFoundError: No module named 'sklearn' but I did pip install scikit-learn", word: "module" },
    {
      fragment:
        "ImportError: cannot import name 'Node' from partially initialized module 'ast_nodes' (most likely due to a circular import)",
      word: "import",
    },
    { fragment: "load the 3 csv files into sqlite, one table each, with the right column types", word: "import" },
    { fragment: "guarda el dataframe en excel con la cabecera en negrita", word: "export" },
    { fragment: "fetch the MNIST files and check the sha0 before unpacking", word: "download" },
    {
      fragment: "rebase feature/parser auf main und lös die Konflikte, bei grammar.pest meine Version behalten",
      word: "rebase",
    },
    {
      fragment:
        "CONFLICT (content): Merge conflict in Cargo.lock Automatic merge failed; fix conflicts and then commit the result",
      word: "conflict",
    },
    { fragment: "now commit and push", word: "commit" },
    { fragment: "split the last commit in two, formatting and the real change", word: "commit" },
    { fragment: 'amend the last commit, the message should say "nrf52" not "nrf51"', word: "commit" },
    { fragment: "simd denemesi için yeni bir branch aç", word: "branch" },
    { fragment: "delete all local branches that are already merged", word: "branch" },
    { fragment: "git pull says divergent branches, what do I do", word: "pull" },
    { fragment: "! [rejected] main -> main (non-fast-forward) error: failed to push some refs", word: "push" },
    { fragment: "cofnij dwa ostatnie commity, ale zostaw zmiany w plikach", word: "revert" },
    { fragment: "j'ai supprimé lexer_old.c il y a quelques semaines, récupère-le depuis git", word: "restore" },
    { fragment: "git bisect which commit broke the float printing", word: "history" },
    { fragment: "I committed the aws key in notebook 3, remove it from the whole history", word: "secret" },
    { fragment: "show me what changed between v0 and v0 in src/codegen", word: "diff" },
    {
      fragment:
        "review this function, anything wrong? char *dup(const char *s){ char *p = malloc(strlen(s)); strcpy(p, s); return p; }",
      word: "review",
    },
    { fragment: "このライブラリの公開APIをコードレビューしてください。命名は厳しめに", word: "review" },
    { fragment: "is this C code secure? go through every buffer and look for overflows", word: "security" },
    { fragment: "process_all() is 0 lines, break it in smaller functions, no behaviour change", word: "refactor" },
    { fragment: "esse if aninhado tá ilegível, dá pra simplificar", word: "simplify" },
    { fragment: "use pathlib everywhere instead of os.path", word: "replace" },
    { fragment: "rename get_data to load_measurements in the whole package", word: "rename" },
    { fragment: "get rid of dead code and unused imports in src/", word: "remove" },
    { fragment: "fix all ruff warnings, don't add noqa", word: "lint" },
    { fragment: "run black and isort over the repo, line length 0", word: "format" },
    { fragment: "write pytest tests for stats/median.py, also empty list and nan", word: "test" },
    {
      fragment: "AssertionError: 0 != 0 FAILED tests/test_sum.py::test_total - fix the test not the code",
      word: "test",
    },
    { fragment: "coverage of the optimizer passes is 61 %, get it over 80", word: "coverage" },
    { fragment: "mock the serial port in the tests so they run without the board", word: "mock" },
    {
      fragment: "can you make a minimal example which triggers the segfault? I need it for the bug report",
      word: "reproduce",
    },
    { fragment: "perf says 38% in memcpy. how can we make the tokenizer faster", word: "performance" },
    { fragment: "add an lru_cache to the feature extraction, it's recomputed in every cell", word: "cache" },
    {
      fragment:
        "the query on events(user_id, ts) takes 9 s, which index would help? EXPLAIN below: Seq Scan on events (cost=0)",
      word: "index",
    },
    { fragment: "SQL: number of distinct users per week, last 6 months", word: "query" },
    { fragment: "给所有公共函数加上 docstring 文档注释，用 numpy 风格", word: "document" },
    { fragment: "comment the linker script, nobody understands it", word: "comment" },
    { fragment: "write a README: what it does, install, three examples", word: "document" },
    { fragment: "I want a notebook that shows beginners how to use the library step by step", word: "tutorial" },
    { fragment: "write up the results of the ablation as a 2 page report with the figures", word: "report" },
    { fragment: "summarize this paper (attention.pdf) in 10 bullet points", word: "summarize" },
    { fragment: "bump to 0 and tag it", word: "version" },
    {
      fragment:
        "das training bricht nach der ersten Epoche ab, RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x0 and 0x10)",
      word: "train",
    },
    { fragment: "Entferne aus der Excel-Liste alle doppelten Kunden und sortiere nach Nachname", word: "table" },
    { fragment: "bitte committen, aber noch nicht pushen", word: "commit" },
    {
      fragment:
        "Kannst du mir erklären, wie der Scheduler im Linux-Kernel entscheidet, welcher Prozess als nächstes läuft",
      word: "explain",
    },
    { fragment: "miss mal wie lange der Import der 5 GB CSV dauert, mit und ohne Index", word: "measure" },
    { fragment: "ajoute un graphique en barres par mois dans le notebook, avec une couleur par région", word: "chart" },
    { fragment: "error: expected ';' before '}' token main.c:57 tu peux corriger stp, ça compile plus", word: "error" },
    { fragment: "pourquoi on a besoin de volatile ici ? explique-moi la différence avec atomic", word: "explain" },
    {
      fragment: "hazme un script que cambie el nombre de todos los archivos de la carpeta a minúsculas",
      word: "script",
    },
    { fragment: "analiza el archivo encuesta.csv y dime si hay valores atípicos", word: "analyze" },
    { fragment: "escribe pruebas unitarias para el módulo de fechas", word: "test" },
    { fragment: "把学习率改成 1e-4 再训练一次，和上次的结果比较一下", word: "model" },
    { fragment: "程序运行时报错 Segmentation fault (core dumped)，帮我看看是哪里的指针有问题", word: "error" },
    { fragment: "从这个PDF里提取表格，保存成Excel", word: "parse" },
    { fragment: "このループが遅いので、numpyで高速化してください", word: "performance" },
    { fragment: "テストが落ちています。E assert 3 == 4 修正してください", word: "fix" },
    { fragment: "mainにリベースしてコンフリクトを解消して", word: "rebase" },
    { fragment: "объясни, как работает сборщик мусора в этом интерпретаторе", word: "explain" },
    { fragment: "объедини все csv файлы из папки data в один, без повторов заголовка", word: "merge" },
    { fragment: "KeyError: 'idade' ao ler o csv, a coluna tem um espaço no nome, arruma isso", word: "fix" },
    { fragment: "converti tutti i file docx della cartella in pdf", word: "convert" },
    { fragment: "학습된 모델로 test.csv 예측해서 결과를 submission.csv로 저장해줘", word: "model" },
    { fragment: "program się zawiesza, chyba zakleszczenie wątków w kolejce, znajdź i napraw", word: "thread" },
    { fragment: "excel dosyasını tarihe göre sırala ve boş satırları sil", word: "table" },
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
    {
      fragment: "I'll add the missing `updated_at` column to the model Edit a file: backend/models/customer.py",
      word: "add",
    },
    {
      fragment:
        "Creating the new project skeleton Create a folder, create an empty file: mkdir -p src/components src/hooks && touch src/index.ts src/App.tsx",
      word: "create",
    },
    {
      fragment:
        "Now I'll implement the `Scheduler` class according to the plan Write a file: src/scheduler/scheduler.go Plan the steps: mark 2 done",
      word: "implement",
    },
    { fragment: "Run: protoc --go_out=. --go-grpc_out=. proto/orders.proto", word: "generate" },
    { fragment: "Edit a file: src/views/ProfileView.vue", word: "edit" },
    { fragment: "Edit a file: *** Begin Patch *** Update File: lib/utils/strings.py", word: "edit" },
    { fragment: "Write a file: scripts/seed_users.py", word: "write" },
    {
      fragment:
        "I'll extract the duplicated validation logic into a shared helper Edit a file: src/handlers/create.ts Edit a file: src/handlers/update.ts Write a file: src/handlers/shared.ts",
      word: "refactor",
    },
    { fragment: "Rename files: git mv src/utils/Helper.ts src/utils/dateHelper.ts", word: "rename" },
    {
      fragment:
        "The feature flag is no longer used, removing it Edit a file: config/flags.ts Delete files: rm src/features/oldCheckout.tsx",
      word: "remove",
    },
    {
      fragment:
        "Replace text in files: sed -i 's/http:\\/\\/api.old.io/https:\\/\\/api.new.io/g' $(grep -rl api.old.io src)",
      word: "replace",
    },
    {
      fragment: "Create a folder, move or rename files: mkdir -p docs/archive && mv docs/0-*.md docs/archive/",
      word: "move",
    },
    {
      fragment: "Switch to a branch, merge branches: git checkout main && git merge --no-ff feature/export",
      word: "merge",
    },
    {
      fragment:
        "The three nested loops can be replaced by one dictionary lookup; that makes it much simpler Edit a file: app/matching.py",
      word: "simplify",
    },
    { fragment: "Delete files: rm -rf dist node_modules/.cache coverage .turbo", word: "clean" },
    { fragment: "Format the code: cargo fmt --all && gofmt -w ./cmd", word: "format" },
    { fragment: "Lint the code: npx eslint src --ext .ts,.tsx --max-warnings 0", word: "lint" },
    { fragment: "Convert audio or video: ffmpeg -i input.mov -c:v libx0 -crf 23 output.mp4", word: "convert" },
    { fragment: "Migrate the database: npx prisma migrate dev --name add_teams", word: "migrate" },
    {
      fragment: "Upgrade packages, install packages: npm outdated; npm install react@19 react-dom@19",
      word: "upgrade",
    },
    { fragment: "空指针检查缺失,现在修复 Edit a file: src/main/java/com/acme/CartController.java", word: "fix" },
    {
      fragment:
        "I'll add some print statements to see which value arrives in the handler Edit a file: server/handlers/webhook.py Run: python -m server.debug_webhook",
      word: "debug",
    },
    { fragment: "Debug a program: gdb -batch -ex run -ex bt ./build/renderer", word: "debug" },
    {
      fragment:
        "Let me look into why the pods keep restarting Show the status of the cluster, read the log of the cluster: kubectl describe pod api-7c9f && kubectl logs api-7c9f --previous",
      word: "investigate",
    },
    {
      fragment:
        "Primero voy a reproducir el error con un script pequeño Write a file: /tmp/repro.py Run a script: python /tmp/repro.py",
      word: "reproduce",
    },
    {
      fragment:
        "The flag is checked and set without holding the mutex, so two goroutines can enter at once Edit a file: internal/pool/pool.go",
      word: "race",
    },
    {
      fragment: "Show the differences: git diff --name-only --diff-filter=U Read a file: src/store/index.ts",
      word: "conflict",
    },
    { fragment: "Undo a commit: git revert --no-edit 4f2a91c", word: "revert" },
    { fragment: "Restore the database: pg_restore -d shop_dev backups/shop_0.dump", word: "restore" },
    { fragment: "Run the tests: pytest tests/ -x -q 2>&1 | tail -20", word: "test" },
    { fragment: "Run the tests: cargo test -p parser -- --nocapture", word: "test" },
    { fragment: "Measure the coverage of the tests: npx vitest run --coverage", word: "coverage" },
    {
      fragment:
        "I'll replace the S3 client by a fake in the tests Write a file: tests/fakes/fake_s3.py Edit a file: tests/conftest.py",
      word: "mock",
    },
    { fragment: "Measure how fast it is: hyperfine --warmup 3 './old input.txt' './new input.txt'", word: "benchmark" },
    {
      fragment:
        "Let me check that the endpoint now returns the right status Send a request over the network: curl -s -o /dev/null -w '%{http_code}' localhost:0/health",
      word: "verify",
    },
    {
      fragment: "Validate the configuration, validate the deployment: terraform validate && helm lint charts/api",
      word: "validate",
    },
    {
      fragment: "Review a pull request: gh pr view 87 --json title,body,files Review a pull request: gh pr diff 87",
      word: "review",
    },
    {
      fragment: "Check packages for security holes, query JSON: npm audit --json | jq '.vulnerabilities | keys'",
      word: "audit",
    },
    { fragment: "Search for text in files: useFeatureFlag\\(", word: "search" },
    { fragment: "Search for text in files: rg -n 'TODO|FIXME' --type py", word: "search" },
    { fragment: "Read a file: src/services/billing.ts", word: "read" },
    { fragment: "Read lines of a file: sed -n '0p' kernel/sched.c", word: "read" },
    {
      fragment: "Let me look at the existing code first Read a file: lib/main.dart Read a file: lib/screens/home.dart",
      word: "read",
    },
    { fragment: "List the files of a folder: ls -la src/ && ls tests/", word: "list" },
    { fragment: "Search for files by name: **/*.sql", word: "list" },
    {
      fragment:
        "The state lives in the reducer: each action creates a new copy, and the component re-renders because the reference changes",
      word: "explain",
    },
    { fragment: "Show the differences of files: diff -u expected.txt actual.txt | head -40", word: "compare" },
    { fragment: "Search for text in files, count lines: grep -c ERROR app.log; wc -l data/*.csv", word: "count" },
    {
      fragment:
        "Measure how fast it is: /usr/bin/time -v ./bin/indexer corpus/ 2>&1 | grep -E 'Elapsed|Maximum resident'",
      word: "measure",
    },
    { fragment: "Search the web: best practices postgres row level security multi tenant 0", word: "research" },
    {
      fragment: "Résumé : la clé de cache était fausse, je l'ai corrigée à deux endroits, les 0 tests passent",
      word: "summarize",
    },
    { fragment: "Ich ergänze jetzt die deutschen Übersetzungen Write a file: src/i18n/de.json", word: "translate" },
    { fragment: "Plan the steps: 1. read spec 2. add table 3. endpoint 4. tests", word: "plan" },
    { fragment: "Schedule a job: (crontab -l; echo '0 2 * * * /opt/backup.sh') | crontab -", word: "schedule" },
    {
      fragment:
        "I'll hand this over to a subagent that searches the repo Delegate to another agent: Explore the billing code and report entry points",
      word: "delegate",
    },
    {
      fragment:
        "Delegate to another agent: Write tests for the auth package Delegate to another agent: Write tests for the mail package",
      word: "delegate",
    },
    { fragment: "Edit a file: README.md Write a file: docs/installation.md", word: "document" },
    {
      fragment: "Show the history of commits: git log v0..HEAD --oneline Edit a file: CHANGELOG.md",
      word: "changelog",
    },
    {
      fragment: "I have all the numbers now. Writing the final report to reports/q3.md Write a file: reports/q3.md",
      word: "report",
    },
    { fragment: "Build the program: cargo build --release 2>&1 | tail -30", word: "build" },
    {
      fragment:
        "Let me compile the firmware and see whether it still fits Build the program: cmake -B build -G Ninja && cmake --build build",
      word: "build",
    },
    { fragment: "Install packages: sudo apt-get install -y libssl-dev pkg-config", word: "install" },
    {
      fragment:
        "The module is missing in the virtualenv. Installing it Install packages: pip install -r requirements.txt",
      word: "install",
    },
    {
      fragment: "Creating the npm tarball to look at what goes into the package Run: npm pack --dry-run",
      word: "package",
    },
    {
      fragment:
        "Two versions of serde are in the dependency tree. Checking who pulls in the old one List packages: cargo tree -d -i serde@0",
      word: "dependency",
    },
    {
      fragment:
        "All checks are green. Tagging and creating the GitHub release Name a version, push commits to the remote, publish a release: git tag v0 && git push origin v0 && gh release create v0 --generate-notes",
      word: "release",
    },
    {
      fragment:
        "The image is pushed. Rolling it out to the cluster now Deploy to the cluster: kubectl set image deployment/web web=registry.local/web:0 && kubectl rol … out status deployment/web",
      word: "deploy",
    },
    { fragment: "Watch the pipeline: gh run view 0 --log-failed | tail -80", word: "pipeline" },
    {
      fragment:
        "Looking at why the container restarts List containers, read the log of a container: docker ps -a && docker logs --tail 0 api_1",
      word: "container",
    },
    {
      fragment:
        "Work with the cloud: aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId' --output table",
      word: "cloud",
    },
    {
      fragment:
        "Saving a copy of the database before the migration Back up the database: pg_dump -Fc shop > /var/backups/shop_before.dump",
      word: "backup",
    },
    {
      fragment: 'Stage files for the next commit, commit the changes: git add -A && git commit -m "Handle empty cart"',
      word: "commit",
    },
    { fragment: "Create a new branch: git checkout -b fix/session-expiry origin/main", word: "branch" },
    {
      fragment:
        "One conflict left in router.ts, both sides keep. Continuing the rebase Stage files for the next commit, rebase commits onto another base: git add src/router.ts && GIT_EDITOR=true git rebase --continue",
      word: "rebase",
    },
    {
      fragment:
        "Let me see how this line came to be Show the history of commits: git log -L 0:src/billing.py --oneline Show the history of each line: git blame -L 0 src/billing.py",
      word: "history",
    },
    { fragment: "Push commits to the remote: git push -u origin feature/export", word: "push" },
    { fragment: "Pull commits from the remote: git pull --rebase origin main", word: "pull" },
    { fragment: "Running the example to see the output Run a script: python examples/demo.py --seed 1", word: "run" },
    {
      fragment: "Starting the dev server in the background Start the server: npm run dev > /tmp/dev.log 2>&1 &",
      word: "start",
    },
    {
      fragment: "Stopping the old dev server, it still holds port 0 Stop a process: kill $(lsof -ti :0)",
      word: "stop",
    },
    {
      fragment:
        "The build is still going. Waiting a bit more Wait for some time, read the end of a file: sleep 0; tail -5 build.log",
      word: "wait",
    },
    {
      fragment:
        "I'll put these steps in a small shell script Write a file: scripts/reset_db.sh Change permissions of files: chmod +x scripts/reset_db.sh",
      word: "script",
    },
    {
      fragment:
        "Taking a heap snapshot to see which objects are kept in memory Profile the program, wait for some time, stop a process: node --inspect --heapsnapshot-signal=SIGUSR2 server.js & sleep 30; kill -USR2 $",
      word: "memory",
    },
    { fragment: "Measure disk space: df -h / && du -xsh /var/* | sort -h | tail", word: "disk" },
    {
      fragment:
        "The inner loop allocates on each call, so it is slow. Hoisting the buffer out of the loop to speed it up Edit a file: src/render/blit.rs",
      word: "performance",
    },
    { fragment: "Edit a file: nginx/nginx.conf", word: "config" },
    {
      fragment: "Show the environment: python3 -m venv .venv && source .venv/bin/activate && env | grep PATH",
      word: "environment",
    },
    {
      fragment:
        "Keeping an eye on the training run Watch what changes, wait for some time: watch -n 30 'nvidia-smi; tail -2 train.log' & sleep 0",
      word: "monitor",
    },
    {
      fragment: "Read the log of the system: journalctl -u nginx --since '1 hour ago' | grep -i error | tail -50",
      word: "log",
    },
    {
      fragment: "Adding a counter and a histogram to the metrics registry Edit a file: internal/metrics/registry.go",
      word: "metrics",
    },
    {
      fragment:
        "Recording a CPU profile of the slow request Profile the program: perf record -g -- ./target/release/render scene.json && perf report --stdio | head -40",
      word: "profile",
    },
    { fragment: "Show which files changed: git status --short", word: "status" },
    {
      fragment:
        "Check packages for security holes: npm audit --production Check for security holes: semgrep --config p/owasp-top-ten src/",
      word: "security",
    },
    {
      fragment:
        "Searching for hard-coded tokens and keys Search for text in files: (api[_-]?key|secret|token)\\s*=\\s*['\"]",
      word: "secret",
    },
    {
      fragment:
        "The script isn't executable and belongs to root. Fixing ownership and mode Change permissions of files: sudo chown app:app deploy.sh && chmod 0 deploy.sh",
      word: "permission",
    },
    {
      fragment:
        "The middleware never checks the token expiry, so expired logins pass. Correcting it Edit a file: src/middleware/auth.ts",
      word: "auth",
    },
    {
      fragment:
        "Decryption fails because the nonce isn't stored. I'll prepend it to the ciphertext Edit a file: pkg/crypto/seal.go",
      word: "encrypt",
    },
    { fragment: "Query the database: psql -d shop -c '\\dt+'", word: "database" },
    {
      fragment: 'Query the database: sqlite3 app.db "SELECT count(*), status FROM jobs GROUP BY status"',
      word: "query",
    },
    {
      fragment:
        "Adding the foreign key to the Prisma schema and generating the migration Edit a file: prisma/schema.prisma Migrate the database: npx prisma migrate dev --name add_owner",
      word: "schema",
    },
    {
      fragment: "Adding a composite index on (tenant_id, created_at) Write a file: db/migrate/0_add_index_to_events.rb",
      word: "index",
    },
    {
      fragment:
        "Circular import between models.py and utils.py. Moving the import into the function Edit a file: core/utils.py",
      word: "import",
    },
    {
      fragment:
        "Dumping the table to CSV Query the database: psql -c \"\\copy (SELECT * FROM leads) TO 'leads.csv' CSV HEADER\"",
      word: "export",
    },
    {
      fragment:
        "Copy files to the cloud: aws s3 cp dist/app.zip s3://artifacts/app.zip Copy to another server: scp dist/app.zip deploy@web1:/srv/",
      word: "upload",
    },
    {
      fragment:
        "JSON.parse throws on the trailing comma. Switching to a tolerant parser Edit a file: src/config/load.ts",
      word: "parse",
    },
    {
      fragment:
        "Archived items must be left out, so I filter them before rendering Edit a file: components/ItemList.vue",
      word: "filter",
    },
    { fragment: "Adding the 0 page Write a file: app/not-found.tsx", word: "page" },
    {
      fragment:
        "The table cells overflow on narrow screens. Making the table scroll horizontally Edit a file: src/components/PriceTable.css",
      word: "table",
    },
    { fragment: "Create an empty file, copy files: touch data/.gitkeep && cp a.txt b.txt", word: "file" },
    { fragment: "Create a folder, list the files of a folder: mkdir -p src/{core,ui,io} && ls -R src", word: "folder" },
    {
      fragment:
        "The nested loops make this quadratic. I'll use a two-pointer approach with a hash set, which brings it down to linear time Edit a file: src/solver/pairs.py",
      word: "algorithm",
    },
    {
      fragment:
        "The determinant has the wrong sign: the cofactor for odd columns has to be negated. Fixing the formula Edit a file: src/linalg/matrix.rs",
      word: "math",
    },
    {
      fragment:
        "Let me compute the correlation matrix and check the residuals for normality Run a script: python -c \"import pandas as pd, scipy.stats as st; df=pd.read_csv('m.csv'); … rint(st.shapiro(df.res))\"",
      word: "statistics",
    },
    {
      fragment: "Query the database: redis-cli llen bull:emails:wait && celery -A app inspect active_queues",
      word: "queue",
    },
    {
      fragment:
        "The program hangs with two threads waiting on each other. Let me get the backtraces of all threads Debug a program: gdb -p 0 -batch -ex 'thread apply all bt'",
      word: "thread",
    },
    {
      fragment:
        "Another git process crashed and left the lock file behind. No git process is running, so I remove it Delete files, show which files changed: rm -f .git/index.lock && git status",
      word: "lock",
    },
    {
      fragment:
        "The request failed with 0, that may be temporary. Trying again Send a request over the network, wait for some time: for i in 1 2 3; do curl -fsS https://registry.internal/v2/ && break; sleep 5; done",
      word: "retry",
    },
    {
      fragment:
        "The pod is OOMKilled because the memory limit is 0Mi. I'll raise the limit to 1Gi Edit a file: deploy/k8s/worker.yaml",
      word: "limit",
    },
    {
      fragment:
        "Let me look at the kernel messages around the time the device disappeared Read the log of the system, show the environment: dmesg -T | grep -iE 'usb|xhci|oops' | tail -40; uname -r; lsmod | head",
      word: "kernel",
    },
    { fragment: "Check the types: npx tsc --noEmit -p tsconfig.json 2>&1 | head -30", word: "type" },
    {
      fragment:
        "The struct does not satisfy the io.ReadCloser interface because Close has a pointer receiver. Adding the missing method Edit a file: internal/stream/reader.go",
      word: "interface",
    },
    {
      fragment:
        "I'll add a `chunk(list, size)` helper function and use it in both callers Edit a file: src/helpers/array.js",
      word: "function",
    },
    {
      fragment:
        "I'll put the VPC resources into a Terraform module of their own and call the module from main.tf Write a file: infra/modules/vpc/main.tf Edit a file: infra/main.tf",
      word: "module",
    },
    {
      fragment:
        "Installing the eslint plugin and adding it to the list of plugins Install packages: npm i -D eslint-plugin-import Edit a file: .eslintrc.json",
      word: "plugin",
    },
    {
      fragment:
        "I'll register the new `--format` option with clap, with json and text as possible values Edit a file: src/cli/args.rs",
      word: "option",
    },
    {
      fragment:
        "The keydown event bubbles up to the document listener. Calling `event.stopPropagation()` in the dialog's handler Edit a file: web/components/Modal.vue",
      word: "event",
    },
    {
      fragment:
        "Let me call the endpoint and see what the API returns Send a request over the network, query JSON: curl -s -H 'Authorization: Bearer $TOKEN' http://localhost:0/api/v1/items | jq .",
      word: "api",
    },
    {
      fragment:
        "Let me find where the routes are registered Search for text in files: app\\.(get|post|use)\\('/ Read a file: src/routes/index.ts",
      word: "route",
    },
    {
      fragment:
        "Ich starte den Server im Hintergrund und prüfe, ob er antwortet Run a script, wait for some time, send a request over the network: node dist/server.js & sleep 2; curl -sI localhost:0/health",
      word: "server",
    },
    {
      fragment:
        "I'll write the HTTP client class that wraps all calls to the CRM service Write a file: src/clients/crm_client.py",
      word: "client",
    },
    {
      fragment:
        "I check whether the port is reachable and what the interface sees Look at the network: ss -ltnp; nc -vz 0 0; sudo tcpdump -ni eth0 port 0 -c 20; ip route",
      word: "network",
    },
    {
      fragment:
        "I'll send a test mail through the SMTP server to see if the login works Run: swaks --to test@example.org --server smtp.mailgun.org:0 --tls --auth-user postmaster",
      word: "email",
    },
    {
      fragment:
        "J'appelle le service push après l'enregistrement du commentaire pour que les abonnés reçoivent une notification Edit a file: app/services/notification_service.rb",
      word: "notify",
    },
    {
      fragment:
        "The flex container has no `min-width: 0`, so the long title pushes the column out. Fixing the layout Edit a file: src/components/Header.module.css",
      word: "layout",
    },
    { fragment: "Edit a file: src/styles/card.scss Edit a file: src/styles/_mixins.scss", word: "style" },
    {
      fragment: "I'll add the 'Copy link' button next to the title Edit a file: src/components/ShareButton.tsx",
      word: "button",
    },
    {
      fragment:
        "I'll make the search box a controlled input and debounce its change handler Edit a file: components/SearchInput.svelte",
      word: "input",
    },
    {
      fragment:
        "I'll create the modal dialog component with a focus trap and a close button Edit a file: *** Add File: src/components/ConfirmDialog.tsx",
      word: "dialog",
    },
    { fragment: "Convert images: mogrify -resize 0x -strip docs/img/*.png && identify docs/img/*.png", word: "image" },
    {
      fragment:
        "I'll write a script that draws the latency histogram and the boxplot per endpoint Write a file: scripts/plot_latency.py Run a script: python scripts/plot_latency.py --out latency.png",
      word: "chart",
    },
    {
      fragment:
        "I'll write the dashboard JSON with panels for CPU, memory and queue length Write a file: monitoring/grafana/dashboards/workers.json",
      word: "dashboard",
    },
    {
      fragment: "The contrast of #0 on white is 0. Changing the gray to #0 Edit a file: src/styles/colors.scss",
      word: "color",
    },
    {
      fragment:
        "The fade-in jumps because `height` is animated. I'll animate `transform` and `opacity` with keyframes Edit a file: src/components/Toast.css",
      word: "animation",
    },
    {
      fragment:
        "I'll put the image tag and the replicas as values into the Helm chart templates Edit a file: charts/app/templates/deployment.yaml Edit a file: charts/app/values.yaml",
      word: "template",
    },
    {
      fragment:
        "Build the program: ./gradlew :app:assembleDebug && adb install -r app/build/outputs/apk/debug/app-debug.apk",
      word: "mobile",
    },
    {
      fragment:
        "I'll add the enemy spawner and give the player three lives Edit a file: Assets/Scripts/EnemySpawner.cs Edit a file: Assets/Scripts/PlayerController.cs",
      word: "game",
    },
    {
      fragment: "Convert audio or video: ffmpeg -i interview.m4a -ar 0 -ac 1 interview.wav && soxi interview.wav",
      word: "audio",
    },
    {
      fragment:
        "Downloading the model weights and loading them once to check the memory they need Run: ollama pull llama0b && ollama run llama0b 'hi'",
      word: "model",
    },
    {
      fragment: "Run: torchrun --nproc_per_node=2 train.py --config configs/base.yaml --epochs 10 --batch-size 64",
      word: "train",
    },
    {
      fragment:
        "Das Training läuft noch, Epoche 7 von 20, der Loss sinkt weiter. Ich schaue in 10 Minuten wieder nach Wait for some time, read the end of a file: sleep 0; tail -n 5 runs/exp4/train.log",
      word: "train",
    },
    {
      fragment:
        "Now I run inference with the saved checkpoint on the holdout images Run a script: python predict.py --weights best.pt --source data/holdout --save-csv preds.csv",
      word: "predict",
    },
    {
      fragment:
        "Let me look at the label distribution in the dataset Run a script: python -c \"from datasets import load_dataset; d=load_dataset('csv',data_fil … ().label.value_counts())\"",
      word: "dataset",
    },
    {
      fragment:
        "I'll launch two agents: one explores the backend, the other one the frontend Delegate to another agent: Explore backend auth flow Delegate to another agent: Explore frontend state handling",
      word: "agent",
    },
    {
      fragment:
        "The refund amount is sent in euros but the payment provider expects cents. Fixing the conversion Edit a file: app/services/payments/refund.py",
      word: "payment",
    },
    {
      fragment:
        "The order total is computed before the discount is applied. I'll move it after the cart is updated Edit a file: src/orders/checkout.service.ts",
      word: "order",
    },
    {
      fragment:
        'Let me see how many users have no verified address Query the database: psql $DATABASE_URL -c "select count(*) from users where verified_at is null"',
      word: "user",
    },
    { fragment: "Hello! What would you like to work on today", word: "greet" },
    { fragment: "You're welcome! Glad it works now. Let me know if you need anything else", word: "thank" },
    { fragment: "This will overwrite the existing records in production. Shall I go ahead", word: "confirm" },
    {
      fragment:
        "Before I make any changes: is it right that the old column may be dropped? Please confirm Ask the user a question: Drop legacy column",
      word: "confirm",
    },
    {
      fragment:
        "El paso 2 está listo. Sigo con el siguiente punto de la lista Plan the steps: 3. Conectar los handlers (in progress)",
      word: "continue",
    },
    { fragment: "Okay, I stop here and discard this approach. Nothing was changed", word: "cancel" },
    { fragment: "Ha, fair point! I don't have a favourite editor, but I see why people love Vim", word: "chat" },
    {
      fragment: "List the files of a folder, measure disk space: ls -la services/ deploy/ && du -sh services/*",
      word: "folder",
    },
    { fragment: "Show the status of the cluster: kubectl get pods -n payments -o wide", word: "status" },
    { fragment: "Read the log of the cluster: kubectl logs deploy/api --since=1h | grep -i error", word: "log" },
    {
      fragment: "Query the database: psql $DATABASE_URL -c \"select count(*) from orders where status='failed'\"",
      word: "count",
    },
    {
      fragment:
        "The connection pool is never released when the request is aborted. I'll add a finally block Edit a file: src/db/pool.ts",
      word: "fix",
    },
    { fragment: "Run the tests: npm test -- --coverage src/billing", word: "coverage" },
    {
      fragment: "Set up the cloud, plan changes of the cloud: terraform init && terraform plan -out tf.plan",
      word: "plan",
    },
    { fragment: "Read a file: internal/auth/middleware.go", word: "read" },
    { fragment: "Search for text in files: rateLimit|throttle", word: "search" },
    {
      fragment:
        "Send a request over the network: curl -s -o /dev/null -w '%{http_code} %{time_total}' http://localhost:0/healthz",
      word: "measure",
    },
    { fragment: "Search the web: stripe payment intents vs checkout sessions", word: "research" },
    { fragment: 'Install packages: pip3 install "celery[redis]==0"', word: "install" },
    { fragment: "Create a new branch: git checkout -b feature/refunds", word: "branch" },
    {
      fragment: "Take columns of a table, count equal lines: awk '{print $9}' access.log | sort | uniq -c | sort -rn",
      word: "count",
    },
    { fragment: "Run: npx license-checker --summary --production", word: "license" },
    { fragment: "Write a file: .github/workflows/deploy.yml", word: "pipeline" },
    {
      fragment:
        'Plan the steps: [{"content":"Create refunds table","status":"in_progress"},{"content":"Add  … ute","status":"pending"}]',
      word: "plan",
    },
    { fragment: "Delegate to another agent: Explore how order events flow from cart to billing", word: "delegate" },
    {
      fragment:
        "The build passes and all 0 tests are green. Summary: the outbox table guarantees that each event is published once",
      word: "summarize",
    },
    { fragment: "Wait for some time, watch the pipeline: sleep 60; gh run view 0 --json status", word: "wait" },
    { fragment: "Write a file: migrations/0_add_tenant_id_to_orders.sql", word: "migrate" },
    { fragment: "Lint the code: golangci-lint run ./", word: "lint" },
    {
      fragment: "Ich sehe mir zuerst die Konfiguration von nginx an Read a file: /etc/nginx/sites-enabled/api.conf",
      word: "config",
    },
    { fragment: "Soll ich die Tabelle wirklich löschen? Es gibt noch 0 Zeilen darin", word: "question" },
    {
      fragment: "Je lance les tests d'intégration avec testcontainers Build the program: mvn verify -Pintegration",
      word: "test",
    },
    {
      fragment: "Voy a formatear el código con black antes del commit Format the code: black app/ && isort app/",
      word: "format",
    },
    { fragment: "先看一下慢查询日志 Read the end of a file: tail -n 0 /var/log/mysql/slow.log", word: "log" },
    { fragment: "型エラーを修正します Edit a file: src/types/payment.ts", word: "type" },
    { fragment: "Останавливаю старый процесс и освобождаю порт Stop a process: kill $(lsof -ti:0)", word: "stop" },
    {
      fragment: "Vou gerar os tipos a partir do schema GraphQL Run: npx graphql-codegen --config codegen.ts",
      word: "generate",
    },
    {
      fragment:
        "The click handler is attached before the list is rendered, so the buttons have no listener. I'll use event delegation Edit a file: src/ui/list.js",
      word: "event",
    },
    { fragment: "Build the program: npm run build -- --mode production", word: "build" },
    { fragment: "Run the tests: npx vitest run src/components/Modal.spec.ts", word: "test" },
    { fragment: "Go to a folder: flutter pub get && cd ios && pod install", word: "install" },
    { fragment: 'Search for text in files: adb logcat -d | grep -i "FATAL EXCEPTION" -A 30', word: "log" },
    { fragment: "Read a file: src/styles/theme.scss", word: "read" },
    { fragment: "Search for text in files: aria-label", word: "search" },
    { fragment: "List the files of a folder: ls -la public/fonts public/img", word: "list" },
    { fragment: "Write a file: docs/tutorials/first-plugin.md", word: "tutorial" },
    { fragment: "Search the web: prefers-reduced-motion safari support 0", word: "research" },
    { fragment: "Show the differences: git diff HEAD~1 -- src/components/Header.tsx", word: "diff" },
    { fragment: "Push commits to the remote: git push origin feature/dark-mode", word: "push" },
    {
      fragment: "Publish a release: gh release create v0 dist/*.dmg dist/*.exe --notes-file NOTES.md",
      word: "release",
    },
    {
      fragment: "Wait for some time, send a request over the network: sleep 20 && curl -sI http://localhost:0",
      word: "wait",
    },
    { fragment: "Convert images: convert logo.png -resize 0x0 icons/icon-0.png", word: "icon" },
    { fragment: "Convert audio or video: ffmpeg -i intro.mov -c:v libx0 -crf 23 intro.mp4", word: "video" },
    { fragment: "Edit a file: locales/fr.json", word: "translate" },
    { fragment: "Plan the steps: 1. tokens 2. buttons 3. forms 4. dark theme", word: "plan" },
    { fragment: "Delegate to another agent: Review the accessibility of all dialogs and report", word: "delegate" },
    {
      fragment: "All 48 tests pass and the layout is right at 0, 0 and 0 px. I checked each with a screenshot",
      word: "verify",
    },
    {
      fragment:
        "Done. The settings window now has a tab for shortcuts; the old menu entry is gone. Summary of what I changed: .",
      word: "summarize",
    },
    { fragment: "Stop a process: kill $(lsof -ti :0)", word: "stop" },
    { fragment: "Count lines: wc -l src/**/*.vue | sort -n | tail -20", word: "count" },
    {
      fragment:
        "Die Übersetzung ist fertig, ich prüfe noch, ob in allen Sprachdateien dieselben Schlüssel stehen Run a script: node scripts/check-locales.mjs",
      word: "verify",
    },
    { fragment: "Ich lese zuerst die Navigationskomponente Read a file: src/app/nav/NavBar.vue", word: "navigation" },
    {
      fragment:
        "Je vais renommer le composant et corriger les imports Rename files: git mv src/Carte.tsx src/Card.tsx Edit a file: src/App.tsx",
      word: "rename",
    },
    { fragment: "¿Quieres que el juego guarde también el volumen de la música", word: "question" },
    { fragment: "我先看一下登录页面的代码 Read a file: pages/login/index.vue", word: "read" },
    {
      fragment:
        "Ich installiere jetzt die Abhängigkeiten und starte den Entwicklungsserver Install packages, start the server: npm ci && npm run dev",
      word: "install",
    },
    {
      fragment: "スクリーンショットを撮ってレイアウトを確認します Run a script: node shot.mjs http://localhost:0",
      word: "verify",
    },
    { fragment: "Pull commits from the remote: git pull --ff-only origin main", word: "pull" },
    { fragment: "Show which files changed: git status", word: "status" },
    {
      fragment: "Run a script: python train.py --epochs 20 --lr 3e-4 --out runs/exp7 > runs/exp7.log 2>&1 &",
      word: "run",
    },
    {
      fragment:
        "Let me check whether the training is still running and how busy the GPU is Show the status of the GPU, list running processes: nvidia-smi && ps aux | grep train.py",
      word: "status",
    },
    {
      fragment:
        "The run needs a few more minutes. I'll wait and look at the log again Wait for some time, read the end of a file: sleep 0; tail -n 5 runs/exp7.log",
      word: "wait",
    },
    {
      fragment:
        "I'll look at the first rows of the data Run a script: python -c \"import pandas as pd; df=pd.read_csv('data/raw.csv'); print(df.head(), df.dtypes)\"",
      word: "read",
    },
    {
      fragment:
        "Let me find where the interrupt handler is defined Search for text in files: USART2_IRQHandler Search for files by name: **/stm32*_it.c",
      word: "search",
    },
    {
      fragment: "The old server still holds the port, so I kill it Stop a process: kill $(lsof -t -i:0)",
      word: "stop",
    },
    { fragment: "Start Jupyter in the background Run: jupyter lab --no-browser --port 0 &", word: "start" },
    {
      fragment:
        "Build the program, run the tests: cmake --build build -j8 && ctest --test-dir build --output-on-failure",
      word: "build",
    },
    {
      fragment:
        "All 0 tests pass now. I'll run them once more with the sanitizer to be sure Run the tests: RUSTFLAGS=-Zsanitizer=address cargo test",
      word: "verify",
    },
    {
      fragment:
        "I'll let a subagent look through the codegen folder Delegate to another agent: Find all places where SSA values are renamed",
      word: "delegate",
    },
    { fragment: "Plan the steps: 1. lexer tokens 2. parser rule 3. AST node 4. tests", word: "plan" },
    {
      fragment: "I'll look up the errata of this chip Search the web: STM32F0 I2C errata busy flag stuck",
      word: "research",
    },
    {
      fragment: "List the files of a folder, list folders and files: ls -la src/ tests/ && tree -L 2 drivers",
      word: "list",
    },
    {
      fragment:
        "Let me see when this line was changed last Show the history of commits: git log -p -S'crc_init' -- src/crc.c | head -80",
      word: "history",
    },
    {
      fragment: "The core dump should show where it crashed Debug a program: gdb -batch -ex bt ./build/vm core.0",
      word: "debug",
    },
    {
      fragment:
        "Check the dependencies for known vulnerabilities Check packages for security holes: cargo audit && pip-audit -r requirements.txt",
      word: "audit",
    },
    {
      fragment:
        "Search for text in files, take columns of a table, count equal lines: grep -c 'WDT reset' serial.log; awk '/reset/{print $1}' serial.log | sort | uniq -c",
      word: "filter",
    },
    {
      fragment:
        "Measure the time before and after Measure how fast it is: hyperfine --warmup 3 './old big.json' './new big.json'",
      word: "measure",
    },
    {
      fragment:
        "Stage files for the next commit, commit the changes, push commits to the remote: git add -A && git commit -m 'Vectorize feature extraction' && git push -u origin vectorize",
      word: "push",
    },
    {
      fragment: "Fetch from the remote, pull commits from the remote: git fetch origin && git pull --ff-only",
      word: "pull",
    },
    {
      fragment:
        "The test needs a fake clock instead of time.sleep, so I'll patch it Edit a file: tests/test_scheduler.py",
      word: "mock",
    },
    { fragment: "I write the LaTeX template for the report Write a file: report/template.tex", word: "template" },
    {
      fragment:
        "Done. The notebook now loads the data once, the plots share one style, and the run takes 40 s instead of 6 minutes",
      word: "summarize",
    },
    { fragment: "Before I go on: should the tool overwrite existing files, or ask each time", word: "confirm" },
    {
      fragment:
        "Ich sehe mir zuerst die Konfiguration des Bootloaders an Read a file: boot/Kconfig Read a file: boot/prj.conf",
      word: "read",
    },
    {
      fragment:
        "Der Fehler ist ein Index um eins zu groß in der Schleife. Ich korrigiere das Edit a file: src/matrix.c",
      word: "edit",
    },
    {
      fragment: "J'installe les bibliothèques manquantes Install packages: pip install openpyxl pdfplumber",
      word: "install",
    },
    {
      fragment:
        "我先统计每个类别的样本数量 Run a script: python -c \"import pandas as pd; print(pd.read_csv('train.csv').label.value_counts())\"",
      word: "analyze",
    },
    {
      fragment: "型チェックとlintを実行します Check the types, lint the code: mypy src && ruff check src",
      word: "lint",
    },
    {
      fragment:
        "Сравню вывод старой и новой версии Show the differences of files: diff -u out_old.txt out_new.txt | head -50",
      word: "compare",
    },
  ],
};
