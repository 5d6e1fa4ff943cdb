# Shared by run, test and granary; sourced, so it needs `root` (the clone) and leaves functions behind. POSIX sh.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A build node that stays behind would keep a CI job alive after its last line.
export MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${HOME:-$root/artifacts}}"
configuration=Release
hub="$root/src/Host/bin/$configuration/net10.0/Granary.Host.dll"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Each missing prerequisite gets one line; all of them are named before giving up.
need() {
    missing=0
    for what in "$@"; do
        case $what in
            dotnet)
                if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
                    say "Missing: the .NET 10 SDK. Install it from https://dotnet.microsoft.com/download/dotnet/10.0"
                    missing=1
                fi ;;
            node)
                if ! command -v node >/dev/null 2>&1 || ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
                    say "Missing: Node.js 20.19 or newer. Install it from https://nodejs.org/en/download"
                    missing=1
                fi ;;
            npm)
                if ! command -v npm >/dev/null 2>&1; then
                    say "Missing: npm, which comes with Node.js. Install it from https://nodejs.org/en/download"
                    missing=1
                fi ;;
        esac
    done
    [ "$missing" = 0 ] || exit 1
}

# newer STAMP PATH...: is any source file under the paths newer than the stamp, or is there no stamp?
newer() {
    stamp=$1
    shift
    [ -f "$stamp" ] || return 0
    [ -n "$(find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name .vite \) -prune -o -type f -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# quietly LOG TEXT COMMAND...: one line of text, the output only where it fails.
quietly() {
    log=$1
    say "$2"
    shift 2
    if ! "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        fail "Failed: $*"
    fi
}

# One builder at a time; the others wait for it and then find everything up to date.
locked() {
    mkdir -p "$root/artifacts"
    if command -v flock >/dev/null 2>&1; then
        (flock 9 && "$@" 9>&-) 9>"$root/artifacts/build.lock"
    else
        "$@"
    fi
}

build_hub() {
    cd "$root"
    if newer artifacts/hub.stamp src sim Directory.Build.props Directory.Packages.props BannedSymbols.txt || [ ! -f "$hub" ]; then
        : >artifacts/hub.stamp.next
        quietly artifacts/build-hub.log "Building the hub ..." dotnet build src/Host/Host.csproj -c $configuration -v quiet -nologo
        quietly artifacts/build-sim.log "Building the simulated bank ..." dotnet build sim/Sim.csproj -c $configuration -v quiet -nologo
        mv artifacts/hub.stamp.next artifacts/hub.stamp
    fi
}

build_web() {
    [ -f "$root/web/package.json" ] || return 0
    cd "$root/web"
    if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
        quietly ../artifacts/npm.log "Fetching the web page's packages ..." npm ci --no-audit --no-fund
    fi
    if newer ../artifacts/web.stamp . || [ ! -f dist/index.html ]; then
        : >../artifacts/web.stamp.next
        quietly ../artifacts/build-web.log "Building the web page ..." npm run build
        mv ../artifacts/web.stamp.next ../artifacts/web.stamp
    fi
}
