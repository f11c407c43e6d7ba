import type { Command } from "commander";
import * as z from "zod";
import type { Cli } from "./cli.ts";
import { withExamples } from "./help.ts";

const NAME = "agentpprof";

/**
 * What each shell is told once. The scripts know no command and no option: they ask the program (`complete.ts`), so that
 * what they offer is what this version has on this machine.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  // Bash takes `--color=al` for three words; they are put together again. macOS has bash 3.2.
  bash: `# ${NAME} for bash: put into ~/.bashrc: eval "$(${NAME} completions bash)"
_${NAME}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} program=\${COMP_WORDS[0]} line i
  local -a words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ \${#words[@]} -gt 0 && ( \${COMP_WORDS[i]} == "=" || \${COMP_WORDS[i - 1]} == "=" ) ]]; then
      words[\${#words[@]}-1]+=\${COMP_WORDS[i]}
    else
      words+=("\${COMP_WORDS[i]}")
    fi
  done
  [[ $cur == "=" ]] && cur=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files | :dirs)
        compopt -o filenames 2>/dev/null
        local flag=-f
        [[ $line == :dirs ]] && flag=-d
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen $flag -- "$cur")
        ;;
      *)
        line=\${line%%$'\\t'*}
        [[ $line == --*=* ]] && line=\${line#*=}
        [[ $line == "$cur"* ]] && COMPREPLY+=("$line")
        ;;
    esac
  done < <("\${program/#\\~/$HOME}" complete -- "\${words[@]}" 2>/dev/null)
}
complete -F _${NAME} ${NAME}
`,
  zsh: `#compdef ${NAME}
# ${NAME} for zsh: put into ~/.zshrc, after compinit: eval "$(${NAME} completions zsh)"
_${NAME}() {
  local line files=
  local -a found
  for line in "\${(@f)$("\${(Q)words[1]/#\\~/$HOME}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :files | :dirs) files=$line ;;
      ?*) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${\${line#*$'\\t'}#$line}") ;;
    esac
  done
  local code=1
  (( $#found )) && _describe ${NAME} found && code=0
  if [[ -n $files ]]; then
    compset -P '--*='
    if [[ $files == :dirs ]]; then _files -/ && code=0; else _files && code=0; fi
  fi
  return code
}
if [[ $funcstack[1] == _${NAME} ]]; then _${NAME} "$@"; else compdef _${NAME} ${NAME}; fi
`,
  fish: `# ${NAME} for fish: ${NAME} completions fish > ~/.config/fish/completions/${NAME}.fish
function __${NAME}_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string collect --allow-empty)
    for line in ($words[1] complete -- $words[2..] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $current
            case :dirs
                __fish_complete_directories $current
            case '*'
                echo $line
        end
    end
end
complete -c ${NAME} -f -a '(__${NAME}_complete)'
`,
  // An empty last word is a blank: Windows PowerShell drops empty arguments.
  powershell:
    `# ${NAME} for PowerShell: put into $PROFILE: ${NAME} completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${NAME} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  if ($wordToComplete -eq '') { $words += ' ' }
  & "$($commandAst.CommandElements[0])" complete '--' @words 2>$null | ForEach-Object {
    if ($_ -eq ':files' -or $_ -eq ':dirs') {
      $directories = $_ -eq ':dirs'
      Get-ChildItem -Path "$wordToComplete*" -Directory:$directories | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new((Resolve-Path -Relative $_.FullName), $_.Name, 'ProviderItem', $_.Name)
      }
    } else {
      $value, $what = $_ -split "\`t", 2
      if ($value -like "$wordToComplete*") {
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $(if ($what) { $what } else { $value }))
      }
    }
  }
}
`,
};

/** `agentpprof completions SHELL`. */
export function add(tree: Command, { host }: Cli): void {
  const command = withExamples(
    tree.command("completions").description("Print what makes a shell complete commands, options and their values"),
    [
      ['eval "$(agentpprof completions bash)"', "in ~/.bashrc"],
      ['eval "$(agentpprof completions zsh)"', "in ~/.zshrc, after compinit"],
      ["agentpprof completions fish | source", "in config.fish"],
      ["agentpprof completions powershell | Out-String | Invoke-Expression", "in $PROFILE"],
    ],
  );
  command
    .addArgument(command.createArgument("<SHELL>", "the shell").choices(Object.keys(SCRIPTS)))
    .action((shell) => host.stdout(SCRIPTS[z.string().parse(shell)] ?? ""));
}
