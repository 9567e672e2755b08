#!/bin/sh
# Fetch the pinned packages and copy what the site ships. The result is committed, so building and
# installing OpenTwinning never needs npm. Same lock, same bytes.
#
#   tools/vendor/vendor.sh          copy what the lock names
#   tools/vendor/vendor.sh --lock   write the lock anew after a change of package.json
set -eu
here=$(cd "$(dirname "$0")" && pwd)
static="$here/../../src/opentwinning/core/static/ot"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$work/"
cd "$work"
if [ "${1:-}" = "--lock" ]; then
    npm install --package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved
    # No address of a registry belongs into the repository; the checksums stay.
    node -e '
        const fs = require("fs");
        const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
        for (const entry of Object.values(lock.packages)) delete entry.resolved;
        fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n");
    '
    cp package-lock.json "$here/"
else
    cp "$here/package-lock.json" .
fi
npm ci --ignore-scripts --no-audit --no-fund

mkdir -p "$static/vendor"
cp node_modules/htmx.org/dist/htmx.min.js "$static/vendor/htmx.min.js"
cp "$here/editor.js" "$here/licences.mjs" .
npm rebuild --no-audit esbuild >/dev/null 2>&1 || :        # its program; nothing else runs scripts
node_modules/.bin/esbuild editor.js --bundle --format=esm --minify --target=es2022 --legal-comments=none \
    --log-level=warning --outfile="$static/vendor/editor.min.js"
version=$(node -p 'require("./node_modules/lucide-static/package.json").version')
python3 "$here/sprite.py" node_modules/lucide-static/icons "$version"
{
    echo "htmx $(node -p 'require("./node_modules/htmx.org/package.json").version'), htmx.min.js"
    echo
    cat node_modules/htmx.org/LICENSE
    echo
    echo "----------------------------------------------------------------------"
    echo "Lucide $version, icons.svg"
    echo
    cat node_modules/lucide-static/LICENSE
    # Bundled in editor.min.js: every package with its version and licence.
    node licences.mjs
} > "$static/vendor/LICENCES.txt"
