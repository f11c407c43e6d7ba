// deno-fmt-ignore-file: one row, one line.
import type { Row } from "./row.ts";

const PATHS = "-path -literalpath";
const OUT = "-filepath -path -literalpath -destination -outfile";

/** PowerShell: names and options in lower case, since it does not tell the cases apart. */
const POWERSHELL: readonly Row[] = [
  { run: "powershell|pwsh", effect: "process", args: "script", script: "-command -c -commandwithargs", files: "-file -f", given: "-file -f", takes: "-executionpolicy -ep -ex -ec -encodedcommand -version -outputformat -inputformat -windowstyle -workingdirectory -configurationname", shell: "powershell", stops: true, example: "pwsh -File scripts/run.ps1" },
  { run: "get-content|gc|import-csv|import-clixml|format-hex|get-filehash", effect: "read", args: "paths", files: PATHS, takes: "-tail -totalcount -first -head -encoding -delimiter -readcount -algorithm", shell: "powershell", rank: "filter", example: "Get-Content src\\server.ts" },
  { run: "get-childitem|gci", effect: "read", args: "paths", files: PATHS, takes: "-filter -include -exclude -depth -attributes", shell: "powershell", here: true, example: "Get-ChildItem -Recurse src" },
  { run: "select-string|sls", effect: "read", args: "pattern", given: "-pattern", files: PATHS, takes: "-pattern -context -encoding -include -exclude", shell: "powershell", rank: "filter", example: "Select-String -Pattern TODO -Path src\\a.ts" },
  { run: "get-item|gi|get-acl|resolve-path|rvpa", effect: "read", args: "paths", files: PATHS, takes: "-name", shell: "powershell", example: "Get-Item src\\a.ts" },
  { run: "get-itemproperty|gp|get-itempropertyvalue", effect: "read", args: "target", given: PATHS, files: PATHS, takes: "-name", shell: "powershell", example: "Get-ItemProperty src\\a.ts Length" },
  { run: "test-path", effect: "read", args: "paths", files: PATHS, takes: "-pathtype", shell: "powershell", rank: "quiet", example: "Test-Path dist\\server.js" },
  { run: "get-process|gps|get-service|gsv|get-command|gcm|get-help|get-date|get-location|gl|get-variable|get-host|get-member|get-module|get-psdrive|get-computerinfo|get-ciminstance|get-wmiobject|get-eventlog|get-winevent|get-nettcpconnection|get-netipaddress|get-history|get-alias|get-package|get-installedmodule|get-executionpolicy|get-culture|get-timezone|get-volume|get-disk|get-job|get-psprovider|get-error|get-uptime|get-hotfix", effect: "read", args: "none", shell: "powershell", rank: "quiet", example: "Get-Process node" },
  { run: "select-object|select|where-object|?|foreach-object|%|sort-object|measure-object|measure|group-object|group|format-table|ft|format-list|fl|format-wide|out-string|out-null|out-host|out-default|convertto-json|convertfrom-json|convertto-csv|convertfrom-csv|convertto-html|convertto-xml|compare-object|get-unique|gu|join-string|select-xml|tee-variable|get-random|convertfrom-stringdata|format-custom", effect: "read", args: "none", shell: "powershell", rank: "filter", example: "Compare-Object $a $b" },
  { run: "set-content|sc|add-content|ac|out-file|export-csv|epcsv|export-clixml|tee-object", effect: "write", args: "target", given: OUT, files: OUT, takes: "-value -encoding -inputobject -delimiter -width -stream -filter -include -exclude -credential -variable", onlyFiles: true, shell: "powershell", example: "Set-Content -Path src\\a.txt -Value hi" },
  { run: "clear-content|clc", effect: "write", args: "paths", files: PATHS, takes: "-filter -include -exclude -stream", shell: "powershell", example: "Clear-Content logs\\app.log" },
  { run: "new-item|ni|md", effect: "write", args: "paths", files: PATHS, takes: "-itemtype -name -value -type", shell: "powershell", example: "New-Item -ItemType Directory -Path src\\api" },
  { run: "copy-item|cpi|move-item|mi|rename-item|rni|expand-archive|compress-archive|unblock-file", effect: "write", args: "paths", files: `${OUT} -destinationpath`, takes: "-filter -include -exclude -newname -name -value", shell: "powershell", example: "Copy-Item src\\a.ts src\\b.ts" },
  { run: "set-item|si|set-itemproperty|sp|new-itemproperty|set-acl", effect: "write", args: "target", given: PATHS, files: PATHS, takes: "-filter -include -exclude -name -value -propertytype -type -aclobject", shell: "powershell", example: "Set-ItemProperty src\\a.txt IsReadOnly $true" },
  { run: "remove-itemproperty|rp", effect: "delete", args: "target", given: PATHS, files: PATHS, takes: "-include -exclude -filter -name", shell: "powershell", example: "Remove-ItemProperty -Path HKCU:\\Software -Name a" },
  { run: "remove-item|ri", effect: "delete", args: "paths", files: PATHS, takes: "-include -exclude -filter -name", shell: "powershell", example: "Remove-Item -Recurse -Force dist" },
  { run: "invoke-webrequest|iwr|invoke-restmethod|irm|start-bitstransfer|test-netconnection|tnc|test-connection|resolve-dnsname|send-mailmessage|invoke-sqlcmd", effect: "network", args: "none", files: "-outfile -destination", takes: "-method -headers -body -contenttype -port -source -timeoutsec -useragent", hosts: "-computername -uri", shell: "powershell", asks: true, example: "Invoke-WebRequest -Uri https://example.com/a.zip -OutFile a.zip" },
  { run: "enter-pssession|new-pssession|invoke-command|icm", effect: "network", args: "none", takes: "-computername -scriptblock -credential -session", shell: "powershell", example: "New-PSSession -ComputerName build" },
  { run: "install-module|install-package|install-script|update-module|uninstall-module|uninstall-package|save-module|add-appxpackage|install-psresource|find-module|find-package", effect: "install", args: "none", takes: "-name -scope -repository", registry: "www.powershellgallery.com", shell: "powershell", example: "Install-Module Pester" },
  { run: "invoke-pester", effect: "test", args: "guess", files: PATHS, takes: "-output -tag", shell: "powershell", example: "Invoke-Pester" },
  { run: "invoke-scriptanalyzer|invoke-formatter", effect: "lint", args: "guess", files: PATHS, shell: "powershell", example: "Invoke-ScriptAnalyzer -Path src" },
  { run: "invoke-build|invoke-psake", effect: "build", args: "none", shell: "powershell", example: "Invoke-Build" },
  { run: "set-location|push-location|pop-location", effect: "process", args: "none", shell: "powershell", rank: "quiet", example: "Set-Location src" },
  { run: "write-host|write-output|write-error|write-warning|write-verbose|write-information|write-debug|start-sleep|set-variable|new-variable|clear-variable|remove-variable|set-strictmode|import-module|ipmo|set-executionpolicy|clear-host|cls|set-alias|new-object|add-type|join-path|split-path|out-printer|set-psdebug|read-host|new-timespan|new-guid|set-psreadlineoption|get-credential|convertto-securestring|param|throw|if|else|elseif|foreach|for|while|do|switch|try|catch|finally|function|begin|process|end|in|until", effect: "process", args: "none", shell: "powershell", rank: "quiet", example: "Start-Sleep -Seconds 5" },
  { run: "start-process|saps|invoke-item|ii|start-job|sajb|stop-process|spps|stop-service|start-service|restart-service|set-service|wait-process|receive-job|stop-job|invoke-expression|register-scheduledtask|new-service|restart-computer|stop-computer|set-clipboard|get-clipboard|new-netfirewallrule|wait-job|remove-job|start-transcript|stop-transcript|invoke-wmimethod|invoke-cimmethod", effect: "process", args: "none", shell: "powershell", example: "Stop-Process -Name node" },
  { run: "measure-command", effect: "process", args: "none", shell: "powershell", example: "Measure-Command" },
];

/** cmd.exe and the programs of Windows. */
const CMD: readonly Row[] = [
  { run: "cmd", effect: "process", script: "/c /k //c //k", args: "none", shell: "cmd", example: "cmd" },
  { run: "cmd:type", effect: "read", args: "paths", shell: "cmd", rank: "filter", example: "type src\\a.ts" },
  { run: "cmd:dir", effect: "read", args: "paths", shell: "cmd", here: true, example: "dir /b src" },
  { run: "cmd:find|cmd:sort|cmd:more", effect: "read", args: "none", shell: "cmd", rank: "filter", example: "sort names.txt" },
  { run: "cmd:rmdir", effect: "delete", args: "paths", shell: "cmd", example: "rmdir /s /q dist" },
  { run: "cmd:mkdir|cmd:md", effect: "write", args: "paths", shell: "cmd", example: "mkdir src\\api" },
  { run: "cmd:timeout", effect: "process", args: "none", shell: "cmd", rank: "quiet", example: "timeout /t 5" },
  { run: "findstr", effect: "read", args: "pattern", shell: "cmd", rank: "filter", example: "findstr /n TODO src\\a.ts" },
  { run: "fc|comp|certutil|tasklist|systeminfo|ver|vol|attrib-show|wevtutil|driverquery|openfiles|query|quser|getmac|ipconfig|reg-query", effect: "read", args: "none", shell: "cmd", example: "tasklist" },
  { run: "del|erase|rd", effect: "delete", args: "paths", shell: "cmd", example: "del /q dist\\a.js" },
  { run: "copy|xcopy|robocopy|move|ren|replace|mklink|makecab", effect: "write", args: "paths", shell: "cmd", example: "copy src\\a.ts src\\b.ts" },
  { run: "icacls|cacls|takeown", effect: "write", args: "target", shell: "cmd", example: "icacls src\\a.ts /reset" },
  { run: "attrib", effect: "write", args: "guess", shell: "cmd", example: "attrib +r src\\a.ts" },
  { run: "setx", effect: "write", args: "none", shell: "cmd", example: "setx TOKEN abc" },
  { run: "taskkill|sc.exe|schtasks|reg|regsvr32|rundll32|net|netsh|wmic|bcdedit|diskpart|sfc|dism|chkdsk|runas|msiexec|gpupdate|explorer|notepad|mshta|call|shutdown.exe|timeout.exe|wt", effect: "process", args: "none", shell: "cmd", example: "taskkill /f /im node.exe" },
  { run: "setlocal|endlocal|rem|title|color|path|prompt|assoc|ftype|verify|goto|pause|not|exist|errorlevel", effect: "process", args: "none", shell: "cmd", rank: "quiet", example: "setlocal" },
  { run: "tracert|pathping|nbtstat|bitsadmin|mstsc|putty|plink|pscp|winscp", effect: "network", args: "none", shell: "cmd", example: "tracert example.com" },
];

/** Windows: PowerShell, cmd and their programs. */
export const WINDOWS: readonly Row[] = [...POWERSHELL, ...CMD];
