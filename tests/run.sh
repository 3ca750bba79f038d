#!/usr/bin/env bash
# The test command: everything but the benchmarks, the browser included. Its last line is
# "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The browser and fonts for it, where they are missing and this machine lets us. Without them the browser tests skip.
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing chromium and Chinese fonts for the browser tests."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >/dev/null 2>&1 ||
    echo "Could not install them: the browser tests will be skipped."
fi

# A mail server for the tests of the outbox, in the same way; without it they skip.
if ! /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing python3-aiosmtpd for the tests of mails."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-aiosmtpd; } >/dev/null 2>&1 ||
    echo "Could not install it: the tests of mails will be skipped."
fi

output=$(mktemp)
trap 'rm -f "$output"' EXIT
results=$(pwd)/TestResults

dotnet build BranchGrading.sln --nologo --verbosity quiet || { echo "The solution does not build."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# One project after another: they work both cores by themselves.
dotnet test --solution BranchGrading.sln --no-build --no-progress --max-parallel-test-modules 1 --results-directory "$results" "$@" 2>&1 | tee "$output"
code=${PIPESTATUS[0]}

# The runner's summary counts all projects together.
count() { sed 's/\x1b\[[0-9;]*m//g' "$output" | sed -nE "s/^ *$1: *([0-9]+).*/\1/p" | tail -1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ "$code" != 0 ] && [ "${failed:-0}" = 0 ]; then
  echo "The runner ended with exit code $code though no test failed."
  failed=1
fi
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "${failed:-0}" = 0 ] && [ "${passed:-0}" -gt 0 ]
