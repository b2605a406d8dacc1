#!/bin/sh
# Browser tests need a chromium. Says where it is; installs Debian's where this account may.
set -e
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests ..." >&2
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "No chromium found: browser tests will be skipped here (with CI set they fail). Install the package 'chromium'." >&2
