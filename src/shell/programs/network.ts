// deno-fmt-ignore-file: one row, one line.
import type { Row } from "./row.ts";

const CURL = "-H -d -X -A -b -e -m -u -w -F -r -x -C -Y -y -z -E -P -Q -t --header --data --data-raw --data-binary --data-urlencode --json --request --user --user-agent --cookie --max-time --connect-timeout --retry --retry-delay --write-out --form --proxy --resolve --range --referer --cert --key --cacert --interface --limit-rate --unix-socket --oauth2-bearer --aws-sigv4 --url-query --max-redirs";

/** What talks to other machines. */
export const NETWORK: readonly Row[] = [
  { run: "curl", effect: "network", args: "none", takes: CURL, files: "-o --output -T --upload-file -K -c --cookie-jar -D --dump-header", dir: "--output-dir", host: "address", onlyFiles: true, example: "curl -fsS http://127.0.0.1:4141/api/orders/42" },
  { run: "curl -V|--version|-h|--help", effect: "read", example: "curl --version" },
  { run: "wget|wget2|aria2c|axel", effect: "network", args: "none", takes: "-t -T -U -q0 --header --timeout --tries --user-agent --post-data -e -A -R -l", files: "-O -o -i --output-document --output-file", folders: "-P -d --directory-prefix", host: "address", onlyFiles: true, example: "wget -q https://example.com/data.csv" },
  { run: "http|https|xh|xhs|httpie|curlie|hurl|grpcurl|websocat|wscat|newman|bru|lynx|w3m|links|elinks", effect: "network", args: "none", takes: "-a -A --auth --session -o", example: "http GET https://api.example.com/orders" },
  { run: "ssh|mosh|autossh|ssh-copy-id|sftp|ftp|lftp|telnet", effect: "network", args: "none", stops: true, takes: "-p -i -l -o -L -R -D -J -F -b -c -E -m -O -Q -S -W -w", host: "name", hosts: "-J", example: "ssh dev@build.example.com uptime" },
  { run: "scp", effect: "network", args: "remote", takes: "-P -i -o -F -l -c -S -J", example: "scp dist/app.tgz dev@build.example.com:/srv/" },
  { run: "rsync|rclone|unison", effect: "write", args: "remote", takes: "-e --rsh --exclude --include --exclude-from --include-from --filter -f --bwlimit --rsync-path --chmod --chown", example: "rsync -a src/ backup/" },
  { run: "ping|ping6|traceroute|tracepath|mtr|dig|nslookup|host|whois|drill|nmap|nc|ncat|netcat|socat|tcping|fping|arping", effect: "network", args: "none", takes: "-c -W -w -i -t -p -q -s -b", host: "name", example: "ping -c 1 example.com" },
  { run: "openssl", effect: "process", args: "none", example: "openssl rand -hex 16" },
  { run: "openssl s_client", effect: "network", args: "none", takes: "-servername", hosts: "-connect", long: true, example: "openssl s_client -connect example.com:443" },
  { run: "openssl req|genrsa|genpkey|ecparam|pkcs12", effect: "write", args: "none", takes: "-subj -days -newkey", files: "-out -keyout", long: true, example: "openssl genrsa -out certs/key.pem 2048" },
  { run: "openssl x509|verify|version|dgst|rsa|ciphers", effect: "read", args: "guess", long: true, files: "-in", example: "openssl x509 -in certs/a.pem -noout" },
  { run: "ssh-keygen|gpg|gpg2|age|mkcert|certbot|step", effect: "process", args: "none", example: "gpg --list-keys" },
  { run: "ssh-add|ssh-agent|pass|bw|security|secret-tool|vault", effect: "process", args: "none", example: "ssh-add -l" },
  { run: "iptables|nft|ufw|firewall-cmd|ip|ifconfig|route|netplan|nmcli|tc|wg|tailscale", effect: "process", args: "none", example: "ip link set lo up" },
  { run: "ip|ifconfig a|addr|address|route|neigh|-a|-br", effect: "read", args: "none", rank: "quiet", example: "ip addr" },
  { run: "netstat|ss|arp|tcpdump|tshark|iftop|lsof|fuser", effect: "read", args: "none", takes: "-i -c -w -p", example: "lsof -i :3000" },
  { run: "nginx|caddy|apachectl|httpd|haproxy|traefik|envoy", effect: "process", args: "none", example: "caddy run" },
  { run: "nginx|apachectl|httpd -t|configtest", effect: "lint", args: "none", example: "nginx -t" },
  { run: "caddy validate|fmt", effect: "lint", args: "none", example: "caddy validate" },
  { run: "fuser -k", effect: "process", args: "none", example: "fuser -k 3000/tcp" },
  { run: "mail|mailx|sendmail|msmtp|mutt|notify-send|terminal-notifier", effect: "network", args: "none", example: "mail -s hi dev@example.com" },
  { run: "yt-dlp|youtube-dl|git-lfs|s3cmd|mc|ipfs|transmission-cli|rtorrent", effect: "network", args: "none", example: "yt-dlp https://video.example.com/1" },
  { run: "claude|codex|gemini|aider|cursor-agent|opencode|amp|llm|ollama|llama-cli|llama-server|qwen", effect: "process", args: "none", example: "ollama list" },
];
