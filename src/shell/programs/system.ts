// deno-fmt-ignore-file: one row, one line.
import type { Row } from "./row.ts";

/** Shells and what runs another command. */
const WRAPPERS: readonly Row[] = [
  { run: "bash|sh|zsh|dash|ksh|fish|ash|mksh|busybox", effect: "process", args: "script", takes: "-o -O --rcfile --init-file", stops: true, script: "-c", shell: "posix", example: "bash scripts/run.sh" },
  { run: "bash|sh|zsh|dash|ksh --version", effect: "read", rank: "quiet", example: "bash --version" },
  { run: "bash|sh|zsh|dash|ksh -s", effect: "process", args: "none", example: "bash -s" },
  { run: "bash|sh|zsh|dash|ksh -n", effect: "lint", args: "paths", example: "bash -n scripts/run.sh" },
  { run: "sudo", effect: "process", wraps: 0, takes: "-u -g -h -p -C -T -U -D -R -r -t --user --group --host --prompt --chdir", example: "sudo frobnicate" },
  { run: "doas", effect: "process", wraps: 0, takes: "-u -C", example: "doas frobnicate" },
  { run: "su|runuser", effect: "process", args: "none", script: "-c --command", takes: "-s -g -u --user", example: "su dev" },
  { run: "runuser -u|--user", effect: "process", wraps: 0, example: "runuser -u dev frobnicate" },
  { run: "sshpass", effect: "process", wraps: 0, takes: "-p -f -d -P", example: "sshpass -p x frobnicate" },
  { run: "timeout|gtimeout", effect: "process", wraps: 1, takes: "-s -k --signal --kill-after", example: "timeout 20 frobnicate" },
  { run: "xargs|gxargs", effect: "process", wraps: 0, takes: "-I -n -P -L -d -a -E -s --max-args --max-procs --replace0 --delimiter --arg-file", example: "xargs frobnicate" },
  { run: "parallel", effect: "process", wraps: 0, takes: "-j -n -I -a --jobs --colsep --joblog --delay --timeout", example: "parallel frobnicate" },
  { run: "watch|entr|viddy|watchexec|chronic|unbuffer|caffeinate|systemd-inhibit|expect|faketime|fakeroot|fakechroot|proot|arch-chroot|bwrap|firejail|unshare|nsenter|systemd-run|ltrace|tini|dumb-init|catchsegv|dbus-run-session|wtf|rlwrap", effect: "process", wraps: 0, takes: "-n -d -w -e -c -s -p -a --interval --watch --exts --setenv --property", script: "", example: "fakeroot frobnicate" },
  { run: "xvfb-run", effect: "process", wraps: 0, takes: "-e -f -n -p -s -w --server-args --server-num --error-file --auth-file", example: "xvfb-run frobnicate" },
  { run: "arch", effect: "read", rank: "quiet", args: "none", long: true, example: "arch" },
  { run: "arch -x86_64|-arm64|-i386|-arm64e", effect: "process", wraps: 0, isReplaced: true, long: true, example: "arch -x86_64 frobnicate" },
  { run: "wsl", effect: "process", wraps: 0, takes: "-d -u --cd --distribution --user --shell-type", example: "wsl frobnicate" },
  { run: "strace|dtruss", effect: "process", wraps: 0, takes: "-e -o -p -s -P -E -u", example: "strace -f frobnicate" },
  { run: "flock", effect: "process", wraps: 1, takes: "-w -E -c", script: "-c", example: "flock lock.file frobnicate" },
  { run: "script", effect: "process", args: "none", script: "-c --command -qc -qec -qefc", takes: "-E -I -O", example: "script" },
  { run: "env|genv", effect: "process", bare: "read", wraps: 0, isReplaced: true, rank: "quiet", takes: "-u -C --unset --chdir", script: "-S --split-string", example: "env FOO=1 frobnicate" },
  { run: "nice|ionice|numactl|prlimit|setpriv|softlimit", effect: "process", wraps: 0, isReplaced: true, takes: "-n -c -p -m -N --adjustment", example: "nice -n 10 frobnicate" },
  { run: "chrt|gosu|su-exec|cgexec|setarch", effect: "process", wraps: 1, isReplaced: true, takes: "-g", example: "gosu app frobnicate" },
  { run: "taskset", effect: "process", wraps: 1, isReplaced: true, example: "taskset 0x1 frobnicate" },
  { run: "taskset -c|--cpu-list", effect: "process", wraps: 0, isReplaced: true, takes: "-c --cpu-list", example: "taskset -c 0 frobnicate" },
  { run: "nohup|setsid|exec|command|builtin|stdbuf|time|gtime|noglob|coproc|chpst|disown|cross-env-shell", effect: "process", wraps: 0, isReplaced: true, takes: "-i -o -e -f -a", example: "nohup frobnicate" },
  { run: "command -v|-V", effect: "read", args: "none", rank: "quiet", example: "command -v node" },
  { run: "chroot", effect: "process", wraps: 1, isReplaced: true, example: "chroot /mnt frobnicate" },
  { run: "cross-env|dotenv|env-cmd|infisical|doppler|op|aws-vault|chamber|direnv|with-env|envchain", effect: "process", wraps: 0, takes: "-e -f -c -p", example: "cross-env NODE_ENV=test frobnicate" },
  { run: "infisical|doppler|op run", effect: "process", wraps: 0, takes: "-p -c --env --env-file", example: "doppler run -- frobnicate" },
  { run: "direnv exec", effect: "process", wraps: 1, example: "direnv exec . frobnicate" },
  { run: "direnv allow|deny|reload|status", effect: "process", args: "none", example: "direnv allow" },
  { run: "nix-shell", effect: "process", args: "none", takes: "-p -A -I", script: "--run --command", example: "nix-shell -p jq" },
  { run: "nix", effect: "process", args: "none", takes: "--extra-experimental-features --system", example: "nix frobnicate" },
  { run: "nix develop|shell", effect: "process", args: "none", exec: "-c --command", example: "nix develop" },
  { run: "nix build|bundle", effect: "build", args: "none", example: "nix build .#app" },
  { run: "nix-build|nixos-rebuild|home-manager|darwin-rebuild", effect: "build", args: "guess", takes: "-A -I", example: "nix-build default.nix" },
  { run: "nix flake check", effect: "test", args: "none", example: "nix flake check" },
  { run: "nix profile|nix-env|nix-channel", effect: "install", args: "none", example: "nix profile install nixpkgs#jq" },
  { run: "nix eval|search|flake|show-derivation|path-info|log|repl", effect: "read", args: "none", example: "nix eval .#x" },
  { run: "eval", effect: "process", script: "*", isReplaced: true, example: 'eval "$PREPARED"' },
];

/** What a shell does itself, and what says little about a command line. */
const QUIET: readonly Row[] = [
  { run: "cd|pushd|popd|chdir|z", effect: "process", args: "none", rank: "quiet", example: "cd src" },
  { run: "export|set|unset|declare|local|readonly|typeset|alias|unalias|shopt|setopt|unsetopt|ulimit|umask|trap|hash|let|getopts|shift|bind|enable|compgen|complete|autoload|emulate|zstyle|rehash|stty|tput|clear|reset|printenv0", effect: "process", args: "none", rank: "quiet", example: "export FOO=1" },
  { run: "source|.", effect: "process", args: "paths", rank: "quiet", example: "source .venv/bin/activate" },
  { run: "echo|printf|print|true|false|:|yes|return|exit|break|continue|wait|sleep|usleep|read|mapfile|readarray|jobs|bg|fg|logout|history|suspend|times", effect: "process", args: "none", rank: "quiet", example: "sleep 30" },
  { run: "pwd|dirs|date|whoami|id|groups|hostname|uname|tty|logname|users|who|w|last|nproc|getconf|locale|uptime|printenv|which|where|type|whereis|whatis|command_not_found|getent|env-info|lsb_release|hostnamectl|timedatectl|man|info|help|apropos|tldr|cheat|cal|ncal|seq|jot|expr|uuidgen|factor", effect: "read", args: "none", rank: "quiet", example: "pwd" },
  { run: "[|[[|test", effect: "read", args: "none", files: "-f -d -e -r -w -x -s -L -h -b -c -p -S -O -G -N -nt -ot -ef", takes: "-z -n -eq -ne -lt -le -gt -ge -v -t -a0 =", long: true, rank: "quiet", example: "test -f dist/server.js" },
];

/** Processes, packages and the machine. */
const MACHINE: readonly Row[] = [
  { run: "ps|top|htop|btop|pgrep|pstree|pidof|vmstat|iostat|mpstat|sar|free|df|lsblk|lscpu|lsmod|lspci|lsusb|lshw|dmidecode|blkid|dmesg|journalctl|sensors|nvidia-smi|rocm-smi|iotop|pidstat|slabtop|numastat|vm_stat|memory_pressure|inxi|neofetch|fastfetch|landscape-sysinfo|sysctl|mount-info|findmnt|ipcs|getcap|auditctl|coredumpctl|loginctl|lslogins", effect: "read", args: "none", takes: "-u -o -p -n -d --sort -C -e0 --since -S", example: "df -h ." },
  { run: "pmap|lsns|pwdx|prtstat", effect: "read", args: "none", example: "pmap 1" },
  { run: "kill|pkill|killall|xkill|skill|renice|tmux|screen|zellij|at|batch|cron|crontab|systemctl|service|initctl|supervisorctl|sv|rc-service|reboot|shutdown|poweroff|halt|mount|umount|swapon|swapoff|modprobe|insmod|rmmod|useradd|usermod|userdel|groupadd|passwd|chsh|visudo|adduser|fsck|mkfs|fdisk|parted|losetup|hwclock|logger|wall|loginctl-kill|xclip|xsel|wl-copy|wl-paste|xdotool|openrc|figlet|toilet|dialog|whiptail|gum|fzf|rofi|zenity", effect: "process", args: "none", example: "kill -9 1234" },
  { run: "systemctl|service status|list-units|list-unit-files|is-active|is-enabled|show|cat|list-timers", effect: "read", args: "none", takes: "-p -t", example: "systemctl status nginx" },
  { run: "service * status", effect: "read", args: "none", example: "service nginx status" },
  { run: "crontab -l", effect: "read", args: "none", example: "crontab -l" },
  { run: "tmux capture-pane|list-sessions|ls|list-windows|list-panes", effect: "read", args: "none", example: "tmux ls" },
  { run: "apt|apt-get|aptitude|yum|dnf|microdnf|zypper|apk|pacman|yay|paru|emerge|xbps-install|pkgin|pkg_add|brew|port|snap|flatpak|choco|scoop|winget|opkg|slackpkg|eopkg|guix|swupd|tdnf|dpkg|rpm", effect: "install", args: "none", takes: "-o -t -c", example: "apt-get install -y jq" },
  { run: "apt|apt-get|yum|dnf|zypper|apk|pacman|brew|port|snap|flatpak|choco|scoop|winget|aptitude|rpm|dpkg list|show|search|info|policy|leaves|deps|outdated|config|--prefix|--version|doctor|uses|cat|home|desc|depends|rdepends|madison|status|which|provides", effect: "read", args: "none", example: "brew list" },
  { run: "pacman -S|-U|-R|--sync", effect: "install", args: "none", example: "pacman -S jq" },
  { run: "dpkg|rpm|pacman -l|-L|-s|-q|-Q|--list|--listfiles|--status|--query", effect: "read", args: "none", example: "dpkg -l" },
  { run: "brew ls", effect: "read", args: "none", example: "brew ls" },
  { run: "brew services list|info", effect: "read", args: "none", example: "brew services list" },
  { run: "brew cleanup|autoremove", effect: "delete", args: "none", example: "brew cleanup" },
  { run: "brew services|link|unlink|tap|pin", effect: "process", args: "none", example: "brew services start redis" },
  { run: "apt-cache|dpkg-query|apt-file|rpmquery|equery|apt-mark|update-alternatives", effect: "read", args: "none", example: "apt-cache policy jq" },
  { run: "ldconfig|update-ca-certificates|locale-gen|fc-cache|depmod", effect: "install", args: "none", example: "ldconfig" },
];

/** Shells, wrappers, what a shell does itself, the machine. */
export const SYSTEM: readonly Row[] = [...WRAPPERS, ...QUIET, ...MACHINE];
