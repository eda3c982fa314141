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

# publish_api ROOT OUT: the program as it ships, in Release; does nothing when nothing has changed since the last time.
publish_api() {
  local root=$1 out=$2 stamp=$2/.published log
  if [ -e "$stamp" ] && [ -z "$(find "$root/src" "$root"/Directory.*.props -newer "$stamp" -type f \
      -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then return; fi
  say "building …"
  log=$(mktemp)
  touch "$log.started"
  if ! dotnet publish "$root/src/EnforcementCases.Api" -c Release -o "$out" -v q -nologo -p:RunAnalyzers=false >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log" "$log.started"
    exit 1
  fi
  touch -r "$log.started" "$stamp" # what changes while it builds is built the next time
  rm -f "$log" "$log.started"
}

# run_tool ARGUMENTS: the console program of the figures and the crash test.
run_tool() {
  dotnet build "$root/tests/EnforcementCases.Benchmarks" -c Release -v q -nologo -p:RunAnalyzers=false >&2 || exit 1
  dotnet "$root/tests/EnforcementCases.Benchmarks/bin/Release/net10.0/EnforcementCases.Benchmarks.dll" "$@"
}
