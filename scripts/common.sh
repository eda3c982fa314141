# Shared by the scripts in this folder; sourced, never run.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"; fi
  if command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then return; fi
  say "The .NET 10 SDK is missing. Either of these installs it:"
  say "  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0      (into ~/.dotnet)"
  say "  the package dotnet-sdk-10.0 of Microsoft's Debian source: https://learn.microsoft.com/dotnet/core/install/linux-debian"
  exit 1
}

# has_icu: whether the ICU libraries are there, without which .NET does not start the program
has_icu() { ldconfig -p 2>/dev/null | grep -q 'libicuuc\.so\.' || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null; }

# icu_package: the package of the ICU libraries on this Debian or Ubuntu; its name carries the version: libicu72 on Debian 12, libicu76 on Debian 13
icu_package() {
  local name
  name=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -n 1)
  printf '%s\n' "${name:-libicu72}"
}

need_icu() {
  if has_icu; then return; fi
  say "The ICU libraries are missing; without them .NET opens no connection to SQL Server, and the program does not start. Install them:"
  say "  sudo apt-get install $(icu_package)      (libicu72 on Debian 12, libicu76 on Debian 13)"
  exit 1
}

# quietly_when_changed STAMP DIRECTORIES… -- COMMAND…: runs a build unless nothing has changed since the last time; shows its output only when it fails
quietly_when_changed() {
  local stamp=$1 sources=() log
  shift
  while [ "$1" != -- ]; do sources+=("$1"); shift; done
  shift
  if [ -e "$stamp" ] && [ -z "$(find "${sources[@]}" -newer "$stamp" -type f -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then return; fi
  say "building …"
  log=$(mktemp)
  touch "$log.started" # what changes while it builds is built the next time
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log" "$log.started"
    exit 1
  fi
  mkdir -p "$(dirname "$stamp")"
  touch -r "$log.started" "$stamp"
  rm -f "$log" "$log.started"
}

# publish_api ROOT OUT: the program as it ships, in Release
publish_api() {
  quietly_when_changed "$2/.published" "$1/src" "$1"/Directory.*.props -- publish_ahead "$1/src/EnforcementCases.Api" "$2" "$(runtime_here)"
}

runtime_here() {
  case $(uname -m) in
    aarch64 | arm64) echo linux-arm64 ;;
    *) echo linux-x64 ;;
  esac
}

# publish_ahead PROJECT OUT RUNTIME: compiled ahead of time where it can be (ReadyToRun), without the runtime itself.
# Into an empty folder: a file of an older package that stays there may be taken for the new one. A folder that holds something else is not emptied.
publish_ahead() {
  if [ -n "$(ls -A "$2" 2>/dev/null)" ] && [ ! -e "$2/EnforcementCases.Api.dll" ]; then
    say "$2 holds something else; name an empty folder or one with an earlier version of the program"
    exit 1
  fi
  rm -rf "${2:?}"
  dotnet publish "$1" -c Release -r "$3" --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false -o "$2" -v q -nologo
}

# run_tool ARGUMENTS: the console program of the figures and the crash test
run_tool() {
  quietly_when_changed "$root/artifacts/.tool-built" "$root/src" "$root/tests/EnforcementCases.Benchmarks" "$root"/Directory.*.props -- \
    dotnet build "$root/tests/EnforcementCases.Benchmarks" -c Release -v q -nologo -p:RunAnalyzers=false
  dotnet "$root/tests/EnforcementCases.Benchmarks/bin/Release/net10.0/EnforcementCases.Benchmarks.dll" "$@"
}

# operate COMMAND ARGUMENTS: a command of the program, on the data of scripts/run where nothing else is said.
# ENFORCEMENT_CASES_PROGRAM names the folder of a published program; without it this one is built.
operate() {
  local program=${ENFORCEMENT_CASES_PROGRAM:-$root/artifacts/api} data=()
  if [ -z "${ENFORCEMENT_CASES_PROGRAM:-}" ]; then
    need_dotnet
    need_icu
    publish_api "$root" "$program"
  fi
  if [ "$1" != restore ] && [ -z "${Data__Directory:-}" ] && [[ " $* " != *" --Data:Directory"* ]]; then data=(--Data:Directory "$root/data"); fi
  exec dotnet "$program/EnforcementCases.Api.dll" "$@" ${data[@]+"${data[@]}"}
}
