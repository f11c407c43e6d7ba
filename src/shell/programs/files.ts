// deno-fmt-ignore-file: one row, one line.
import type { Row } from "./row.ts";

const GREP = "-A -B -C -m -e -f -D -d --include --exclude --exclude-dir --max-count --context --color --label";
const RG = "-A -B -C -E -M -T -e -f -g -j -m -r -t --glob --iglob --type --type-not --max-count --max-depth --context --after-context --before-context --sort --sortr --color --colors --replace --encoding --threads --regexp --file --pre --engine --max-columns --max-filesize";
const FIND = "-name -iname -path -ipath -wholename -regex -iregex -type -maxdepth -mindepth -size -mtime -mmin -atime -ctime -newer -user -group -perm -printf -inum -links -fstype -regextype -depth-limit";
const TAIL = "-n -c --lines --bytes --pid --sleep-interval";

/** Reads files, or what stands before a pipe. */
const READING: readonly Row[] = [
  { run: "cat|tac|nl|rev", effect: "read", args: "paths", rank: "filter", example: "cat src/server.ts" },
  { run: "bat|batcat", effect: "read", args: "paths", takes: "-l -r -H --language --line-range --style --theme --paging", rank: "filter", example: "bat -r 1:20 src/a.ts" },
  { run: "head|tail", effect: "read", args: "paths", takes: TAIL, rank: "filter", example: "head -n 20 README.md" },
  { run: "less|more|most", effect: "read", args: "paths", rank: "filter", example: "less CHANGELOG.md" },
  { run: "grep|egrep|fgrep|zgrep|pcregrep", effect: "read", args: "pattern", takes: GREP, given: "-e -f --regexp --file", rank: "filter", example: "grep -n 'slice' src/orders.ts" },
  { run: "grep|egrep|fgrep -r|-R|--recursive|--dereference-recursive", effect: "read", here: true, rank: "filter", example: "grep -rn TODO src" },
  { run: "rg|ripgrep", effect: "read", args: "pattern", takes: RG, given: "-e -f --regexp --file --files --type-list --version", here: true, rank: "filter", example: "rg -n 'listOrders' src tests" },
  { run: "ag|ack|ack-grep", effect: "read", args: "pattern", takes: "-A -B -C -G -m --ignore --ignore-dir --type", here: true, rank: "filter", example: "ag TODO src" },
  { run: "ast-grep|sg", effect: "read", args: "none", takes: "-p -r -l --pattern --lang --rewrite", example: "ast-grep -p 'foo($A)' -l ts" },
  { run: "ast-grep|sg -U|--update-all", effect: "write", example: "ast-grep -p 'a()' -r 'b()' -l ts -U" },
  { run: "semgrep|opengrep", effect: "lint", args: "paths", takes: "--config -c -e --lang --output", example: "semgrep --config auto src" },
  { run: "sed|gsed", effect: "read", args: "pattern", takes: "-e -f -l -E0 --expression --file", given: "-e -f --expression --file", rank: "filter", example: "sed -n '1,200p' src/bucket.ts" },
  { run: "sed|gsed -i|--in-place", effect: "write", onlyFiles: true, example: "sed -i 's/a/b/' src/ratelimit.ts" },
  { run: "awk|gawk|mawk|nawk", effect: "read", args: "pattern", takes: "-F -v -f --field-separator --assign --file", given: "-f --file", rank: "filter", example: "awk -F, '{print $2}' scripts/sample.csv" },
  { run: "gawk|awk -i", effect: "write", takes: "-i", onlyFiles: true, example: "gawk -i inplace '{print}' notes.txt" },
  { run: "sort", effect: "read", args: "paths", takes: "-t -k -S -T --key --field-separator --parallel", rank: "filter", example: "sort -t, -k2 -n scripts/sample.csv" },
  { run: "sort -o|--output", effect: "write", files: "-o --output", onlyFiles: true, example: "sort -o names.txt names.txt" },
  { run: "uniq|tsort|column|expand|unexpand|fold|fmt|pr", effect: "read", args: "paths", takes: "-f -s -w -t -c -N -W", rank: "filter", example: "column -t data.txt" },
  { run: "wc|cksum|sum", effect: "read", args: "paths", rank: "filter", example: "wc -l src/*.ts" },
  { run: "md5sum|sha1sum|sha256sum|sha512sum|shasum|b2sum|md5", effect: "read", args: "paths", takes: "-a", rank: "filter", example: "sha256sum dist/app.tgz" },
  { run: "cut|paste|join", effect: "read", args: "paths", takes: "-d -f -c -b -t -1 -2 -j --delimiter --fields --characters", rank: "filter", example: "cut -d= -f1 settings.ini" },
  { run: "tr", effect: "read", args: "none", rank: "filter", example: "tr a-z A-Z" },
  { run: "iconv", effect: "read", args: "paths", takes: "-f -t", rank: "filter", example: "iconv -f latin1 -t utf-8 a.txt" },
  { run: "jq|gojq|jaq", effect: "read", args: "pattern", takes: "--indent -f --from-file -L", takesTwo: "--arg --argjson --slurpfile --rawfile", given: "-f --from-file", rank: "filter", example: "jq '.[0:2]' tests/fixtures.json" },
  { run: "yq|xq|tomlq|dasel", effect: "read", args: "pattern", takes: "-o -p --output-format --input-format", rank: "filter", example: "yq .services compose.yaml" },
  { run: "yq -i|--inplace|--in-place", effect: "write", onlyFiles: true, example: "yq -i '.version = 2' chart.yaml" },
  { run: "fx|gron|miller|mlr|xsv|qsv|csvcut|csvlook|csvstat|xmllint|xsltproc|csvkit|csvsql|csvgrep|csvsort|pup|htmlq|xpath", effect: "read", args: "guess", rank: "filter", example: "gron package.json" },
  { run: "xxd|od|hexdump|strings|base64|base32|uuencode", effect: "read", args: "paths", takes: "-n -l -s -c -g -t -A -N -j", rank: "filter", example: "xxd -l 64 data.bin" },
  { run: "ansi2txt|aha|ts|pv|colordiff|delta|diff-so-fancy|cowsay|lolcat|pygmentize|highlight", effect: "read", args: "guess", rank: "filter", example: "highlight src/a.ts" },
  { run: "ls|ll|la|dir|vdir|exa|eza|lsd", effect: "read", args: "paths", takes: "-I --ignore --hide -L --level --sort --time-style --color", here: true, example: "ls -la tests" },
  { run: "tree", effect: "read", args: "paths", takes: "-L -I -P -o --filelimit", here: true, example: "tree -L 2 src" },
  { run: "find|gfind", effect: "read", args: "find", takes: FIND, long: true, here: true, exec: "-exec -execdir -ok -okdir", example: "find . -name '*.ts'" },
  { run: "find|gfind -delete", effect: "delete", args: "find", here: true, example: "find . -name '*.tmp' -delete" },
  { run: "find|gfind -fprint|-fprintf|-fls", effect: "write", args: "find", here: true, files: "-fprint -fls", example: "find . -type f -fprint list.txt" },
  { run: "fd|fdfind", effect: "read", args: "pattern", takes: "-e -t -d -E -g --extension --type --max-depth --exclude --glob -j -c --color -S", here: true, exec: "-x -X --exec --exec-batch", example: "fd -e ts handler src" },
  { run: "locate|mlocate|plocate|mdfind", effect: "read", args: "none", example: "locate tsconfig.json" },
  { run: "stat|file|readlink|realpath|du|exiftool|getfacl|lsattr|xattr|ncdu|dust|tokei|cloc|scc|otool|nm|objdump|readelf|ldd|size", effect: "read", args: "paths", takes: "-c -f --format --printf --max-depth -d --exclude -t -j", example: "stat src/server.ts" },
  { run: "diff|cmp|comm|sdiff|vimdiff|diff3|difft", effect: "read", args: "paths", takes: "-U -x -I --exclude --label -W", example: "diff -u a.txt b.txt" },
  { run: "zcat|gzcat|bzcat|xzcat|zstdcat|zless|zipinfo", effect: "read", args: "paths", rank: "filter", example: "zcat logs/app.log.gz" },
  { run: "pdftotext|pdfinfo|identify|ffprobe|mediainfo|soxi", effect: "read", args: "paths", takes: "-f -l -format -v -show_entries -of -select_streams -print_format", long: true, example: "pdfinfo docs/spec.pdf" },
  { run: "shuf", effect: "read", args: "paths", takes: "-n -i -e", rank: "filter", example: "shuf -n 5 data/words.txt" },
  { run: "basename|dirname", effect: "read", args: "none", rank: "quiet", example: "basename src/a.ts .ts" },
];

/** Creates or changes files. */
const WRITING: readonly Row[] = [
  { run: "cp|mv|ditto", effect: "write", args: "paths", takes: "-S --suffix", dir: "", files: "-t --target-directory", example: "cp scripts/sample.csv data/" },
  { run: "mkdir", effect: "write", args: "paths", takes: "-m --mode", example: "mkdir -p src/api" },
  { run: "touch|mkfifo|truncate|fallocate", effect: "write", args: "paths", takes: "-m -d -r -s -t -l --mode --date --size", onlyFiles: true, example: "touch src/a.ts" },
  { run: "mktemp|tempfile", effect: "write", args: "none", takes: "-p", example: "mktemp -d" },
  { run: "ln|link", effect: "write", args: "paths", example: "ln -s ../shared src/shared" },
  { run: "chmod|chown|chgrp|setfacl|chattr|chflags", effect: "write", args: "pattern", takes: "--reference -m -x", given: "--reference -m -x", example: "chmod +x scripts/run.sh" },
  { run: "install", effect: "write", args: "paths", takes: "-m -o -g --mode", files: "-t", example: "install -m 755 tool.sh bin/tool.sh" },
  { run: "tee", effect: "write", bare: "read", args: "paths", onlyFiles: true, example: "tee notes.txt" },
  { run: "dd", effect: "write", args: "none", files: "of= if=", onlyFiles: true, example: "dd if=/dev/zero of=disk.img bs=1M count=1" },
  { run: "patch", effect: "write", args: "paths", patch: true, takes: "-p --strip -F", files: "-i --input -o --output", dir: "-d --directory", example: "patch -p1 -i fix.diff" },
  { run: "patch --dry-run", effect: "read", patch: true, example: "patch --dry-run -p1 -i fix.diff" },
  { run: "iconv -o", effect: "write", args: "paths", files: "-o", onlyFiles: true, example: "iconv -f latin1 -t utf-8 -o b.txt a.txt" },
  { run: "dos2unix|unix2dos", effect: "write", args: "paths", onlyFiles: true, example: "dos2unix scripts/run.sh" },
  { run: "split|csplit", effect: "write", args: "guess", takes: "-b -l -n -a -d", example: "split -l 100 data/big.csv" },
  { run: "sponge", effect: "write", args: "paths", onlyFiles: true, example: "sponge settings.json" },
  { run: "tar|gtar|bsdtar", effect: "write", args: "guess", takes: "-I -T -X --exclude --transform --strip-components", files: "-f --file -C --directory", example: "tar -czf out.tgz src/api" },
  { run: "tar|gtar|bsdtar -t|--list", effect: "read", example: "tar -tzf out.tgz" },
  { run: "tar|gtar|bsdtar t*", effect: "read", args: "paths", example: "tar tzf out.tgz" },
  { run: "tar|gtar|bsdtar x*", effect: "write", args: "paths", example: "tar xzf out.tgz" },
  { run: "tar|gtar|bsdtar c*", effect: "write", args: "paths", example: "tar czf out.tgz src" },
  { run: "zip|unrar|rar|ar|cpio", effect: "write", args: "guess", takes: "-x -i -P", example: "zip -r out.zip src/api" },
  { run: "unzip", effect: "write", args: "guess", takes: "-x -P", dir: "", files: "-d", example: "unzip -q data.zip -d data" },
  { run: "unzip -l|-v|-t|-p|-Z", effect: "read", args: "guess", example: "unzip -l data.zip" },
  { run: "7z|7za|7zz", effect: "write", args: "guess", example: "7z x data.7z" },
  { run: "gzip|gunzip|bzip2|bunzip2|xz|unxz|zstd|unzstd|lz4|brotli|pigz|compress", effect: "write", args: "paths", takes: "-S -T", example: "gzip logs/app.log" },
  { run: "gzip|gunzip|bzip2|xz|zstd -c|--stdout|--to-stdout|-t|-l", effect: "read", rank: "filter", example: "gzip -dc logs/app.log.gz" },
  { run: "vim|vi|nvim|nano|emacs|ed|ex|micro|hx", effect: "write", args: "paths", takes: "-c -S --cmd -u", onlyFiles: true, example: "ex -s notes.txt" },
  { run: "code|cursor|subl|zed|idea|open|xdg-open", effect: "process", args: "guess", example: "code src/a.ts" },
  { run: "convert|magick|mogrify|ffmpeg|sox|pandoc|wkhtmltopdf|pdftoppm|cwebp|avifenc|pngquant|jpegoptim|gifsicle|imagemin|squoosh-cli|sharp|optipng|rsvg-convert|inkscape|gs|qpdf|plantuml|mmdc|dot", effect: "write", args: "guess", takes: "-f -t -i -c:v -vf -r", files: "-o --output", long: true, example: "pandoc README.md -o docs/readme.html" },
  { run: "comby|sd|fastmod|codemod|jscodeshift|rename|prename|perltidy", effect: "write", args: "guess", example: "sd foo bar src/a.ts" },
  { run: "apply_patch|applypatch", effect: "write", args: "none", patch: true, example: "apply_patch '*** Begin Patch'" },
  { run: "sync|fsync", effect: "process", args: "none", rank: "quiet", example: "sync" },
];

const DELETING: readonly Row[] = [
  { run: "rm|unlink|shred", effect: "delete", args: "paths", takes: "-n", onlyFiles: true, example: "rm -f dist/a.js" },
  { run: "rm -r|-R|--recursive|-d|--dir", effect: "delete", example: "rm -rf dist" },
  { run: "srm|trash|trash-put|rimraf|del-cli", effect: "delete", args: "paths", takes: "-n", example: "rimraf dist" },
  { run: "rmdir", effect: "delete", args: "paths", example: "rmdir build" },
];

/** Files: read, searched, written, deleted. */
export const FILES: readonly Row[] = [...READING, ...WRITING, ...DELETING];
