// deno-fmt-ignore-file: one row, one line.
import type { Effect } from "../../trace/effect.ts";
import type { Language } from "./row.ts";

/** A call by which a language's code reads, writes, deletes or asks another machine. */
export interface CodeCall {
  readonly language: Language;
  /** The group `path` is the file or folder, `file` what is surely a file, where it stands there as a string. */
  readonly call: RegExp;
  readonly effect: Effect;
  readonly example: string;
}

/** How a language's code takes in other code and runs other programs. */
export interface Imports {
  /** The groups hold names of modules, parted by commas. */
  readonly names: RegExp;
  /** Modules that only compute, or whose calls are in `CODE_CALLS`. */
  readonly quiet: ReadonlySet<string>;
  readonly runs: RegExp;
}

/** Code in a language that is not here may do anything. */
export const IMPORTS: Partial<Readonly<Record<Language, Imports>>> = {
  python: {
    names: /(?:^|;)[ \t]*(?:from\s+([\w.]+)\s+import\b|import\s+([\w., \t]+))/gm,
    quiet: new Set(
      ("__future__ abc argparse array ast base64 bisect calendar cmath codecs collections colorsys configparser contextlib copy csv dataclasses datetime decimal difflib enum fractions " +
        "functools getopt glob graphlib gzip hashlib heapq html http io itertools json locale logging math numbers numpy operator os pandas pathlib platform pprint queue random re " +
        "requests secrets shlex shutil statistics string struct sys textwrap time timeit tomllib traceback types typing unicodedata urllib uuid warnings xml yaml zlib zoneinfo").split(" "),
    ),
    runs: /\bos\.(?:system|popen|startfile|fork|kill|exec\w+|spawn\w+|posix_spawn\w*)\(|\b(?:eval|exec|__import__|runpy)\b/,
  },
  javascript: {
    names: /\bfrom\s*["']([^"']+)["']|\b(?:import\s*|(?:require|import)\(\s*)["']([^"']+)["']/g,
    quiet: new Set("assert buffer crypto events fs os path perf_hooks process querystring readline stream string_decoder timers url util zlib".split(" ")),
    runs: /\b(?:require|import)\(\s*[^"'\s]|\beval\(|\bDeno\.Command\b|\bBun\.(?:spawn|\$)|\bprocess\.kill\(/,
  },
};

/** Calls in code. What is not here makes the code `process`. */
export const CODE_CALLS: readonly CodeCall[] = [
  { language: "python", call: /\bopen\(\s*[rbf]{0,2}["'](?<file>[^"'\n]+)["']\s*,\s*(?:mode\s*=\s*)?["'][rbt]*[wax+][wax+bt]*["']/g, effect: "write", example: "json.dump(rows, open('tests/fixtures.json','w'))" },
  { language: "python", call: /\bopen\(\s*[^"'\n,()]+,\s*(?:mode\s*=\s*)?["'][rbt]*[wax+][wax+bt]*["']/g, effect: "write", example: "f = open(path, 'w')" },
  { language: "python", call: /\b(?:pathlib\.)?Path\(\s*["'](?<path>[^"'\n]+)["']\s*\)\.(?:write_text|write_bytes|touch|mkdir)\(/g, effect: "write", example: "Path('src/a.py').write_text(s)" },
  { language: "python", call: /\.(?:write_text|write_bytes|to_csv|to_json|to_parquet|to_excel|savefig|writelines)\(/g, effect: "write", example: "p.write_text(s)" },
  { language: "python", call: /\b(?:os\.(?:makedirs|mkdir|rename|replace|symlink|chmod)|shutil\.(?:copy\w*|move))\(\s*(?:["'](?<path>[^"'\n]+)["'])?/g, effect: "write", example: "os.makedirs('src/api')" },
  { language: "python", call: /\.open\(\s*(?:mode\s*=\s*)?["'][rbt]*[wax+][wax+bt]*["']|\.(?:mkdir|touch|symlink_to|hardlink_to)\(|\.rename\((?!\s*(?:columns|index|\{))|\bshutil\.\w+_archive\(|\blogging\.FileHandler\(|\bbasicConfig\([^()]{0,400}\bfilename\b|\bnp\.save\w*\(/g, effect: "write", example: "with target.open('w') as out: out.write(text)" },
  { language: "python", call: /\.(?:unlink|rmdir|removedirs)\(/g, effect: "delete", example: "for p in Path('logs').glob('*.old'): p.unlink()" },
  { language: "python", call: /\b(?:os\.(?:remove|unlink|rmdir)|shutil\.rmtree)\(\s*(?:["'](?<path>[^"'\n]+)["'])?/g, effect: "delete", example: "shutil.rmtree('dist')" },
  { language: "python", call: /\bopen\(\s*[rbf]{0,2}["'](?<file>[^"'\n]+)["']\s*(?:,\s*(?:mode\s*=\s*)?["']r[bt]?["']|,\s*encoding|\))/g, effect: "read", example: "print(open('data/a.txt').read())" },
  { language: "python", call: /(?<![\w.])open\(\s*[^"'\n,()]+(?:\)|,\s*(?:mode\s*=\s*)?["']r[bt]?["']|,\s*(?:encoding|newline|errors)\s*=(?![^\n)]{0,200}["'][rbt]*[wax+]))/g, effect: "read", example: "rows = list(csv.reader(open(path, newline='')))" },
  { language: "python", call: /\b(?:pathlib\.)?Path\(\s*["'](?<path>[^"'\n]+)["']\s*\)/g, effect: "read", example: "print(Path('data/a.txt').read_text())" },
  { language: "python", call: /\.(?:read_text|read_bytes|iterdir|rglob)\(|\b(?:os\.(?:listdir|walk|scandir|stat)|glob\.glob|pd\.read_\w+)\(\s*(?:["'](?<path>[^"'\n]+)["'])?/g, effect: "read", example: "print(os.listdir('src'))" },
  { language: "python", call: /\b(?:requests\.(?:get|post|put|patch|delete|head|request|Session)|(?:urllib\.request\.)?urlopen|urlretrieve|httpx\.\w+|aiohttp\.ClientSession|socket\.create_connection|http\.client\.HTTPS?Connection)\(/g, effect: "network", example: "print(requests.get('https://api.example.com/x').text)" },

  { language: "python", call: /\b(?:HTTPServer|TCPServer|UDPServer|WSGIServer|make_server|start_server|create_server)\(|\.serve_forever\(|\buvicorn\.run\(|\bweb\.run_app\(/g, effect: "network", example: "HTTPServer(('127.0.0.1', port), Handler).serve_forever()" },
  { language: "python", call: /\b(?:pytest|unittest)\.main\(/g, effect: "test", example: "import pytest; pytest.main(['-q'])" },
  { language: "python", call: /^\s*import (?:os|sys|platform)\s*[;\n]\s*print\((?:["'][^"'\n]*["']|(?:os\.environ|os\.getcwd|os\.getenv|sys\.\w+|platform\.\w+)(?:\(["'\w]*\)|\[["'\w]*\]|\.\w+)*|[\s+,])+\)\s*$/g, effect: "read", example: "import sys; print(sys.version)" },

  { language: "javascript", call: /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFileSync|writeTextFile|writeTextFileSync)\(\s*(?:["'`](?<file>[^"'`\n]+)["'`])?/g, effect: "write", example: "fs.writeFileSync('data/a.json', s)" },
  { language: "javascript", call: /\b(?:mkdirSync|mkdir|renameSync)\(\s*(?:["'`](?<path>[^"'`\n]+)["'`])?/g, effect: "write", example: "fs.mkdirSync('src/api')" },
  { language: "javascript", call: /\b(?:fs|fsp|promises)\.(?:cp|cpSync|copyFile|rename|symlink|symlinkSync|truncate|truncateSync)\(|\{[^{}]{0,400}\b(?:cp|cpSync|copyFile|rename|symlink|symlinkSync)\b[^{}]{0,400}\}\s*(?:=\s*require\(|from\s*)["'](?:node:)?fs\b|\bopenSync\(\s*[^,)]{1,200},\s*["'][wa]|\bDeno\.(?:rename|copyFile|create)\(|\bBun\.write\(\s*(?:["'`](?<path>[^"'`\n]+)["'`])?/g, effect: "write", example: "await Bun.write('data/a.json', text)" },
  { language: "javascript", call: /\b(?:fs|fsp|promises)\.rm\(|\{[^{}]{0,400}\brm\b[^{}]{0,400}\}\s*(?:=\s*require\(|from\s*)["'](?:node:)?fs\b|\bDeno\.remove\(\s*(?:["'`](?<path>[^"'`\n]+)["'`])?/g, effect: "delete", example: "await Deno.remove('dist', { recursive: true })" },
  { language: "javascript", call: /\b(?:unlink|unlinkSync|rmSync|rmdirSync|rmdir)\(\s*(?:["'`](?<path>[^"'`\n]+)["'`])?/g, effect: "delete", example: "fs.rmSync('dist', {recursive: true})" },
  { language: "javascript", call: /\b(?:readFile|readFileSync|createReadStream|readTextFile|readTextFileSync)\(\s*(?:["'`](?<file>[^"'`\n]+)["'`])?/g, effect: "read", example: "console.log(fs.readFileSync('data/a.txt', 'utf8'))" },
  { language: "javascript", call: /\b(?:readdir|readdirSync|statSync|existsSync)\(\s*(?:["'`](?<path>[^"'`\n]+)["'`])?/g, effect: "read", example: "console.log(fs.readdirSync('src'))" },
  { language: "javascript", call: /\b(?:require|import)\(\s*["'](?<path>\.{1,2}\/[^"'\n]+\.json)["']/g, effect: "read", example: "require('./package.json').version" },
  { language: "javascript", call: /\b(?:require|import)\(\s*["'](?<path>\.{1,2}\/[^"'\n]+)["']/g, effect: "process", example: "import('./src/server.ts').then((m) => m.listen())" },
  { language: "javascript", call: /^\s*(?:console\.log\()?(?:["'][^"'\n]*["']|process\.env(?:\.\w+)*|process\.(?:version|versions|platform|arch|cwd\(\))(?:\.\w+)*|[\s+,?:|&])+\)?;?\s*$/g, effect: "read", example: "console.log('key length', process.env.KEY.length)" },
  { language: "javascript", call: /\bBun\.file\(\s*["'`](?<file>[^"'`\n]+)["'`]/g, effect: "read", example: "console.log(await Bun.file('data/a.txt').text())" },
  { language: "javascript", call: /\b(?:server|app|srv|httpServer)\.listen\(|\.listen\(\s*(?:\d|\{|(?:\w+\.)*port\b|process\.env\.\w*PORT\b)|\b(?:Deno|Bun)\.serve\(|\bnet\.(?:connect|createConnection)\(|\bnew WebSocket\(/gi, effect: "network", example: "require('http').createServer(handle).listen(8080)" },
  { language: "javascript", call: /\bfetch\(|\bhttps?\.(?:get|request)\(|\baxios\b/g, effect: "network", example: "fetch('https://api.example.com/x')" },

  { language: "sql", call: /(?:^|;)\s*(?:insert|update|delete|replace|create|alter|drop|vacuum|\.import|\.restore)\b/gi, effect: "write", example: "create table orders (id integer)" },
  { language: "sql", call: /(?:^|;)\s*(?:select|with|explain|pragma|describe|show|\.(?:tables|schema|databases|indexes|dump|headers|mode))\b/gi, effect: "read", example: "select count(*) from orders" },

  { language: "ruby", call: /\b(?:File|IO)\.(?:write|binwrite)\(?\s*["'](?<file>[^"'\n]+)["']|\bFile\.open\(\s*["'](?<path2>[^"'\n]+)["']\s*,\s*["'][wa]/g, effect: "write", example: "File.write('a.txt', s)" },
  { language: "ruby", call: /\b(?:File\.(?:delete|unlink)|FileUtils\.rm\w*)\b/g, effect: "delete", example: "FileUtils.rm_rf('dist')" },
  { language: "ruby", call: /\b(?:File|IO)\.(?:read|readlines|foreach)\(?\s*["'](?<path>[^"'\n]+)["']/g, effect: "read", example: "puts File.read('a.txt')" },
  { language: "ruby", call: /\b(?:Net::HTTP|URI\.open|HTTParty|Faraday)\b/g, effect: "network", example: "puts URI.open('https://example.com').read" },
  { language: "php", call: /\b(?:file_put_contents|fwrite)\(\s*(?:["'](?<file>[^"'\n]+)["'])?/g, effect: "write", example: "file_put_contents('a.txt', $s);" },
  { language: "php", call: /\b(?:mkdir|copy|rename)\(\s*(?:["'](?<path>[^"'\n]+)["'])?/g, effect: "write", example: "mkdir('src/api');" },
  { language: "php", call: /\b(?:unlink|rmdir)\(\s*(?:["'](?<path>[^"'\n]+)["'])?/g, effect: "delete", example: "unlink('a.txt');" },
  { language: "php", call: /\b(?:file_get_contents|file|fopen)\(\s*["'](?<file>[^"'\n]+)["']/g, effect: "read", example: "echo file_get_contents('a.txt');" },
  { language: "php", call: /\b(?:scandir|glob)\(\s*["'](?<path>[^"'\n]+)["']/g, effect: "read", example: "print_r(scandir('src'));" },
  { language: "php", call: /\bcurl_(?:init|exec)\(/g, effect: "network", example: "curl_exec($c);" },
  { language: "perl", call: /\bopen\b[^;\n]*["']\+?>{1,2}["']?/g, effect: "write", example: "open(my $f, '>', 'a.txt');" },
  { language: "perl", call: /\bunlink\b/g, effect: "delete", example: "unlink 'a.txt';" },
  { language: "perl", call: /\bopen\b[^;\n]*["']<["']?/g, effect: "read", example: "open(my $f, '<', 'a.txt');" },
];
