import type { System } from '../../system.ts';

export type ShellName = 'bash' | 'zsh' | 'fish';

export type CompletionOptions = {
  shell: ShellName;
  /** The only command name to complete; both names of this program where it is not given. */
  name: string | undefined;
};

const NAMES = ['openclaw', 'openclaw-onboard'];

/** Prints the shell's script. It only asks `__complete`, so that it need not be made anew when commands change. */
export async function completion({ shell, name }: CompletionOptions, { io }: Pick<System, 'io'>): Promise<number> {
  io.out.write(SCRIPTS[shell](name === undefined ? NAMES : [name]));
  return 0;
}

const SCRIPTS: Record<ShellName, (names: readonly string[]) => string> = { bash, zsh, fish };

/** bash splits words at `:` and `=` itself; `__complete` gets the whole line and answers with what belongs behind them. */
function bash(names: readonly string[]): string {
  return `# bash completion for ${names.join(' and ')}. To load it: source <(${names[0]} completion bash)
_openclaw_onboard() {
  local reply line IFS=$'\\n'
  COMPREPLY=()
  reply="$("$1" __complete bash -- "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)"
  if [[ $reply == :file ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
    return
  fi
  while IFS= read -r line; do
    [[ -n $line ]] && COMPREPLY+=("$line")
  done <<<"$reply"
}
complete -F _openclaw_onboard ${names.join(' ')}
`;
}

function zsh(names: readonly string[]): string {
  return `#compdef ${names.join(' ')}
# zsh completion for ${names.join(' and ')}. To load it: source <(${names[0]} completion zsh)
_openclaw_onboard() {
  local reply line
  local -a values shown
  reply="$("\${words[1]}" __complete zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)"
  if [[ $reply == :file ]]; then
    _files
    return
  fi
  for line in "\${(@f)reply}"; do
    [[ -n $line ]] || continue
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done
  compadd -M 'm:{a-zA-Z}={A-Za-z}' -l -d shown -a values
}
if [[ $funcstack[1] == _openclaw_onboard ]]; then
  _openclaw_onboard "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _openclaw_onboard ${names.join(' ')}
fi
`;
}

function fish(names: readonly string[]): string {
  const commands = names.map((name) => `complete -c ${name} -f -k -a '(__openclaw_onboard)'`);
  return `# fish completion for ${names.join(' and ')}. To load it: ${names[0]} completion fish | source
function __openclaw_onboard
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    # As typed: without the quote that is still open, or the escapes.
    set -l current (commandline -ct | string replace -r '^["\\']' '' | string unescape)
    set -l reply ($program __complete fish -- $words "$current" 2>/dev/null)
    if test "$reply" = :file
        __fish_complete_path "$current"
    else
        printf '%s\\n' $reply
    end
end
${commands.join('\n')}
`;
}
